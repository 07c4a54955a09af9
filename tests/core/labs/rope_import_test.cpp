// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_import.h"

#include "core/labs/all.h"
#include "core/model/problem.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <unistd.h>

namespace theta {
namespace {

class RopeImport : public testing::Test {
 protected:
  ~RopeImport() override { std::filesystem::remove(path_); }

  Imported read(const std::string& text) const {
    std::ofstream(path_, std::ios::binary) << text;
    return import_rope(path_);
  }

  const std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("rope_import-" + std::to_string(::getpid()) + ".json");
};

TEST_F(RopeImport, OfAModelDrawsItsFrequencies) {
  const Imported imported = read(
      R"({"model_type": "qwen3", "head_dim": 128, "rope_theta": 1000000, "max_position_embeddings": 131072,
          "rope_scaling": {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768}})");
  ASSERT_EQ(imported.variants.size(), 1u);
  const Lab& lab = *find_lab("rope");
  Values values = initial_values(lab);
  for (const Edit& edit : imported.variants[0].edits) values[edit.field] = edit.value;
  const Figure figure = lab.draw(values, {});
  EXPECT_NEAR(reading(figure, "attention_factor"), 1.138629436111989, 1e-12);
  for (const Layer& layer : find_panel(figure, "frequencies")->layers) {
    if (mark_of(layer).id != "inverse_frequency") continue;
    EXPECT_EQ(std::get<Curve>(layer).y.size(), 64u);
    EXPECT_NEAR(std::get<Curve>(layer).y[63] / 3.102344401879299e-07, 1, 1e-12);
  }
}

TEST_F(RopeImport, KindsOfLayerAreVariants) {
  const Imported imported =
      read(R"({"model_type": "gemma3_text", "rope_scaling": {"rope_type": "linear", "factor": 8}})");
  ASSERT_EQ(imported.variants.size(), 2u);
  EXPECT_EQ(imported.variants[0].id, "global");
  EXPECT_EQ(imported.variants[1].id, "local");
}

TEST_F(RopeImport, OutsideTheRangesIsRefusedByFileAndParameter) {
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

TEST_F(RopeImport, AFileOfAGigabyteIsRefusedAtOnce) {
  { std::ofstream(path_, std::ios::binary) << "{}"; }
  std::filesystem::resize_file(path_, std::uintmax_t{1} << 30);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THROW(import_rope(path_), InputError);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

}  // namespace
}  // namespace theta
