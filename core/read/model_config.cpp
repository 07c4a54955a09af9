// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/model_config.h"

#include "core/model/json_text.h"
#include "core/read/config_values.h"
#include "core/read/model_class.h"
#include "core/read/rotary_scaling_config.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace theta {
namespace {

Text scheme_name(PositionScheme scheme) {
  switch (scheme) {
    case PositionScheme::learned_absolute:
      return say("learned absolute positions, a vector for each position");
    case PositionScheme::sinusoidal:
      return say("sinusoidal absolute positions");
    case PositionScheme::alibi:
      return say("ALiBi, a penalty on the logit that grows linearly with distance");
    case PositionScheme::relative_bias:
      return say("a relative bias in buckets of distance");
    case PositionScheme::relative_attention:
      return say("relative positions inside attention");
    case PositionScheme::convolution:
      return say("a convolution over positions");
    case PositionScheme::none:
      break;
  }
  return say("no position encoding: its order comes from recurrence");
}

const RotaryClass& unknown_class() {
  static const RotaryClass none;
  return none;
}

/// The part of a config that describes the language model, where there are others beside it.
ConfigValues language_part(const ConfigValues& whole) {
  for (const char* key :
       {"text_config", "llm_config", "language_config", "language_model_config", "text_model_config"}) {
    if (const auto part = whole.object({key})) return *part;
  }
  if (const auto thinker = whole.object({"thinker_config"})) return language_part(*thinker);
  return whole;
}

std::string architecture_of(const ConfigValues& config) {
  const auto list = config.json().find("architectures");
  if (list == config.json().end() || !list->is_array() || list->empty() || !list->front().is_string())
    return {};
  return list->front().get<std::string>();
}

/// The class's name: what the file says, or what its architecture is called.
std::string class_name(const ConfigValues& whole, const ConfigValues& part) {
  for (const ConfigValues& each : {part, whole}) {
    const auto type = each.word({"model_type"});
    if (type && (find_rotary_class(type->value) || find_other_class(type->value))) return type->value;
    const std::string_view known = class_of_architecture(architecture_of(each));
    if (!known.empty()) return std::string(known);
    if (type) return type->value;
  }
  return {};
}

bool mentions_rotation(const ConfigValues& config) {
  return config.has({"rope_theta", "rope_parameters", "rope_scaling", "rotary_emb_base", "rotary_dim",
                     "rotary_pct", "partial_rotary_factor", "qk_rope_head_dim", "rope_base", "rotary_base",
                     "rope_ratio", "rotary_percentage", "rope_local_base_freq", "use_rotary_embeddings"});
}

/// What a model whose attention is not rotated uses instead, from what the file itself says or its class.
std::optional<PositionScheme> other_scheme(const ConfigValues& config, const std::string& name) {
  if (config.toggle({"alibi"}).value_or(false)) return PositionScheme::alibi;
  if (const auto attention = config.object({"attn_config"})) {
    if (attention->toggle({"rope"}).value_or(false)) return {};
    if (attention->toggle({"alibi"}).value_or(false)) return PositionScheme::alibi;
  }
  if (const auto type = config.word({"position_embedding_type"})) {
    const std::string& value = type->value;
    if (value == "rotary" || value == "rope") return {};
    if (value == "absolute" || value == "learned" || value == "learned_absolute")
      return PositionScheme::learned_absolute;
    if (value.starts_with("relative")) return PositionScheme::relative_attention;
    if (value == "alibi") return PositionScheme::alibi;
  }
  if (const OtherClass* other = find_other_class(name)) return other->scheme;
  return {};
}

/// Reads the facts of one model into the kinds of its layers.
class ConfigReader {
 public:
  ConfigReader(const ConfigValues& config, const RotaryClass& known, std::string name)
      : config_(config), known_(known), name_(std::move(name)) {}

  std::vector<RotaryConfig> read() {
    read_head();
    read_context();
    layers_.layout = known_.layout;
    if (const auto rotation = config_.object({"rope_parameters"}); rotation && by_layer(*rotation))
      return read_by_layer(*rotation);
    RotaryConfig global = layers_;
    const auto rotation = config_.object({"rope_parameters", "rope_scaling"});
    read_base(global, rotation);
    read_share(global, rotation);
    if (rotation) read_scaling(global, *rotation, config_, known_, of_the_class());
    finish(global);
    return with_local(global);
  }

 private:
  Text of_the_class() const {
    return name_.empty() ? say("usual; the file does not say") : say("the default of the class {}", name_);
  }

