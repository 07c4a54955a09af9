// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/labs/rope_parameters.h"
#include "core/model/drag.h"
#include "core/model/lab.h"
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

const Lab& rotary_lab() { return *find_lab("rope"); }

Figure rope_figure(const Rope& parameters, const Pass& pass = {}) {
  return rotary_lab().draw(to_values(parameters), pass);
}

TEST(RopeLab, KeepsTheViewItOpensWith) {
  const Figure figure = rope_figure({});
  std::vector<std::string> panels, readings;
  for (const Panel& panel : figure.panels) panels.push_back(panel.id);
  for (const Reading& each : figure.readings) readings.push_back(each.id);
  EXPECT_EQ(panels, (std::vector<std::string>{"plane", "clocks", "logit", "frequencies"}));
  EXPECT_EQ(readings, (std::vector<std::string>{"logit", "logit_shifted", "norm_q", "norm_q_rotated", "theta",
                                                "wavelength", "turns", "attention_factor"}));
  EXPECT_EQ(figure.formula, "rope");
  expect_near(reading(figure, "logit"), -17.9082172660112);
  expect_near(reading(figure, "norm_q"), 9.245566938450931);
}

TEST(RopeLab, TabulatesTheRotations) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    const Rope parameters{.view = RopeView::table,
                          .entry = RotationEntry::sine,
                          .query_position = 3,
                          .head_dimension = 8,
                          .rotary_dimensions = 8,
                          .pair = 1,
                          .layout = layout};
    const Figure figure = rope_figure(parameters);
    const Map& map = layer<Map>(figure, "table", "table");
    ASSERT_EQ(map.values.size(), 8u * 128u);
    for (int pair = 0; pair < 4; ++pair) {
      const RopePair place = rope_pair(layout, 8, pair);
      for (const int row : {place.first, place.second}) {
        for (int position = 0; position < 128; ++position)
          EXPECT_NEAR(map.values[static_cast<std::size_t>(row * 128 + position)],
                      std::sin(position * std::pow(10, -pair)), 1e-13);
      }
    }
    expect_near(reading(figure, "sine"), 0.29552020666134);
    expect_near(reading(figure, "cosine"), 0.955336489125606);
    expect_near(reading(figure, "wavelength"), 20 * pi);
  }
}

TEST(RopeLab, NamesTheRowsOfTheTableByTheirWavelength) {
  const Figure figure = rope_figure({.view = RopeView::table});
  const Axis& rows = find_panel(figure, "table")->y;
  ASSERT_EQ(rows.categories.size(), 64u);
  EXPECT_EQ(fill(rows.categories[0]), "0: $\\lambda_{0} = 6.28$");
  EXPECT_EQ(fill(rows.categories[17]), "17: $\\lambda_{8} = 62.8$");
}

TEST(RopeLab, PicksPositionAndPairByARingOnTheTable) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    Rope parameters{.view = RopeView::table, .layout = layout};
    const Figure figure = rope_figure(parameters);
    for (int pair = 0; pair < 32; ++pair) {
      const RopePair place = rope_pair(layout, 64, pair);
      const std::vector<Move> asked = moves(figure.handles.at(0), {70.2, place.first + 0.3});
      ASSERT_EQ(asked.size(), 2u);
      EXPECT_EQ(edit_of(rotary_lab().fields, to_values(parameters), asked[0])->value,
                Value{std::int64_t{70}});
      EXPECT_EQ(edit_of(rotary_lab().fields, to_values(parameters), asked[1])->value,
                Value{std::int64_t{pair}});
    }
  }
}

}  // namespace
}  // namespace theta
