// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/model_config.h"

#include "core/model/problem.h"
#include "core/read/text_file.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <string>

namespace theta {
namespace {

using Json = nlohmann::json;

const std::filesystem::path configs = std::filesystem::path(THETA_SHARED) / "data" / "configs";

std::string scaling_name(RotaryScaling scaling) {
  switch (scaling) {
    case RotaryScaling::none:
      return "none";
    case RotaryScaling::linear:
      return "linear";
    case RotaryScaling::ntk:
      return "ntk";
    case RotaryScaling::dynamic:
      return "dynamic";
    case RotaryScaling::yarn_paper:
      return "yarn_paper";
    case RotaryScaling::yarn:
      return "yarn";
    case RotaryScaling::llama3:
      return "llama3";
    case RotaryScaling::longrope:
      return "longrope";
  }
  return {};
}

ScaledFrequencies frequencies(const RotaryConfig& layer, double length = 0) {
  RotaryScalingParameters parameters = layer.parameters;
  if (length > 0) parameters.length = length;
  return scaled_frequencies(static_cast<int>(layer.rotary_dimensions), layer.base, layer.scaling, parameters);
}

void expect_frequencies(const Eigen::ArrayXd& got, const Json& want) {
  ASSERT_EQ(static_cast<std::size_t>(got.size()), want.size());
  for (std::size_t i = 0; i < want.size(); ++i)
    EXPECT_NEAR(got[static_cast<Eigen::Index>(i)] / want[i].get<double>(), 1, 1e-12) << "pair " << i;
}

/// Whether a fact is the expected one or as defensible.
bool accepted(const Json& facts, const char* member, double got) {
  const Json& want = facts[member];
  if (want.is_null() || std::abs(got - want.get<double>()) <= 1e-12 * std::abs(got)) return true;
  const Json& others = facts["accept"];
  if (!others.contains(member)) return false;
  return std::ranges::any_of(others[member], [&](const Json& each) { return each.is_null() || each == got; });
}

class PublishedConfig : public testing::TestWithParam<std::string> {};

TEST_P(PublishedConfig, YieldsItsFacts) {
  if (!std::filesystem::exists(configs)) GTEST_SKIP() << "no folder " << configs;
  const std::string file = GetParam() + ".json";
  const Json facts = Json::parse(read_text_file(configs / "expected.json")).at(GetParam());
  const std::string text = read_text_file(configs / file);
  if (facts["position_scheme"] != "rope") {
    const std::string scheme =
        facts["position_scheme"] == "alibi" ? "ALiBi" : facts["position_scheme"].get<std::string>();
    try {
      read_model_config(text, file);
      FAIL() << "has no rotary embedding";
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(scheme), std::string::npos) << error.what();
    }
    return;
  }
  const ModelConfig model = read_model_config(text, file);
  const RotaryConfig& layer = model.layers.front();
  EXPECT_TRUE(accepted(facts, "head_dim", static_cast<double>(layer.head_dimension))) << layer.head_dimension;
  EXPECT_EQ(layer.rotary_dimensions, facts["rotary_dim"].get<std::int64_t>());
  EXPECT_DOUBLE_EQ(layer.base, facts["base"].get<double>());
  EXPECT_TRUE(accepted(facts, "context", static_cast<double>(layer.context))) << layer.context;
  EXPECT_EQ(scaling_name(layer.scaling), facts["scaling"]);
  EXPECT_EQ(layer.layout == RopeLayout::interleaved, facts["layout"] == "interleaved");
  EXPECT_TRUE(accepted(facts, "factor", layer.parameters.factor)) << layer.parameters.factor;
  EXPECT_TRUE(accepted(facts, "original_context", layer.parameters.original_context));
  EXPECT_TRUE(accepted(facts, "attention_factor", frequencies(layer).attention_factor));
  expect_frequencies(frequencies(layer).inverse_frequency, facts["inverse_frequency"]);
  expect_frequencies(inverse_frequencies(static_cast<int>(layer.rotary_dimensions), layer.base),
                     facts["inverse_frequency_unscaled"]);
  for (const auto& [name, regime] : facts["other_regimes"].items())
    expect_frequencies(frequencies(layer, regime["sequence_length"]).inverse_frequency,
                       regime["inverse_frequency"]);
  EXPECT_EQ(model.layers.size(), facts["local"].is_null() ? 1u : 2u);
  if (!facts["local"].is_null()) {
    EXPECT_EQ(model.layers[1].kind, "local");
    EXPECT_DOUBLE_EQ(model.layers[1].base, facts["local"]["base"].get<double>());
    expect_frequencies(frequencies(model.layers[1]).inverse_frequency, facts["local"]["inverse_frequency"]);
  }
  EXPECT_FALSE(layer.read.empty());
  for (const Json& defaulted : facts["from_defaults"])
    EXPECT_TRUE(std::ranges::any_of(layer.assumed, [&](const Text& fact) {
      return fill(fact).find(defaulted.get<std::string>()) != std::string::npos;
    })) << defaulted;
}

INSTANTIATE_TEST_SUITE_P(All, PublishedConfig,
                         testing::Values("bert-base-uncased", "bloom-560m", "deepseek-r1-0528-qwen3-8b",
                                         "deepseek-v3", "devstral-2-123b-instruct", "gemma-2-9b-it",
                                         "gemma-3-12b-it", "gpt-j-6b", "gpt-oss-20b", "gpt2",
                                         "h2ogpt-oasst1-6.9b", "internlm2.5-7b-chat", "llama-2-7b",
                                         "llama-3-8b", "llama-3.1-8b-instruct", "llama-3.2-1b-instruct",
                                         "mistral-7b-v0.1", "phi-2", "phi-3-mini-128k-instruct",
                                         "pythia-6.9b", "qwen2.5-7b-instruct", "qwen3-32b", "t5-small",
                                         "vicuna-7b-v1.5-16k"),
                         [](const auto& each) {
                           std::string name = each.param;
                           std::ranges::replace_if(
                               name, [](char c) { return c == '-' || c == '.'; }, '_');
                           return name;
                         });

RotaryConfig first(const char* text) { return read_model_config(text, "config.json").layers.front(); }

TEST(ModelConfig, NewFilesGiveEachKindOfLayerItsOwnParameters) {
  const ModelConfig model = read_model_config(
      R"({"model_type": "gemma3_text", "head_dim": 256, "max_position_embeddings": 131072, "rope_parameters": {
          "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 1000000.0},
          "sliding_attention": {"rope_type": "default", "rope_theta": 10000.0}}})",
      "config.json");
  ASSERT_EQ(model.layers.size(), 2u);
  EXPECT_EQ(model.layers[0].kind, "global");
  EXPECT_EQ(model.layers[0].base, 1e6);
  EXPECT_EQ(model.layers[0].scaling, RotaryScaling::linear);
  EXPECT_EQ(model.layers[1].kind, "local");
  EXPECT_EQ(model.layers[1].base, 1e4);
  EXPECT_EQ(model.layers[1].scaling, RotaryScaling::none);
}