  void read_head() {
    const auto rotated = config_.whole({"qk_rope_head_dim"});
    if (rotated || known_.apart > 0) {  // multi-head latent attention rotates a part of its own
      layers_.rotary_dimensions = rotated ? rotated->value : known_.rotary_dimensions;
      const auto apart = config_.whole({"qk_nope_head_dim"});
      const std::int64_t rest = apart ? apart->value : known_.apart;
      layers_.head_dimension = rest + layers_.rotary_dimensions;
      auto& list = rotated && apart ? layers_.read : layers_.assumed;
      list.push_back(say("head dimension {} = {} without rotation + {} with it", layers_.head_dimension, rest,
                         layers_.rotary_dimensions));
      return;
    }
    if (const auto given = config_.whole({"head_dim", "kv_channels", "attention_head_dim", "d_head"})) {
      layers_.head_dimension = given->value;
      layers_.read.push_back(say("head dimension {}", given->value));
    } else if (known_.head_dimension > 0) {
      layers_.head_dimension = known_.head_dimension;
      layers_.assumed.push_back(say("head dimension {}, {}", known_.head_dimension, of_the_class()));
    } else {
      divide_width();
    }
  }

  void divide_width() {
    const auto width = config_.whole({"hidden_size", "n_embd", "d_model", "dim", "model_dim", "hidden_dim"});
    const auto heads =
        config_.whole({"num_attention_heads", "n_head", "n_heads", "num_heads", "num_attn_heads"});
    const std::int64_t whole = width ? width->value : known_.hidden_size,
                       parts = heads ? heads->value : known_.heads;
    if (whole == 0 || parts == 0)
      config_.refuse("head_dim", {}, say("head_dim, or hidden_size and num_attention_heads, is missing"));
    if (whole % parts != 0)
      config_.refuse(heads ? heads->key : "num_attention_heads", say("{}", parts),
                     say("a divisor of the width {}", whole));
    layers_.head_dimension = whole / parts;
    const Text fact = say("head dimension {} = {}/{}", layers_.head_dimension, whole, parts);
    if (width && heads)
      layers_.read.push_back(fact);
    else
      layers_.assumed.push_back(say("{}, {}", fact, of_the_class()));
  }

  void read_context() {
    const auto given =
        config_.whole({"max_position_embeddings", "n_positions", "max_seq_len", "max_sequence_length",
                       "seq_length", "n_ctx", "model_max_length", "max_seq_length"});
    constexpr std::int64_t usual = 2048;
    layers_.context = given ? given->value : known_.context > 0 ? known_.context : usual;
    if (given)
      layers_.read.push_back(say("{} {}", given->key, given->value));
    else
      layers_.assumed.push_back(say("context {}, {}", layers_.context, of_the_class()));
  }

  void read_base(RotaryConfig& layer, const std::optional<ConfigValues>& rotation) const {
    auto given = rotation ? rotation->positive({"rope_theta"}) : std::nullopt;
    if (!given)
      given = config_.positive({"rope_theta", "global_rope_theta", "rotary_emb_base", "rope_base",
                                "rotary_base", "rope_freq_base"});
    if (const auto ratio = given ? std::nullopt : config_.positive({"rope_ratio"})) {
      layer.base = known_.base * ratio->value;
      layer.read.push_back(say("base {} = {} × rope_ratio {}", layer.base, known_.base, ratio->value));
      return;
    }
    layer.base = given ? given->value : known_.base;
    if (given)
      layer.read.push_back(say("base {} ({})", layer.base, given->key));
    else
      layer.assumed.push_back(say("base {}, {}", layer.base, of_the_class()));
  }

  void read_share(RotaryConfig& layer, const std::optional<ConfigValues>& rotation) const {
    if (layer.rotary_dimensions > 0) return;
    layer.rotary_dimensions = layer.head_dimension;
    auto share = rotation ? rotation->positive({"partial_rotary_factor"}) : std::nullopt;
    if (!share)
      share = config_.positive({"partial_rotary_factor", "rotary_pct", "rotary_percentage", "rope_pct"});
    if (const auto given = config_.whole({"rotary_dim", "rotary_ndims"})) {
      layer.rotary_dimensions = given->value;
      layer.read.push_back(say("{} rotated dimensions ({})", given->value, given->key));
    } else if (share) {
      if (share->value > 1) config_.refuse(share->key, say("{}", share->value), say("a share, at most 1"));
      layer.rotary_dimensions =
          static_cast<std::int64_t>(static_cast<double>(layer.head_dimension) * share->value);
      layer.read.push_back(
          say("{} rotated dimensions ({} {})", layer.rotary_dimensions, share->key, share->value));
    } else if (known_.rotary_dimensions > 0 && known_.apart == 0) {
      layer.rotary_dimensions = known_.rotary_dimensions;
      layer.assumed.push_back(say("{} rotated dimensions, {}", layer.rotary_dimensions, of_the_class()));
    } else if (known_.rotary_share < 1) {
      layer.rotary_dimensions =
          static_cast<std::int64_t>(static_cast<double>(layer.head_dimension) * known_.rotary_share);
      layer.assumed.push_back(say("{} rotated dimensions, {}", layer.rotary_dimensions, of_the_class()));
    }
    if (layer.rotary_dimensions < 2 || layer.rotary_dimensions % 2 != 0 ||
        layer.rotary_dimensions > layer.head_dimension)
      config_.refuse("rotary dimensions", say("{}", layer.rotary_dimensions),
                     say("even numbers from 2 to the head dimension {}", layer.head_dimension));
  }

