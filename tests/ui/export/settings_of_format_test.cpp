// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/settings_of_format.h"

#include "core/model/problem.h"
#include "tests/ui/figure/sample.h"
#include "ui/export/figure_file.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

Value other_than(const Value& value) {
  if (const bool* on = std::get_if<bool>(&value)) return !*on;
  if (const auto* option = std::get_if<Option>(&value)) return Option{option->index == 0 ? 1u : 0u};
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    return *whole == 0 ? std::int64_t{1} : *whole / 2;
  return std::get<double>(value) * 1.5;
}

TEST(SettingsOfFormat, AreThoseThatChangeItsFiles) {
  Lab lab;
  lab.id = "none";
  const Origin origin{.lab = &lab, .state = {lab.id, {}, {}}, .version = "0"};
  const std::vector<Field> described = fields<Sheet>();
  for (const FileFormat format : file_formats) {
    for (std::size_t i = 0; i < described.size(); ++i) {
      // wide enough for columns, of which there can be fewer; a white ground is left to the page in LaTeX
      Sheet plain_sheet = {.width = 300, .height = 200, .theme = SheetTheme::dark, .dpi = 40};
      if (described[i].name.id != "state") plain_sheet.state = false;  // it holds the sheet
      Values values = to_values(plain_sheet);
      values[i] = other_than(values[i]);
      const Sheet other = from_values<Sheet>(values);
      const bool differs = figure_file(all_kinds(), origin, format, plain_sheet) !=
                           figure_file(all_kinds(), origin, format, other);
      EXPECT_EQ(differs, has_setting(format, described[i].name.id))
          << described[i].name.id << " of " << format_name(format);
    }
  }
}

TEST(SettingsOfFormat, OfOneFormatAloneAreRefusedByTheOthers) {
  EXPECT_NO_THROW(check_settings({.build_up = true}, FileFormat::pdf));
  EXPECT_THROW(check_settings({.build_up = true}, FileFormat::png), InputError);
  EXPECT_THROW(check_settings({.numbers = SheetNumbers::table}, FileFormat::json), InputError);
  EXPECT_NO_THROW(check_settings({.theme = SheetTheme::print, .transparent = true}, FileFormat::csv));
}

}  // namespace
}  // namespace theta
