// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_file.h"

#include "app/save_file.h"
#include "core/labs/all.h"
#include "core/model/problem.h"
#include "tests/app/temporary_folder.h"
#include "ui/export/figure_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace theta {
namespace {

using testing::HasSubstr;

class OpenFile : public TemporaryFolder {
 protected:
  /// Why a file with these bytes is not opened.
  std::string refusal(const std::string& name, const std::string& bytes) const {
    const auto file = folder_ / name;
    save_file(file, bytes);
    try {
      read_file(file, all_labs().front());
    } catch (const InputError& error) {
      return error.what();
    }
    return "opened";
  }
};

TEST_F(OpenFile, EveryFormatOpensWithItsState) {
  const Lab& lab = *find_lab("angular-margin");
  const Origin origin{
      .lab = &lab, .state = {lab.id, preset_values(lab, lab.presets().at(1)), {}}, .version = "0.1.0"};
  for (const FileFormat format : {FileFormat::png, FileFormat::svg, FileFormat::pdf, FileFormat::tex,
                                  FileFormat::csv, FileFormat::json}) {
    const auto file = folder_ / ("figure." + format_name(format));
    save_file(file, figure_file(origin, format, {}));
    const auto opened = read_file(file, all_labs().front());
    ASSERT_TRUE(std::holds_alternative<FigureState>(opened)) << file;
    EXPECT_EQ(std::get<FigureState>(opened).state, origin.state) << file;
    EXPECT_FALSE(std::get<FigureState>(opened).program.empty()) << file;
  }
}

TEST_F(OpenFile, SaysOfAnotherProgramsFigureWhatCanBeOpened) {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  const std::string cases[][2] = {{"foreign.svg", svg},
                                  {"late.svg", "<!-- " + std::string(3000, '-') + " -->" + svg},
                                  {"foreign.csv", "a,b\n1,2\n"},
                                  {"foreign.tex", "\\documentclass{article}"},
                                  {"foreign.jpg", "\xFF\xD8\xFF\xE0"},
                                  {"empty.png", ""}};
  for (const auto& [name, bytes] : cases) {
    const std::string what = refusal(name, bytes);
    EXPECT_THAT(what, HasSubstr(name + ": a file that carries no Thetalab state")) << name;
    EXPECT_THAT(what, HasSubstr("a figure exported by Thetalab with its state: png, svg")) << name;
  }
  EXPECT_THAT(refusal("foreign.jpg", "\xFF\xD8"), HasSubstr("json; a saved state; a model's config.json"));
  EXPECT_THAT(refusal("config.json", "{\"a\": 1}"), HasSubstr("without model_type"));
}

}  // namespace
}  // namespace theta
