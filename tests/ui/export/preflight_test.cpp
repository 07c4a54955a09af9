// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/preflight.h"

#include "tests/ui/figure/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

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
      const Sheet sheet = sheet_for_venue({}, each.id + ":" + width.id, four_panels());
      for (const PreflightItem& found : preflight(four_panels(), sheet, FileFormat::pdf, &each)) {
        // A label over a line, or left out on half a page: mended by a click.
        if (found.id == "labels" || found.id == "words") continue;
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

TEST(Preflight, MeasuresWordsApartFromRaisedAndLoweredSigns) {
  Figure figure = four_panels();
  figure.panels.erase(figure.panels.begin());  // it has larger symbols
  const Sheet sheet = sheet_for_venue({}, "ieee", figure);
  const PreflightItem found = item("letters", figure, sheet);
  EXPECT_TRUE(found.passes);
  EXPECT_EQ(fill(found.finding),
            "The smallest words are 9 pt, raised and lowered signs 6.5 pt; 8 and 5.6 pt are the least.");
  figure.remarks = {"A remark."};
  EXPECT_TRUE(fill(item("letters", figure, sheet).finding).starts_with("The smallest words are 8.2 pt"));
  expect_mended("letters", figure, {.font_size = 7.5});
}

TEST(Preflight, FindsPlotsWithoutRoom) {
  EXPECT_TRUE(item("room", four_panels(), {.width = 180, .height = 130}).passes);
  const Sheet flat{.width = 180, .height = 60}, tiny{.width = 30, .height = 60};
  const PreflightItem taller = item("room", four_panels(), flat);
  ASSERT_TRUE(taller.mended);
  EXPECT_GT(taller.mended->height, 60);
  EXPECT_TRUE(item("room", four_panels(), *taller.mended).passes);
  const PreflightItem wider = item("room", four_panels(), tiny);
  ASSERT_TRUE(wider.mended) << "no height helps";
  EXPECT_GT(wider.mended->width, 30);
  EXPECT_TRUE(item("room", four_panels(), *wider.mended).passes);
}

TEST(Preflight, ShowsOnePanelAloneWhereThePageHasNoRoomForAll) {
  const Sheet large{.width = 160, .height = 90, .font_size = 16};
  const PreflightItem alone = item("room", four_panels(), large, FileFormat::pdf, "beamer");
  ASSERT_TRUE(alone.mended);
  ASSERT_EQ(alone.mended->panels.size(), 1u);
  EXPECT_TRUE(item("room", four_panels(), *alone.mended, FileFormat::pdf, "beamer").passes);
  for (const PreflightItem& each : warnings(four_panels(), large, FileFormat::pdf, &venue("beamer"), false))
    EXPECT_FALSE(each.mended) << "a grid's panels cannot be chosen: " << fill(each.mend);
}

TEST(Preflight, NamesTheFontThatAnSvgAsksFor) {
  const auto finding = [](SheetFamily family) {
    for (const PreflightItem& item : preflight(four_panels(), {.family = family}, FileFormat::svg, nullptr))
      if (item.id == "fonts") return fill(item.finding);
    return std::string();
  };
  EXPECT_EQ(finding(SheetFamily::sans), "Words stay text; who opens it needs Arial or a font of its widths.");
  EXPECT_EQ(finding(SheetFamily::serif),
            "Words stay text; who opens it needs Times New Roman or a font of its widths.");
}

TEST(Preflight, FindsNoTypeThreeFont) {
  EXPECT_TRUE(item("fonts", four_panels(), {}).passes);
  EXPECT_TRUE(item("fonts", four_panels(), {.text = SheetText::outline}).passes);
}

TEST(Preflight, FindsSeriesThatOnlyColourTellsApart) {
  Figure figure{.title = "Two"};
  Panel panel{.id = "a", .title = "Panel"};
  for (const Role role : {Role::series_1, Role::ink})
    panel.layers.push_back(
        Curve{.mark = {.id = "c" + std::to_string(static_cast<int>(role)), .label = "curve", .role = role},
              .x = {0, 1},
              .y = {0, 1}});
  figure.panels = {panel};
  EXPECT_TRUE(item("colours", figure, {}).passes);
  std::get<Curve>(figure.panels[0].layers[0]).mark.label = "one";
  const PreflightItem found = item("colours", figure, {.theme = SheetTheme::greyscale});
  EXPECT_EQ(fill(found.finding),
            "In “Panel”, one and curve differ in colour alone, and look alike to all readers.");
  EXPECT_EQ(fill(found.mend), "Take the print theme");
  expect_mended("colours", figure, {.theme = SheetTheme::greyscale}, FileFormat::svg);
  std::get<Curve>(figure.panels[0].layers[1]).dash = Dash::dashed;
  EXPECT_TRUE(item("colours", figure, {.theme = SheetTheme::greyscale}).passes);
}

/// One panel that a curve fills all over.
Figure tangle() {
  Curve curve{.mark = {.id = "curve"}, .x = {}, .y = {}};
  for (int i = 0; i <= 4000; ++i) {
    curve.x.push_back(i / 4000.0);
    curve.y.push_back(0.5 + 0.5 * std::sin(i));
  }
  Figure figure{.title = "Tangle"};
  figure.panels = {{.id = "a", .title = "Tangle", .layers = {curve}}};
  return figure;
}

TEST(Preflight, FindsLegendsThatCoverWhatIsDrawnOrAreLeftOut) {
  Figure figure = tangle();
  for (int i = 0; i < 12; ++i) {
    const std::string name = "a curve of number " + std::to_string(i);
    figure.panels[0].layers.emplace_back(
        Curve{.mark = {.id = name, .label = name.c_str()}, .x = {0, 1}, .y = {0.5, 0.5}});
  }
  const Sheet high{.width = 3.5 * inch, .height = 120}, low{.width = 3.5 * inch, .height = 30};
  EXPECT_EQ(fill(item("legends", figure, high).finding),
            "The legend of “Tangle” covers some of what is drawn.");
  EXPECT_EQ(fill(item("legends", figure, low).finding),
            "The legend of “Tangle” has no room and is left out.");
  expect_mended("legends", figure, low);
  EXPECT_GT(item("legends", figure, low).mended->width, low.width) << "there it stands above the plot";
  figure.panels[0].layers.erase(figure.panels[0].layers.begin());
  EXPECT_TRUE(item("legends", figure, high).passes) << "there is a free place";
}

TEST(Preflight, FindsWordsOverWhatIsDrawn) {
  Figure figure = tangle();
  EXPECT_TRUE(item("labels", figure, {}).passes);
  Note note{.mark = {.id = "note"}, .text = "summit", .at = {0.5, 0.5}};
  figure.panels[0].layers.emplace_back(note);
  const PreflightItem found = item("labels", figure, {});
  EXPECT_FALSE(found.passes);
  EXPECT_EQ(fill(found.finding), "In “Tangle”, words stand over what is drawn: summit.");
  EXPECT_FALSE(found.mended) << "the curve is everywhere at any size";
  note.anchor = Anchor::centre;
  figure.panels[0].layers.back() = note;
  EXPECT_TRUE(item("labels", figure, {}).passes) << "it is meant to stand on its line";
  EXPECT_THROW(item("labels", figure, {}, FileFormat::tex), std::runtime_error)
      << "LaTeX places words itself";
}

TEST(Preflight, FindsWordsLeftOut) {
  Figure figure{.title = "Notes"};
  const auto note = [](const char* words, Point at) {
    return Note{.mark = {.id = words}, .text = words, .at = at, .anchor = Anchor::centre};
  };
  figure.panels = {
      {.id = "a", .title = "Panel", .layers = {note("one place", {0.4, 0.5}), note("the next", {0.5, 0.5})}}};
  const Sheet narrow{.width = 3.5 * inch, .height = 60};
  EXPECT_EQ(fill(item("words", figure, narrow).finding),
            "In “Panel”, words have no room and are left out: the next.");
  expect_mended("words", figure, narrow);
  EXPECT_GT(item("words", figure, narrow).mended->width, narrow.width);
  figure.panels[0].layers.emplace_back(note("the next", {0.5, 0.9}));
  EXPECT_TRUE(item("words", figure, narrow).passes) << "the same stands at another place";
}

TEST(Preflight, FindsWordsThatAreCut) {
  const Sheet sheet{.width = 3.5 * inch, .height = 80};
  Figure title = four_panels(), axis = four_panels(), remarks = four_panels();
  for (Panel& panel : title.panels) panel.title = "What stands above this panel, one of four, at length";
  const PreflightItem found = item("words", title, {.width = 140, .height = 120});
  EXPECT_TRUE(fill(found.finding)
                  .starts_with("The title of “What stands above this panel, one of four, at length” is cut."))
      << fill(found.finding);
  ASSERT_TRUE(found.mended);
  EXPECT_EQ(found.mended->columns, 1);
  EXPECT_TRUE(fill(found.mend).starts_with("Put panels one below the other"));
  axis.panels[0].y.label = "what stands along this axis, at some length";
  expect_mended("words", axis, sheet);
  for (int i = 0; i < 12; ++i)
    remarks.remarks.push_back("What a reader has to know of all the panels above.");
  expect_mended("words", remarks, sheet);
}

TEST(Preflight, SaysWhereTextHasToBeEditable) {
  const Sheet sheet{.text = SheetText::outline};
  EXPECT_TRUE(item("fonts", four_panels(), sheet, FileFormat::pdf, "ieee").passes);
  const PreflightItem found = item("fonts", four_panels(), sheet, FileFormat::svg, "nature");
  EXPECT_FALSE(found.passes);
  ASSERT_TRUE(found.mended);
  EXPECT_EQ(found.mended->text, SheetText::keep);
}

TEST(Preflight, WarnsOfWhatIsSeenInTheFileAlone) {
  EXPECT_TRUE(warnings(four_panels(), {.width = 180, .height = 130}, FileFormat::pdf, nullptr).empty());
  const auto found = warnings(four_panels(), {.width = 180, .height = 60}, FileFormat::pdf, nullptr);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().id, "room");
  const auto outlined =
      warnings(four_panels(), {.text = SheetText::outline}, FileFormat::pdf, &venue("nature"));
  ASSERT_EQ(outlined.size(), 1u);
  EXPECT_EQ(outlined.front().id, "fonts");
}

TEST(Preflight, AsksNothingOfNumbers) {
  EXPECT_TRUE(preflight(four_panels(), {}, FileFormat::csv, nullptr).empty());
  EXPECT_FALSE(preflight(four_panels(), {}, FileFormat::pdf, nullptr).empty());
}

}  // namespace
}  // namespace theta
