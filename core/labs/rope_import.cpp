// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_import.h"

#include "core/labs/rope_parameters.h"
#include "core/model/change.h"
#include "core/read/model_config.h"
#include "core/read/text_file.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace theta {
namespace {

Text kind_name(const std::string& kind) {
  if (kind == "global") return "global layers";
  if (kind == "local") return "local layers";
  return "all layers";
}

/// What the lab's whole numbers hold; more than that is out of the lab's range anyhow.
int narrowed(std::int64_t number) {
  return static_cast<int>(std::min<std::int64_t>(number, std::numeric_limits<int>::max()));
}

Rope to_parameters(const RotaryConfig& layer) {
  const RotaryScalingParameters& p = layer.parameters;
  Rope rope;
  rope.head_dimension = narrowed(layer.head_dimension);
  rope.rotary_dimensions = narrowed(layer.rotary_dimensions);
  rope.base = layer.base;
  rope.layout = layer.layout;
  rope.pair = std::min(rope.pair, std::max(0, rope.rotary_dimensions / 2 - 1));
  rope.context = layer.context;
  rope.original_context = std::max<std::int64_t>(1, std::llround(p.original_context));
  rope.scaling = layer.scaling;
  rope.length = rope.original_context;
  if (layer.scaling == RotaryScaling::none) return rope;
  rope.factor = p.factor;
  rope.beta_fast = p.beta_fast;
  rope.beta_slow = p.beta_slow;
  rope.truncate = p.truncate;
  rope.mscale = p.mscale;
  rope.mscale_all_dim = p.mscale_all_dim;
  rope.attention_factor = p.attention_factor.value_or(0);
  rope.low_frequency_factor = p.low_frequency_factor;
  rope.high_frequency_factor = p.high_frequency_factor;
  rope.short_factors = p.short_factors;
  rope.long_factors = p.long_factors;
  return rope;
}

}  // namespace

Imported import_rope(const std::filesystem::path& path) {
  const std::string file = path.string();
  const ModelConfig model = read_model_config(read_text_file(path), file);
  const std::vector<Field> fields = theta::fields<Rope>();
  Imported imported{.name = verbatim(model.name.empty() ? path.filename().string() : model.name),
                    .variants = {}};
  for (const RotaryConfig& layer : model.layers) {
    std::vector<Problem> problems = check(fields, to_values(to_parameters(layer)));
    for (Problem& problem : problems) problem.where = file + ": " + problem.where;
    if (!problems.empty()) throw InputError(std::move(problems));
    imported.variants.push_back({.id = layer.kind,
                                 .name = kind_name(layer.kind),
                                 .edits = edits_to(to_parameters(layer)),
                                 .read = layer.read,
                                 .assumed = layer.assumed});
  }
  return imported;
}

}  // namespace theta
