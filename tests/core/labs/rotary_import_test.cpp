// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/model/change.h"
#include "core/model/problem.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <unistd.h>

namespace theta {
namespace {

Values applied(const Lab& lab, const Edits& edits) {
  Values values = initial_values(lab);
  for (const Edit& edit : edits) values[edit.field] = edit.value;
  return values;
}

double number_at(const Lab& lab, const Values& values, std::string_view id) {
  const Value& value = values.at(find_field(lab.fields, id).value());
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

class RotaryImport : public testing::TestWithParam<const char*> {
 protected:
  ~RotaryImport() override { std::filesystem::remove(path_); }

  Imported read(const std::string& text) const {
    std::ofstream(path_, std::ios::binary) << text;
    return lab.import_model(path_);
  }

  const Lab& lab = *find_lab(GetParam());

  const std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("rotary_import-" + std::to_string(::getpid()) + ".json");
};

TEST_P(RotaryImport, OfAModelDrawsItsFrequencies) {
  const Imported imported = read(
      R"({"model_type": "qwen3", "head_dim": 128, "rope_theta": 1000000, "max_position_embeddings": 131072,
          "rope_scaling": {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768}})");
  ASSERT_EQ(imported.variants.size(), 1u);
  const Values values = applied(lab, imported.variants[0].edits);
  EXPECT_NEAR(reading(lab.draw(values, {.quick = true}), "attention_factor"), 1.138629436111989, 1e-12);
  EXPECT_EQ(number_at(lab, values, "head_dimension"), 128);
  EXPECT_EQ(number_at(lab, values, "base"), 1e6);
  EXPECT_EQ(number_at(lab, values, "context"), 131072);
  EXPECT_EQ(number_at(lab, values, "original_context"), 32768);
  EXPECT_EQ(number_at(lab, values, "factor"), 4);
}

TEST_P(RotaryImport, KindsOfLayerAreVariants) {
  const Imported imported =
      read(R"({"model_type": "gemma3_text", "rope_scaling": {"rope_type": "linear", "factor": 8}})");
  ASSERT_EQ(imported.variants.size(), 2u);
  EXPECT_EQ(imported.variants[0].id, "global");
  EXPECT_EQ(imported.variants[1].id, "local");
}

TEST_P(RotaryImport, OutsideTheRangesIsRefusedByFileAndParameter) {
  for (const char* text : {R"({"model_type": "llama", "head_dim": 1000000000})",
                           R"({"model_type": "llama", "rope_theta": 1e12})",
                           R"({"model_type": "llama", "head_dim": 9007199254740992})",
                           R"({"model_type": "llama", "max_position_embeddings": 100000000000})"}) {
    try {
      read(text);
      FAIL() << text;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(path_.string()), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find("allowed"), std::string::npos) << error.what();
    }
  }
}

TEST_P(RotaryImport, AFileOfAGigabyteIsRefusedAtOnce) {
  { std::ofstream(path_, std::ios::binary) << "{}"; }
  std::filesystem::resize_file(path_, std::uintmax_t{1} << 30);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THROW(lab.import_model(path_), InputError);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

INSTANTIATE_TEST_SUITE_P(Labs, RotaryImport, testing::Values("rope", "attention-decay"),
                         [](const auto& each) {
                           std::string name = each.param;
                           std::ranges::replace(name, '-', '_');  // which a test's name may not hold
                           return name;
                         });

/// Of every published model both labs take the same.
TEST(RotaryImportOfPublishedModels, IsTheSameForAllLabs) {
  const auto configs = std::filesystem::path(THETA_SHARED) / "data" / "configs";
  std::ifstream expected_file(configs / "expected.json");
  if (!expected_file) GTEST_SKIP() << "no models in " << configs;
  const auto expected = nlohmann::json::parse(expected_file);
  const Lab &rope = *find_lab("rope"), &decay = *find_lab("attention-decay");
  int models = 0;
  for (const auto& [name, facts] : expected.items()) {
    const auto path = configs / (name + ".json");
    if (facts["rotary_dim"].is_null()) {
      EXPECT_THROW(decay.import_model(path), InputError) << name;
      continue;
    }
    const Imported of_rope = rope.import_model(path), of_decay = decay.import_model(path);
    ASSERT_EQ(of_decay.variants.size(), of_rope.variants.size()) << name;
    for (std::size_t i = 0; i < of_decay.variants.size(); ++i) {
      const Values turned = applied(rope, of_rope.variants[i].edits);
      const Values values = applied(decay, of_decay.variants[i].edits);
      for (const char* id : {"head_dimension", "rotary_dimensions", "base", "context", "original_context",
                             "factor", "length", "beta_fast", "beta_slow", "low_frequency_factor",
                             "high_frequency_factor", "given_attention_factor"})
        EXPECT_EQ(number_at(decay, values, id), number_at(rope, turned, id)) << name << " " << id;
      const Figure of_turning = rope.draw(turned, {.quick = true});
      if (i == 0) {
        const auto& drawn = layer<Curve>(of_turning, "frequencies", "inverse_frequency").y;
        const auto frequencies = facts["inverse_frequency"].get<std::vector<double>>();
        ASSERT_EQ(drawn.size(), frequencies.size()) << name;
        EXPECT_NEAR(drawn.back() / frequencies.back(), 1, 1e-12) << name;
        EXPECT_EQ(number_at(decay, values, "rotary_dimensions"), facts["rotary_dim"].get<double>()) << name;
        EXPECT_EQ(number_at(decay, values, "base"), facts["base"].get<double>()) << name;
      }
      const Figure figure = decay.draw(values, {.quick = true});
      EXPECT_TRUE(faults(figure).empty()) << name;
      EXPECT_EQ(reading(figure, "attention_factor"), reading(of_turning, "attention_factor")) << name;
    }
    ++models;
  }
  EXPECT_EQ(models, 20);
}

}  // namespace
}  // namespace theta