TEST(ModelConfig, SharesOfTheHeadAreReadUnderAllTheirNames) {
  for (const char* key : {"partial_rotary_factor", "rotary_pct", "rotary_percentage"}) {
    const std::string text =
        std::string(R"({"model_type": "stablelm", "hidden_size": 2560, "num_attention_heads": 32, ")") + key +
        "\": 0.5}";
    EXPECT_EQ(first(text.c_str()).rotary_dimensions, 40) << key;
  }
  EXPECT_EQ(first(R"({"model_type": "stablelm"})").rotary_dimensions, 20)
      << "the class's own default, a quarter";
}

TEST(ModelConfig, AnUnknownClassIsReadFromWhatTheFileSays) {
  const RotaryConfig layer = first(
      R"({"model_type": "brand_new", "hidden_size": 1024, "num_attention_heads": 16, "rope_theta": 5e5})");
  EXPECT_EQ(layer.head_dimension, 64);
  EXPECT_EQ(layer.base, 5e5);
  EXPECT_FALSE(layer.assumed.empty());
}

TEST(ModelConfig, FalconWithAlibiHasNoRotation) {
  EXPECT_EQ(first(R"({"model_type": "falcon", "alibi": false})").head_dimension, 64);
  EXPECT_THROW(first(R"({"model_type": "falcon", "alibi": true})"), InputError);
}

struct Hostile {
  const char* name;
  std::string text;
  const char* says;  ///< the message holds this
};

class HostileConfig : public testing::TestWithParam<Hostile> {};

