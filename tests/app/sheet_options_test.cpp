// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheet_options.h"

#include "core/model/problem.h"
#include "core/model/venue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

using testing::HasSubstr;

Sheet sized(const std::string& size) {
  return sheet_of({.size = size, .venue = {}, .set = {}, .panels = {}});
}

std::string complaint_about(const SheetWords& words) {
  try {
    sheet_of(words);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(SheetOptions, MeasuresInEachUnit) {
  struct Measured {
    const char* size;
    double width, height;
  };
  for (const Measured& each :
       {Measured{"89mmx60mm", 89, 60}, Measured{"89x60mm", 89, 60}, Measured{"89mmx60", 89, 60},
        Measured{"8.9cmx6cm", 89, 60}, Measured{"3.5inx2in", 88.9, 50.8}, Measured{"72ptx144pt", 25.4, 50.8},
        Measured{"960pxx480px", 254, 127}, Measured{"960x480", 254, 127}, Measured{"8.9cmx60mm", 89, 60}}) {
    EXPECT_NEAR(sized(each.size).width, each.width, 1e-9) << each.size;
    EXPECT_NEAR(sized(each.size).height, each.height, 1e-9) << each.size;
  }
}

TEST(SheetOptions, PixelsAreAskedForExactly) {
  EXPECT_EQ(sized("960x480").dpi, 96);
  EXPECT_EQ(sized("254mmx127mm").dpi, Sheet().dpi);
  EXPECT_EQ(sheet_of({.size = "960x480", .venue = {}, .set = {{"dpi", "300"}}, .panels = {}}).dpi, 300);
}

TEST(SheetOptions, RefusesWhatIsNoSize) {
  for (const char* size : {"", "x", "89", "89mm", "89mmx", "x60mm", "89furlongsx60", "89mm60mm", "-89x60"})
    EXPECT_THAT(complaint_about({.size = size, .venue = {}, .set = {}, .panels = {}}),
                HasSubstr("WIDTHxHEIGHT in mm, cm, in, pt or px"))
        << size;
  for (const char* size : {"1mmx60mm", "89mmx99999mm", "1e300x60mm"})
    EXPECT_THAT(complaint_about({.size = size, .venue = {}, .set = {}, .panels = {}}), HasSubstr("mm a side"))
        << size;
}

TEST(SheetOptions, WhatIsSaidOfASizeOverridesTheVenue) {
  const Sheet sheet =
      sheet_of({.size = "100x50mm", .venue = "nature", .set = {{"font_size", "6"}}, .panels = {"plane"}});
  EXPECT_EQ(sheet.width, 100);
  EXPECT_EQ(sheet.font_size, 6);
  EXPECT_EQ(sheet.theme, sheet_for_venue({}, "nature").theme);
  EXPECT_EQ(sheet.panels, std::vector<std::string>{"plane"});
}

TEST(SheetOptions, NamesTheValueThatIsNotAllowed) {
  EXPECT_THAT(complaint_about({.size = {}, .venue = {}, .set = {{"font_size", "900"}}, .panels = {}}),
              HasSubstr("900"));
  EXPECT_THAT(complaint_about({.size = {}, .venue = "Natura", .set = {}, .panels = {}}), HasSubstr("Natura"));
}

TEST(SheetOptions, AHeightIsFreeWhereOnlyAVenueIsNamed) {
  const auto is_free = [](const SheetWords& words) { return asked_sheet(words).height_is_free; };
  EXPECT_TRUE(is_free({.size = {}, .venue = "nature", .set = {}, .panels = {}}));
  EXPECT_FALSE(is_free({.size = {}, .venue = {}, .set = {}, .panels = {}}));
  EXPECT_FALSE(is_free({.size = "89mmx60mm", .venue = "nature", .set = {}, .panels = {}}));
  EXPECT_FALSE(is_free({.size = {}, .venue = "nature", .set = {{"height", "60"}}, .panels = {}}));
}

TEST(SheetOptions, TheScreensSheetHasItsPixels) {
  const Sheet sheet = screen_sheet(1200, 800, true);
  EXPECT_NEAR(sheet.width / 25.4 * static_cast<double>(sheet.dpi), 1200, 1e-9);
  EXPECT_NEAR(sheet.height / 25.4 * static_cast<double>(sheet.dpi), 800, 1e-9);
  EXPECT_EQ(sheet.theme, SheetTheme::dark);
}

}  // namespace
}  // namespace theta
