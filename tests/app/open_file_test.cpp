// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_file.h"

#include "app/save_file.h"
#include "core/labs/all.h"
#include "tests/app/temporary_folder.h"
#include "ui/export/figure_file.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

class OpenFile : public TemporaryFolder {};

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

}  // namespace
}  // namespace theta