TEST_P(HostileConfig, GetsOneClearMessageWithinASecond) {
  const auto start = std::chrono::steady_clock::now();
  try {
    read_model_config(GetParam().text, "config.json");
    FAIL() << "was accepted";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 1u);
    const std::string message = error.what();
    EXPECT_TRUE(message.starts_with("config.json")) << message;
    EXPECT_NE(message.find(GetParam().says), std::string::npos) << message;
    EXPECT_LT(message.size(), 600u);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

std::string llama(const std::string& members) { return R"({"model_type": "llama", )" + members + "}"; }

std::string many_factors() {
  std::string list = "[1";
  for (int i = 0; i < 100'000; ++i) list += ",1";
  return list + "]";
}

INSTANTIATE_TEST_SUITE_P(
    All, HostileConfig,
    testing::Values(
        Hostile{"empty", "", "not JSON"}, Hostile{"broken", R"({"model_type": "llama",)", "line 1"},
        Hostile{"a_list", "[1, 2]", "a list of 2"}, Hostile{"a_number", "3", "config.json"},
        Hostile{"binary", std::string("\0\xff\xfe{", 4), "not JSON"},
        Hostile{"deep", std::string(100'000, '['), "nesting"},
        Hostile{"deep_objects",
                [] {
                  std::string text;
                  for (int i = 0; i < 100'000; ++i) text += R"({"a":)";
                  return text;
                }(),
                "nesting"},
        Hostile{"huge_number", llama(R"("head_dim": 1e400)"), "config.json"},
        Hostile{"nan", llama(R"("head_dim": NaN)"), "not JSON"}, Hostile{"no_object", R"({})", "model_type"},
        Hostile{"unknown", R"({"model_type": "abacus"})", "abacus"},
        Hostile{"text_for_number", llama(R"("head_dim": "128")"), "head_dim"},
        Hostile{"true_for_number", llama(R"("hidden_size": true)"), "hidden_size"},
        Hostile{"negative", llama(R"("head_dim": -128)"), "positive whole number"},
        Hostile{"fraction", llama(R"("head_dim": 64.5)"), "64.5"},
        Hostile{"zero_heads", llama(R"("num_attention_heads": 0)"), "num_attention_heads"},
        Hostile{"no_divisor", llama(R"("hidden_size": 100, "num_attention_heads": 33)"), "divisor"},
        Hostile{"odd_rotation", llama(R"("head_dim": 10, "rotary_dim": 5)"), "even"},
        Hostile{"wide_rotation", llama(R"("head_dim": 64, "rotary_dim": 128)"), "head dimension 64"},
        Hostile{"share_above_one", llama(R"("partial_rotary_factor": 1.5)"), "at most 1"},
        Hostile{"base_zero", llama(R"("rope_theta": 0)"), "rope_theta"},
        Hostile{"base_list", llama(R"("rope_theta": [1])"), "rope_theta"},
        Hostile{"scaling_text", llama(R"("rope_scaling": "yarn")"), "rope_scaling"},
        Hostile{"scaling_without_type", llama(R"("rope_scaling": {"factor": 2})"), "rope_type"},
        Hostile{"scaling_unknown", llama(R"("rope_scaling": {"type": "magic", "factor": 2})"), "magic"},
        Hostile{"factor_missing", llama(R"("rope_scaling": {"type": "linear"})"), "factor"},
        Hostile{"factor_zero", llama(R"("rope_scaling": {"type": "linear", "factor": 0})"), "factor"},
        Hostile{"factor_below_one", llama(R"("rope_scaling": {"type": "yarn", "factor": 0.5})"), "from 1"},
        Hostile{"betas_crossed",
                llama(R"("rope_scaling": {"type": "yarn", "factor": 2, "beta_fast": 1, "beta_slow": 32})"),
                "beta_fast"},
        Hostile{"lists_missing", llama(R"("rope_scaling": {"type": "longrope"})"), "short_factor"},
        Hostile{"list_too_short",
                llama(R"("rope_scaling": {"type": "su", "short_factor": [1], "long_factor": [1]})"),
                "one a pair"},
        Hostile{"list_of_words",
                llama(R"("rope_scaling": {"type": "su", "short_factor": ["a"], "long_factor": [1]})"),
                "short_factor"},
        Hostile{"list_too_long",
                llama(R"("rope_scaling": {"type": "su", "short_factor": )" + many_factors() + "}"),
                "short_factor"},
        Hostile{"nested_wrong", R"({"model_type": "gemma3", "text_config": 3})", "text_config"}),
    [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace theta
