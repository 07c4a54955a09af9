// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery.h"

#include "core/labs/all.h"
#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>

namespace theta {
namespace {

namespace fs = std::filesystem;

using FillGallery = TemporaryFolder;

TEST_F(FillGallery, fills_a_gallery) {
  const Outcome outcome = run_thetalab("gallery --size 400x300 " + in_folder("new/gallery"));
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.error, testing::HasSubstr("thetalab: rope-slide_both.png: "));
  std::size_t files = 0;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line); ++files) EXPECT_GT(fs::file_size(line), 0u) << line;
  std::size_t presets = 0;
  for (const Lab& lab : all_labs()) presets += lab.presets().size();
  EXPECT_EQ(files, presets);
}

}  // namespace
}  // namespace theta
