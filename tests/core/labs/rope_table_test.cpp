// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drag.h"
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <numbers>
#include <vector>

namespace theta {
namespace {

TEST(RopeTable, TabulatesTheRotations) {
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
    expect_near(reading(figure, "wavelength"), 20 * std::numbers::pi);
  }
}

TEST(RopeTable, NamesTheRowsOfTheTableByTheirWavelength) {
  const Figure figure = rope_figure({.view = RopeView::table});
  const Axis& rows = find_panel(figure, "table")->y;
  ASSERT_EQ(rows.categories.size(), 64u);
  EXPECT_EQ(fill(rows.categories[0]), "0: $\\lambda_{0} = 6.28$");
  EXPECT_EQ(fill(rows.categories[17]), "17: $\\lambda_{8} = 62.8$");
}

TEST(RopeTable, PicksPositionAndPairByARingOnTheTable) {
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
