// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/preflight.h"

#include "tests/ui/figure/sample.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

const Venue& venue(const char* id) { return *std::ranges::find(venues(), id, &Venue::id); }

PreflightItem item(const char* id, const Figure& figure, const Sheet& sheet,
                   FileFormat format = FileFormat::pdf, const char* where = "ieee") {
  const auto items = preflight(figure, sheet, format, &venue(where));
  const auto found = std::ranges::find(items, id, &PreflightItem::id);
  if (found == items.end()) throw std::runtime_error(id);
  return *found;
}

/// What the button leaves behind passes, and changed nothing else that passed.
void expect_mended(const char* id, const Figure& figure, const Sheet& sheet,
                   FileFormat format = FileFormat::pdf) {
  const PreflightItem found = item(id, figure, sheet, format);
  EXPECT_FALSE(found.passes) << id;
  EXPECT_FALSE(found.mend.empty()) << id;
  ASSERT_TRUE(found.mended) << id;
  EXPECT_TRUE(item(id, figure, *found.mended, format).passes) << id;
}

TEST(Preflight, PassesWhatAVenuesOwnSheetDraws) {
  for (const Venue& each : venues()) {
    for (const VenueWidth& width : each.widths) {
      const Sheet sheet = sheet_for_venue({}, each.id + ":" + width.id);
      for (const PreflightItem& found : preflight(four_panels(), sheet, FileFormat::pdf, &each)) {
        // Raised signs, grids and four panels in a narrow column: mended by a click.
        if (found.id == "letters" || found.id == "lines" || found.id == "room") continue;
        EXPECT_TRUE(found.passes) << each.id << " " << found.id << ": " << fill(found.finding);
      }
    }
  }
}

TEST(Preflight, MendsEachFault) {
  Sheet sheet{.width = 100, .height = 300, .font_size = 5, .line_width = 0.2, .dpi = 72};
  expect_mended("width", four_panels(), sheet);
  expect_mended("height", four_panels(), sheet);
  expect_mended("letters", four_panels(), sheet);
  expect_mended("lines", four_panels(), sheet);
  expect_mended("pixels", four_panels(), sheet, FileFormat::png);
  expect_mended("pixels", all_kinds(), sheet, FileFormat::svg);
}

TEST(Preflight, FindsPlotsWithoutRoom) {
  EXPECT_TRUE(item("room", four_panels(), {.width = 180, .height = 130}).passes);
  const Sheet flat{.width = 180, .height = 60}, tiny{.width = 30, .height = 60};
  const PreflightItem taller = item("room", four_panels(), flat);
  ASSERT_TRUE(taller.mended);
  EXPECT_GT(taller.mended->height, 60);
  EXPECT_TRUE(item("room", four_panels(), *taller.mended).passes);
  const PreflightItem alone = item("room", four_panels(), tiny);
  ASSERT_TRUE(alone.mended) << "no height helps";
  EXPECT_EQ(alone.mended->panels, std::vector{four_panels().panels.front().id});
}

TEST(Preflight, FindsNoTypeThreeFont) {
  EXPECT_TRUE(item("fonts", four_panels(), {}).passes);
  EXPECT_TRUE(item("fonts", four_panels(), {.text = SheetText::outline}).passes);
}

TEST(Preflight, FindsSeriesThatOnlyColourTellsApart) {
  Figure figure{.title = "Two"};
  Panel panel{.id = "a"};
  for (const Role role : {Role::series_1, Role::ink})
    panel.layers.push_back(
        Curve{.mark = {.id = "c" + std::to_string(static_cast<int>(role)), .label = "curve", .role = role},
              .x = {0, 1},
              .y = {0, 1}});
  figure.panels = {panel};
  EXPECT_TRUE(item("colours", figure, {}).passes);
  expect_mended("colours", figure, {.theme = SheetTheme::greyscale}, FileFormat::svg);
  std::get<Curve>(figure.panels[0].layers[1]).dash = Dash::dashed;
  EXPECT_TRUE(item("colours", figure, {.theme = SheetTheme::greyscale}).passes);
}

TEST(Preflight, AsksNothingOfNumbers) {
  EXPECT_TRUE(preflight(four_panels(), {}, FileFormat::csv, nullptr).empty());
  EXPECT_FALSE(preflight(four_panels(), {}, FileFormat::pdf, nullptr).empty());
}

}  // namespace
}  // namespace theta
