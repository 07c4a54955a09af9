// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/rotary_scaling_config.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

/// A layer trained for a context, after a scaling object was read that stands in an otherwise empty config.
RotaryConfig scaled_layer(const std::string& object, const RotaryClass& known = {}) {
  const nlohmann::json json = {{"rope_scaling", nlohmann::json::parse(object)}};
  const ConfigValues config(json, "config.json");
  RotaryConfig layer;
  layer.head_dimension = layer.rotary_dimensions = 4;
  layer.context = 8192;
  read_scaling(layer, *config.object({"rope_scaling"}), config, known, "the class's");
  return layer;
}

std::string scaling_refused(const std::string& object) {
  try {
    scaled_layer(object);
  } catch (const InputError& error) {
    return error.what();
  }
  return "was accepted";
}

TEST(RotaryScalingConfig, KnowsTheRulesByAllTheirNames) {
  const auto scaling = [](const std::string& type) {
    return scaled_layer(R"({"type": ")" + type + R"(", "factor": 2})").scaling;
  };
  EXPECT_EQ(scaling("mrope"), RotaryScaling::none);
  EXPECT_EQ(scaling("default"), RotaryScaling::none);
  EXPECT_EQ(scaling("linear"), RotaryScaling::linear);
  EXPECT_EQ(scaling("dynamic"), RotaryScaling::dynamic);
  EXPECT_EQ(scaling("yarn"), RotaryScaling::yarn);
  EXPECT_EQ(scaling("deepseek_yarn"), RotaryScaling::yarn);
}

TEST(RotaryScalingConfig, TakesTheTrainedContextFromTheObjectOrTheClass) {
  EXPECT_EQ(scaled_layer(R"({"type": "yarn", "factor": 2, "original_max_position_embeddings": 4096})")
                .parameters.original_context,
            4096);
  EXPECT_EQ(scaled_layer(R"({"type": "yarn", "factor": 2})").parameters.original_context, 8192);
  const char* longrope = R"({"type": "su", "short_factor": [1, 1], "long_factor": [1, 2]})";
  RotaryClass known;
  known.original_context = 2048;
  const RotaryConfig by_class = scaled_layer(longrope, known);
  EXPECT_EQ(by_class.parameters.original_context, 2048);
  EXPECT_EQ(by_class.parameters.factor, 4);
  ASSERT_EQ(by_class.assumed.size(), 1u);
  EXPECT_EQ(fill(by_class.assumed[0]), "trained context 2048, the class's");
}

TEST(RotaryScalingConfig, RefusesWhatDoesNotFit) {
  EXPECT_EQ(scaling_refused(R"({"type": "su", "short_factor": [1], "long_factor": [1, 2]})"),
            "config.json: rope_scaling.short_factor: a list of 1 number was given; allowed: one a pair, 2");
  EXPECT_EQ(
      scaling_refused(R"({"type": "llama3", "factor": 8, "low_freq_factor": 4, "high_freq_factor": 1})"),
      "config.json: rope_scaling.high_freq_factor: 1 was given; allowed: more than low_freq_factor, 4");
}

}  // namespace
}  // namespace theta
