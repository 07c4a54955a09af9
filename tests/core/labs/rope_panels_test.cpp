// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_panels.h"

#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>

namespace theta {
namespace {

using std::numbers::pi;

/// The arrows end where rotation by position times frequency takes what query and key hold.
TEST(RopePanels, ThePlaneTurnsEachByItsPosition) {
  const Rope rope{
      .query_position = 31, .key_position = 7, .shift = 3, .pair = 2, .scaling = RotaryScaling::none};
  const RopeScene scene = rope_scene(rope, {});
  const Figure figure{.title = "", .panels = {plane_panel(scene)}};
  const double frequency = std::pow(1e4, -2 / 32.0);
  const auto turned = [&](Point from, double position) {
    const double c = std::cos(position * frequency), s = std::sin(position * frequency);
    return Point{c * from.x - s * from.y, s * from.x + c * from.y};
  };
  const Point query = layer<Arrows>(figure, "plane", "rotated_query").arrows.at(0).tip,
              key = layer<Arrows>(figure, "plane", "rotated_key").arrows.at(0).tip;
  expect_near(query.x, turned(rope.query, 34).x);
  expect_near(query.y, turned(rope.query, 34).y);
  expect_near(key.x, turned(rope.key, 10).x);
  expect_near(key.y, turned(rope.key, 10).y);
  const Arc arc = layer<Arcs>(figure, "plane", "query_angle").arcs.at(0);
  EXPECT_NEAR(std::remainder(arc.to - std::atan2(query.y, query.x), 2 * pi), 0, 1e-12);
  EXPECT_GE(arc.to - arc.from, 0);
  EXPECT_LT(arc.to - arc.from, 2 * pi) << "whole turns are taken off";
  const Arc between = layer<Arcs>(figure, "plane", "angle_between").arcs.at(0);
  EXPECT_NEAR(std::cos(between.to - between.from),
              (query.x * key.x + query.y * key.y) / std::hypot(query.x, query.y) / std::hypot(key.x, key.y),
              1e-12);
  EXPECT_LE(std::abs(between.to - between.from), pi);
}

TEST(RopePanels, WhatIsNotSetHasNoRing) {
  const auto rings = [](RopeContent content) {
    std::set<std::string> ids;
    for (const Handle& each : plane_handles(rope_scene({.content = content}, {}))) ids.insert(each.id);
    return ids;
  };
  EXPECT_EQ(rings(RopeContent::random), (std::set<std::string>{"query", "key"}));
  EXPECT_EQ(rings(RopeContent::same), (std::set<std::string>{"query"}));
  EXPECT_EQ(rings(RopeContent::ones), std::set<std::string>{});
}

/// Each pair's hands stand at its angles, on a dial of its own that a click chooses.
TEST(RopePanels, ClocksShowTheAnglesOfTheirPair) {
  const RopeScene scene = rope_scene({.query_position = 900, .shift = 50, .pair = 4}, {});
  const Figure figure{.title = "", .panels = {clocks_panel(scene)}};
  const Panel& clocks = figure.panels[0];
  const Arrows &query = layer<Arrows>(figure, "clocks", "query_hands"),
               &key = layer<Arrows>(figure, "clocks", "key_hands");
  ASSERT_EQ(clocks.picks.size(), 32u);
  ASSERT_EQ(query.arrows.size(), 32u);
  std::set<std::pair<double, double>> places;
  for (std::size_t i = 0; i < 32; ++i) {
    const Pick& pick = clocks.picks[i];
    EXPECT_TRUE(places.insert({pick.centre.x, pick.centre.y}).second);
    EXPECT_EQ(pick.value, Value{static_cast<std::int64_t>(i)});
    EXPECT_GT(pick.centre.x, clocks.x.low);
    EXPECT_LT(pick.centre.x, clocks.x.high);
    EXPECT_GT(pick.centre.y, clocks.y.low);
    EXPECT_LT(pick.centre.y, clocks.y.high);
    for (const auto& [hands, position] : {std::pair(&query, 950.0), {&key, 55.0}}) {
      const Arrow& hand = hands->arrows[i];
      EXPECT_EQ(hand.tail, pick.centre);
      const double angle = position * std::pow(1e4, -static_cast<double>(i) / 32);
      EXPECT_NEAR(
          std::remainder(std::atan2(hand.tip.y - hand.tail.y, hand.tip.x - hand.tail.x) - angle, 2 * pi), 0,
          1e-11);
    }
  }
  EXPECT_EQ(layer<Arcs>(figure, "clocks", "chosen").arcs.at(0).centre, clocks.picks[4].centre);
  EXPECT_EQ(layer<Arcs>(figure, "clocks", "dials").arcs.size(), 31u);
}

}  // namespace
}  // namespace theta
