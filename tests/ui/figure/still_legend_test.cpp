// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/still_legend.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace theta {
namespace {

/// A panel of named areas, too wide a legend for its title's row, with one quarter full: 0 is the top left
/// one, 1 the top right, 2 the bottom left, 3 the bottom right.
Panel with_full_quarter(int quarter, const std::string& name = "an area with quite a long name") {
  Panel panel{.id = "panel",
              .title = "A title that is long enough to leave little room beside it",
              .x = {.low = 0, .high = 2},
              .y = {.low = 0, .high = 2}};
  Points full{.mark = {.id = "full"}, .x = {}, .y = {}, .size = 4};
  for (int i = 0; i < 40; ++i) {
    for (int k = 0; k < 40; ++k) {
      full.x.push_back(quarter % 2 + 0.0125 + i / 40.0);
      full.y.push_back((quarter < 2 ? 1 : 0) + 0.0125 + k / 40.0);
    }
  }
  panel.layers.push_back(std::move(full));
  for (const char* id : {"a", "b"})
    panel.layers.push_back(Bars{.mark = {.id = id, .label = verbatim(name + " " + id)}, .x = {-9}, .y = {0}});
  return panel;
}

class StillLegendTest : public testing::Test {
 protected:
  PanelPlace place_of(const Panel& panel) const {
    return lay_out({shape_of(panel)}, theme_, {640, 480}).front();
  }
  ComposedPanel composed(const Panel& panel, LabelMemory memory = {}) const {
    return compose_panel(panel, place_of(panel), {}, theme_, fonts_, memory);
  }
  void add(const Panel& panel) { legend_.add(panel, place_of(panel), composed(panel), theme_); }
  QRectF box(const PlacedLegend& placed) const {
    return {placed.legend.top_left, legend_size(placed.legend, theme_)};
  }

  Theme theme_ = light_theme();
  Letterings fonts_ = letterings(theme_);
  StillLegend legend_;
};

TEST_F(StillLegendTest, StandsWhereItHidesNothingInAnyFigure) {
  for (const int quarter : {0, 1, 3}) add(with_full_quarter(quarter));
  const std::optional<PlacedLegend> placed = legend_.placed(theme_);
  ASSERT_TRUE(placed);
  EXPECT_TRUE(legend_.is_needed());
  EXPECT_EQ(placed->covers, 0);
  const QRectF within = place_of(with_full_quarter(0)).plot;
  EXPECT_LT(box(*placed).right(), within.center().x());
  EXPECT_GT(box(*placed).top(), within.center().y());
  for (const int quarter : {0, 1, 3}) {
    const PanelWords words = composed(with_full_quarter(quarter), {.legends = {{"panel", *placed}}}).words;
    EXPECT_EQ(box(*words.legend), box(*placed));
  }
}

TEST_F(StillLegendTest, SaysWhereNoPlaceIsFreeInAll) {
  for (const int quarter : {0, 1, 2, 3}) add(with_full_quarter(quarter));
  EXPECT_GT(legend_.placed(theme_)->covers, 0);
}

TEST_F(StillLegendTest, HasRoomForTheLongestNames) {
  add(with_full_quarter(0, "short"));
  add(with_full_quarter(0, "a name that is the longest of them all"));
  const PlacedLegend placed = *legend_.placed(theme_);
  const auto words = [&](const char* name) {
    return composed(with_full_quarter(0, name), {.legends = {{"panel", placed}}}).words;
  };
  EXPECT_EQ(box(*words("short").legend), box(placed));
  EXPECT_EQ(box(*words("a name that is the longest of them all").legend), box(placed));
}

TEST_F(StillLegendTest, IsNotNeededWhereNamesStandBesideTheirCurves) {
  Panel panel = with_full_quarter(0);
  panel.layers = {Curve{.mark = {.id = "c", .label = "c"}, .x = {0, 2}, .y = {1, 1}}};
  add(panel);
  EXPECT_FALSE(legend_.is_needed());
}

TEST_F(StillLegendTest, ANameHasItsSlotWhicheverAreShown) {
  Panel panel = with_full_quarter(0);
  add(panel);
  const PlacedLegend placed = *legend_.placed(theme_);
  panel.layers.erase(panel.layers.begin() + 1);  // a
  const PanelWords words = composed(panel, {.legends = {{"panel", placed}}}).words;
  ASSERT_EQ(words.legend->legend.entries.size(), 2u);
  EXPECT_FALSE(words.legend->legend.entries[0].shown);
  EXPECT_TRUE(words.legend->legend.entries[1].shown);
  EXPECT_EQ(box(*words.legend), box(placed));
}

}  // namespace
}  // namespace theta
