// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/venue.h"

#include "core/model/change.h"
#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <set>

namespace theta {
namespace {

std::string venue_refusal(const std::string& name) {
  try {
    sheet_for_venue({}, name);
    return "accepted";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(Venue, EachOfItsWidthsMakesASheetThatMayBe) {
  for (const Venue& venue : venues()) {
    for (const VenueWidth& width : venue.widths) {
      const Sheet sheet = sheet_for_venue({}, venue.id + ":" + width.id);
      EXPECT_TRUE(check(fields<Sheet>(), to_values(sheet)).empty()) << venue.id << ":" << width.id;
      EXPECT_EQ(sheet.width, width.millimetres);
      EXPECT_LE(sheet.height, venue.greatest_height) << venue.id;
      EXPECT_GE(sheet.dpi, venue.least_dpi);
      EXPECT_EQ(sheet.theme, SheetTheme::print);
    }
  }
}

TEST(Venue, KeepsItsOwnRules) {
  std::set<std::string> ids;
  for (const Venue& venue : venues()) {
    EXPECT_TRUE(ids.insert(venue.id).second) << venue.id;
    EXPECT_FALSE(venue.source.empty()) << venue.id;
    EXPECT_GE(venue.year, 2020) << venue.id;
    EXPECT_GE(venue.font_size, venue.least_font_size) << venue.id;
    EXPECT_GE(venue.line_width, venue.least_line_width) << venue.id;
    std::set<std::string> widths;
    for (const VenueWidth& width : venue.widths) EXPECT_TRUE(widths.insert(width.id).second) << venue.id;
  }
}

TEST(Venue, HasTheMeasuresOfItsGuide) {
  const struct {
    const char* name;
    double width, height, font_size;
  } cases[] = {{"nature", 89, 89 / 1.5, 7},     {"nature:double", 183, 122, 7},
               {"ieee", 88.9, 88.9 / 1.5, 9},   {"neurips", 139.7, 139.7 / 1.5, 8},
               {"icml", 82.55, 82.55 / 1.5, 8}, {"cvpr:double", 174.625, 174.625 / 1.5, 8},
               {"beamer", 160, 90, 9},          {"a4", 170, 170 / 1.5, 11}};
  for (const auto& [name, width, height, font_size] : cases) {
    const Sheet sheet = sheet_for_venue({}, name);
    EXPECT_NEAR(sheet.width, width, 1e-12) << name;
    EXPECT_NEAR(sheet.height, height, 1e-12) << name;
    EXPECT_EQ(sheet.font_size, font_size) << name;
  }
}

TEST(Venue, WithoutAWidthIsItsFirst) {
  for (const Venue& venue : venues())
    EXPECT_EQ(sheet_for_venue({}, venue.id), sheet_for_venue({}, venue.id + ":" + venue.widths.front().id));
}

TEST(Venue, LeavesWhatItSaysNothingAbout) {
  const Sheet before{.text = SheetText::outline, .transparent = true, .state = false, .panels = {"plane"}};
  const Sheet after = sheet_for_venue(before, "icml");
  EXPECT_EQ(after.text, before.text);
  EXPECT_EQ(after.transparent, before.transparent);
  EXPECT_EQ(after.state, before.state);
  EXPECT_EQ(after.panels, before.panels);
}

TEST(Venue, OfNoKnownNameListsWhatIsAllowed) {
  std::string all;
  for (const Venue& venue : venues()) all += (all.empty() ? "" : ", ") + venue.id;
  EXPECT_EQ(venue_refusal("natur"), "venue: “natur” was given; allowed: " + all);
  EXPECT_EQ(venue_refusal(""), "venue: “” was given; allowed: " + all);
  EXPECT_EQ(venue_refusal("nature:wide"), "venue: “nature:wide” was given; allowed: single, middle, double");
  EXPECT_EQ(venue_refusal("nature:"), "venue: “nature:” was given; allowed: single, middle, double");
  EXPECT_EQ(venue_refusal("a4:text:x"), "venue: “a4:text:x” was given; allowed: text");
}

TEST(Venue, KeepsColoursThatWereChosen) {
  EXPECT_EQ(sheet_for_venue({.theme = SheetTheme::greyscale}, "nature").theme, SheetTheme::greyscale);
  EXPECT_EQ(sheet_for_venue({.theme = SheetTheme::dark}, "beamer").theme, SheetTheme::dark);
}

TEST(Venue, IsKnownByItsSheet) {
  for (const Venue& venue : venues()) {
    for (const VenueWidth& width : venue.widths) {
      const std::string name = venue.id + ":" + width.id;
      Sheet sheet = sheet_for_venue({.text = SheetText::outline}, name);
      sheet.theme = SheetTheme::greyscale;
      sheet.height = venue.greatest_height;
      EXPECT_TRUE(is_sheet_of(sheet, name));
      EXPECT_TRUE(venue_of_sheet(sheet)) << name;
    }
  }
  Sheet sheet = sheet_for_venue({}, "nature:single");
  EXPECT_EQ(venue_of_sheet(sheet), "nature:single");
  sheet.font_size = 9;
  EXPECT_FALSE(venue_of_sheet(sheet));
  EXPECT_FALSE(is_sheet_of(sheet, "nature:single"));
  EXPECT_FALSE(venue_of_sheet({}));
}

}  // namespace
}  // namespace theta
