// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/series_colours.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace theta {
namespace {

/// A panel with curves that have the colours of their places, as a lab draws them.
Panel panel_of(const std::vector<std::string>& ids) {
  Panel panel;
  for (std::size_t n = 0; const std::string& id : ids) {
    panel.layers.push_back(
        Curve{.mark = {.id = id, .label = verbatim(id), .role = series(n)}, .dash = series_dash(n)});
    ++n;
  }
  return panel;
}

std::vector<Role> roles(const Panel& panel) {
  std::vector<Role> all;
  for (const Layer& layer : panel.layers) all.push_back(mark_of(layer).role);
  return all;
}

Dash dash(const Panel& panel, std::size_t n) { return std::get<Curve>(panel.layers.at(n)).dash; }

using Roles = std::vector<Role>;
using enum Role;

TEST(SeriesColours, GoWithTheSeriesAndNotWithItsPlace) {
  std::vector<Panel> panels = {panel_of({"elu", "gelu"}), panel_of({"relu", "gelu"}),
                               panel_of({"relu", "elu", "swish", "gelu"})};
  share_series_colours(panels);
  EXPECT_EQ(roles(panels[0]), (Roles{series_1, series_2}));
  EXPECT_EQ(roles(panels[1]), (Roles{series_3, series_2}));
  EXPECT_EQ(roles(panels[2]), (Roles{series_3, series_1, series_4, series_2}));
}

TEST(SeriesColours, TakeTheirDashAlong) {
  std::vector<Panel> panels = {panel_of({"a", "b", "c"}), panel_of({"c", "d", "e", "a"})};
  share_series_colours(panels);
  EXPECT_EQ(dash(panels[1], 0), dash(panels[0], 2));
  EXPECT_EQ(dash(panels[1], 3), dash(panels[0], 0));
}

TEST(SeriesColours, HoldForAllThatGoesWithASeries) {
  std::vector<Panel> panels = {panel_of({"a", "b"}), panel_of({"b", "a"})};
  for (Panel& panel : panels) {
    panel.layers.push_back(Points{.mark = {.id = "extrema", .role = series_1}});
    panel.layers.push_back(Rule{.mark = {.id = "probe", .role = highlight}});
  }
  share_series_colours(panels);
  EXPECT_EQ(roles(panels[1]), (Roles{series_2, series_1, series_2, highlight}))
      << "the points belong to the first curve";
}

TEST(SeriesColours, AreNeverSharedWithinAPanel) {
  std::vector<Panel> panels = {panel_of({"a"}), panel_of({"b"}), panel_of({"b", "a"})};
  for (int n = 0; n < 9; ++n) panels.push_back(panel_of({"x" + std::to_string(n), "a", "b"}));
  share_series_colours(panels);
  for (const Panel& panel : panels) {
    Roles all = roles(panel);
    std::ranges::sort(all);
    EXPECT_TRUE(std::ranges::adjacent_find(all) == all.end());
  }
  EXPECT_EQ(roles(panels[2]), (Roles{series_2, series_1}));
}

TEST(SeriesColours, LeaveTheDashesOfCurvesThatHaveOneColour) {
  std::vector<Panel> panels = {panel_of({"a", "b"}), panel_of({"b"})};
  panels[1].layers.push_back(
      Curve{.mark = {.id = "b_rounded", .label = "rounded", .role = series_1}, .dash = Dash::dotted});
  share_series_colours(panels);
  EXPECT_EQ(roles(panels[1]), (Roles{series_2, series_2}));
  EXPECT_EQ(dash(panels[1], 1), Dash::dotted);
}

}  // namespace
}  // namespace theta