  static void finish(RotaryConfig& layer) {
    if (layer.scaling == RotaryScaling::none)
      layer.parameters.original_context = static_cast<double>(layer.context);
    layer.parameters.length = layer.parameters.original_context;
  }

  static bool by_layer(const ConfigValues& rotation) {
    return !rotation.json().empty() &&
           std::ranges::all_of(rotation.json(), [](const nlohmann::json& each) { return each.is_object(); });
  }

  /// The newest files give each kind of layer its own parameters.
  std::vector<RotaryConfig> read_by_layer(const ConfigValues& rotation) const {
    std::vector<RotaryConfig> all;
    for (const auto& [key, kind] : {std::pair{"full_attention", "global"}, {"sliding_attention", "local"}}) {
      const auto own = rotation.object({key});
      if (!own) continue;
      RotaryConfig layer = layers_;
      layer.kind = kind;
      read_base(layer, own);
      read_share(layer, own);
      read_scaling(layer, *own, config_, known_, of_the_class());
      finish(layer);
      all.push_back(std::move(layer));
    }
    if (all.empty())
      config_.refuse("rope_parameters", say("kinds of layer that are not known"),
                     say("full_attention, sliding_attention"));
    if (all.size() == 1) all.front().kind = "all";
    return all;
  }

  std::vector<RotaryConfig> with_local(const RotaryConfig& global) const {
    const auto base = config_.positive({"rope_local_base_freq", "local_rope_theta"});
    const double local_base = base ? base->value : known_.local_base;
    const bool differs = local_base > 0 || (known_.local_unscaled && global.scaling != RotaryScaling::none);
    if (!differs) return {global};
    RotaryConfig first = global, local = layers_;
    first.kind = "global";
    local.kind = "local";
    local.rotary_dimensions = global.rotary_dimensions;
    local.base = local_base > 0 ? local_base : global.base;
    if (base)
      local.read.push_back(say("base {} ({})", local.base, base->key));
    else
      local.assumed.push_back(say("base {}, {}", local.base, of_the_class()));
    local.assumed.push_back(say("layers that see a window are not scaled"));
    finish(local);
    return {first, local};
  }

  const ConfigValues& config_;
  const RotaryClass& known_;
  const std::string name_;
  RotaryConfig layers_;  ///< what all kinds of layer share
};

std::string model_name(const ConfigValues& whole, const std::string& type) {
  const auto named = whole.json().find("_name_or_path");
  if (named != whole.json().end() && named->is_string() && !named->get_ref<const std::string&>().empty())
    return named->get<std::string>().substr(0, 120);
  return type;
}

}  // namespace

ModelConfig read_model_config(std::string_view text, const std::string& where) {
  const Text expected = say("a model's config.json");
  const nlohmann::json json = parse_json(text, where, expected, {.bytes = 16u << 20});
  if (!json.is_object()) throw InputError(Problem{where, quoted(json), expected});
  const ConfigValues whole(json, where);
  const ConfigValues config = language_part(whole);
  const std::string type = class_name(whole, config);
  const RotaryClass* known = find_rotary_class(type);
  if (const auto scheme = other_scheme(config, type);
      scheme && !(known && *scheme == PositionScheme::learned_absolute))
    throw InputError(Problem{where,
                             {},
                             say("the model {} has no rotary embedding; it uses {}",
                                 type.empty() ? "of this file" : type, scheme_name(*scheme))});
  if (!known && !mentions_rotation(config)) {
    if (type.empty())
      throw InputError(Problem{
          where, say("a file without model_type and without a rotary embedding's parameters"), expected});
    throw InputError(Problem{
        where,
        {},
        say("the model type {} is not known, and nothing in the file tells of a rotary embedding", type)});
  }
  ModelConfig model{.name = model_name(whole, type),
                    .layers = ConfigReader(config, known ? *known : unknown_class(), type).read()};
  if (!known) {
    for (RotaryConfig& layer : model.layers)
      layer.assumed.push_back(say("pairs from the two halves: the model type is not known"));
  }
  return model;
}

}  // namespace theta
