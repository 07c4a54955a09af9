// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/rotary_scaling_config.h"

#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace theta {
namespace {

RotaryScaling scaling_of(const ConfigValues& rotation, const Found<std::string>& type) {
  const std::string& name = type.value;
  if (name == "linear") return RotaryScaling::linear;
  if (name == "dynamic") return RotaryScaling::dynamic;
  if (name == "ntk") return RotaryScaling::ntk;
  if (name == "yarn" || name == "deepseek_yarn") return RotaryScaling::yarn;
  if (name == "llama3") return RotaryScaling::llama3;
  if (name == "longrope" || name == "su") return RotaryScaling::longrope;
  if (name == "default" || name == "none" || name == "mrope") return RotaryScaling::none;
  rotation.refuse(type.key, say("“{}”", name.substr(0, 80)),
                  say("one of default, linear, ntk, dynamic, yarn, llama3, longrope, su, mrope"));
}

void read_original_context(RotaryConfig& layer, const ConfigValues& rotation, const ConfigValues& config,
                           const RotaryClass& known, const Text& of_the_class) {
  auto given = rotation.whole({"original_max_position_embeddings"});
  if (!given) given = config.whole({"original_max_position_embeddings"});
  const bool by_class = !given && known.original_context > 0 && layer.scaling == RotaryScaling::longrope;
  layer.parameters.original_context = static_cast<double>(given      ? given->value
                                                          : by_class ? known.original_context
                                                                     : layer.context);
  if (given)
    layer.read.push_back(say("trained context {}", given->value));
  else if (by_class)
    layer.assumed.push_back(say("trained context {}, {}", known.original_context, of_the_class));
}

void read_yarn(RotaryScalingParameters& p, const ConfigValues& rotation) {
  if (const auto fast = rotation.positive({"beta_fast"})) p.beta_fast = fast->value;
  if (const auto slow = rotation.positive({"beta_slow"})) p.beta_slow = slow->value;
  if (p.beta_fast <= p.beta_slow)
    rotation.refuse("beta_fast", say("{}", p.beta_fast), say("more than beta_slow, {}", p.beta_slow));
  if (const auto given = rotation.positive({"attention_factor"})) p.attention_factor = given->value;
  if (const auto mscale = rotation.real({"mscale"})) p.mscale = mscale->value;
  if (const auto mscale = rotation.real({"mscale_all_dim"})) p.mscale_all_dim = mscale->value;
  p.truncate = rotation.toggle({"truncate"}).value_or(true);
}

void read_llama3(RotaryScalingParameters& p, const ConfigValues& rotation) {
  if (const auto low = rotation.positive({"low_freq_factor"})) p.low_frequency_factor = low->value;
  if (const auto high = rotation.positive({"high_freq_factor"})) p.high_frequency_factor = high->value;
  if (p.high_frequency_factor <= p.low_frequency_factor)
    rotation.refuse("high_freq_factor", say("{}", p.high_frequency_factor),
                    say("more than low_freq_factor, {}", p.low_frequency_factor));
}

void read_longrope(RotaryConfig& layer, const ConfigValues& rotation) {
  RotaryScalingParameters& p = layer.parameters;
  p.short_factors = rotation.list("short_factor");
  p.long_factors = rotation.list("long_factor");
  for (const auto& [key, factors] :
       {std::pair{"short_factor", &p.short_factors}, {"long_factor", &p.long_factors}}) {
    if (factors->size() != static_cast<std::size_t>(layer.rotary_dimensions / 2))
      rotation.refuse(key, a_list_of(counted(factors->size(), "{} number", "{} numbers")),
                      say("one a pair, {}", layer.rotary_dimensions / 2));
  }
  if (const auto given = rotation.positive({"attention_factor"})) p.attention_factor = given->value;
  const auto factor = rotation.positive({"factor"});
  p.factor = std::max(1.0, static_cast<double>(layer.context) / p.original_context);
  if (p.factor == 1 && factor) p.factor = std::max(1.0, factor->value);
  layer.read.push_back(say("{} short and {} long factors, factor {}", p.short_factors.size(),
                           p.long_factors.size(), p.factor));
}

}  // namespace

void read_scaling(RotaryConfig& layer, const ConfigValues& rotation, const ConfigValues& config,
                  const RotaryClass& known, const Text& of_the_class) {
  const auto type = rotation.word({"rope_type", "type"});
  if (!type) {
    if (config.has({"rope_parameters"}) || rotation.json().empty()) return;
    rotation.refuse("rope_type", {}, say("rope_type or type is missing"));
  }
  layer.scaling = scaling_of(rotation, *type);
  layer.read.push_back(say("scaling {}", type->value));
  if (layer.scaling == RotaryScaling::none) return;
  read_original_context(layer, rotation, config, known, of_the_class);
  RotaryScalingParameters& p = layer.parameters;
  if (layer.scaling == RotaryScaling::longrope) return read_longrope(layer, rotation);
  const auto factor = rotation.positive({"factor"});
  if (!factor) rotation.refuse("factor", {}, say("the scaling {} needs its factor", type->value));
  if (factor->value < 1) rotation.refuse("factor", say("{}", factor->value), say("numbers from 1"));
  p.factor = factor->value;
  layer.read.push_back(say("factor {}", p.factor));
  if (layer.scaling == RotaryScaling::yarn) read_yarn(p, rotation);
  if (layer.scaling == RotaryScaling::llama3) read_llama3(p, rotation);
  if (layer.scaling == RotaryScaling::linear && known.local_unscaled) {
    p.original_context = std::floor(static_cast<double>(layer.context) / p.factor);
    layer.assumed.push_back(say("trained context {} = {}/{}: the file does not say", p.original_context,
                                layer.context, p.factor));
  }
}

}  // namespace theta
