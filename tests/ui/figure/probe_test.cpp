// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/probe.h"

#include "tests/ui/figure/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

using testing::ElementsAre;

Panel panel_of(std::vector<Layer> layers) {
  return {.id = "panel",
          .title = "Title",
          .x = {.label = "$x$", .low = 0, .high = 4},
          .y = {.label = "$y$", .low = 0, .high = 4},
          .layers = std::move(layers)};
}

PanelPlace placed(const Panel& panel) {
  return lay_out({shape_of(panel)}, light_theme(), QSizeF(500, 400)).front();
}

/// The rows of what is said where a point of the panel lies.
std::vector<std::string> said_at(const Panel& panel, Point point) {
  const PanelPlace place = placed(panel);
  std::vector<std::string> rows;
  const auto found = probe(panel, place, place.coordinates().pixel(point));
  if (!found) return rows;
  for (const Probe::Row& row : found->rows) rows.push_back(fill(row.words));
  return rows;
}

const Curve slanted{.mark = {.id = "line", .label = "line"}, .x = {0, 1, 2, 3, 4}, .y = {0, 1, 2, 3, 4}};

TEST(Probe, ReadsTheSampleNearestToTheMouse) {
  EXPECT_THAT(said_at(panel_of({slanted}), {1.1, 1.1}), ElementsAre("$x$: 1", "line: 1"));
  EXPECT_THAT(said_at(panel_of({slanted}), {1.9, 1.9}), ElementsAre("$x$: 2", "line: 2"));
}

TEST(Probe, ReadsAllOthersAtTheSameX) {
  const Curve coarse{.mark = {.id = "coarse", .label = "coarse"}, .x = {0, 4}, .y = {4, 2}};
  const Band band{.mark = {.id = "band", .label = "band"}, .x = {0, 4}, .low = {0, 0}, .high = {1, 3}};
  EXPECT_THAT(said_at(panel_of({slanted, coarse, band}), {1.02, 1}),
              ElementsAre("$x$: 1", "line: 1", "coarse: 3.5", "band: 0 to 1.5"));
}

TEST(Probe, SaysNothingOfACurveWhereItIsCut) {
  const Curve cut{.mark = {.id = "cut", .label = "cut"}, .x = {0, 1, 3, 4}, .y = {0, NAN, NAN, 4}};
  EXPECT_THAT(said_at(panel_of({slanted, cut}), {2.02, 2}), ElementsAre("$x$: 2", "line: 2"));
}

TEST(Probe, ReadsTheCellOfAMap) {
  const Map map{
      .mark = {.id = "map", .label = "share"}, .x = {1, 2}, .y = {1, 2}, .values = {0.1, 0.2, 0.3, 0.4}};
  EXPECT_THAT(said_at(panel_of({map}), {2.2, 0.9}), ElementsAre("$x$: 2", "$y$: 1", "share: 0.2"));
}

TEST(Probe, APointUnderTheMouseIsMeantItself) {
  const Points points{.mark = {.id = "points", .label = "dot"}, .x = {2}, .y = {3}};
  EXPECT_THAT(said_at(panel_of({slanted, points}), {2.02, 3.02}), ElementsAre("dot: 2, 3"));
}

TEST(Probe, OutsideThePlotThereIsNothing) {
  const Panel panel = panel_of({slanted});
  EXPECT_FALSE(probe(panel, placed(panel), {2, 2}));
}

}  // namespace
}  // namespace theta
