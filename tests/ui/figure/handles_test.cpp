// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/handles.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Coordinate = Binding::Coordinate;

PanelPlace place_of(Axis x = {.low = 0, .high = 10}, Axis y = {.low = 0, .high = 1}) {
  return lay_out({{.id = "panel",
                   .x = std::move(x),
                   .y = std::move(y),
                   .cell = {},
                   .title = "Title",
                   .hint = {},
                   .names = {}}},
                 light_theme(), QSizeF(500, 400))
      .front();
}

Handle handle_along(std::initializer_list<Coordinate> coordinates, Point at) {
  Handle handle{.id = "handle", .panel = "panel", .at = at};
  for (const Coordinate each : coordinates)
    handle.bindings.push_back({.parameter = "parameter", .coordinate = each});
  return handle;
}

Figure with(const Handle& handle) {
  return {.title = "Figure", .panels = {{.id = "panel"}}, .handles = {handle}};
}

TEST(Handles, StandWhereTheyAreAndAtTheEdgeWhereTheyWouldBeBeyond) {
  const PanelPlace place = place_of();
  const auto at = [&](Point point) {
    return place_handles(with(handle_along({Coordinate::point}, point)), {place}).front().at;
  };
  EXPECT_EQ(at({5, 0.5}), place.plot.center());
  EXPECT_EQ(at({15, 0.5}).x(), place.plot.right());
  EXPECT_EQ(at({5, -1}).y(), place.plot.bottom());
  EXPECT_TRUE(place_handles(with(handle_along({Coordinate::x}, {std::nan(""), 0})), {place}).empty());
}

TEST(Handles, AreFoundWithinReachTheNearestFirst) {
  const std::vector<HandlePlace> handles = {{.handle = 0, .at = {100, 100}}, {.handle = 1, .at = {110, 100}}};
  EXPECT_EQ(handle_at(handles, {103, 100}, light_theme()), 0u);
  EXPECT_EQ(handle_at(handles, {108, 100}, light_theme()), 1u);
  EXPECT_FALSE(handle_at(handles, {100, 130}, light_theme()));
  EXPECT_TRUE(handle_at(handles, {100, 118}, projector(light_theme()))) << "larger rings reach farther";
}

TEST(Handles, ADragStaysInThePlotAndOnTheHandlesAxis) {
  const PanelPlace place = place_of();
  const Handle along_x = handle_along({Coordinate::x}, {5, 0.3}),
               both = handle_along({Coordinate::x, Coordinate::y}, {5, 0.3});
  const QPointF far = place.plot.topRight() + QPointF(500, -500);
  EXPECT_EQ(dragged_to(along_x, place, far), (Point{10, 0.3}));
  EXPECT_EQ(dragged_to(both, place, far), (Point{10, 1}));
}

TEST(Handles, ArrowKeysStepAsTheAxisCounts) {
  const PanelPlace place = place_of();
  const Handle along_x = handle_along({Coordinate::x}, {5, 0.3});
  EXPECT_NEAR(stepped(along_x, place, 1, 0, Stride::usual)->x, 5.1, 1e-12);
  EXPECT_NEAR(stepped(along_x, place, -1, 0, Stride::fine)->x, 4.99, 1e-12);
  EXPECT_NEAR(stepped(along_x, place, 1, 0, Stride::coarse)->x, 6, 1e-12);
  EXPECT_FALSE(stepped(along_x, place, 0, 1, Stride::usual)) << "it cannot go up";
  const PanelPlace whole = place_of({.low = 0, .high = 10, .whole = true});
  EXPECT_EQ(stepped(along_x, whole, 1, 0, Stride::fine)->x, 6) << "never less than one";
  const PanelPlace log = place_of({.scale = AxisScale::log, .low = 1, .high = 100});
  EXPECT_NEAR(stepped(along_x, log, 1, 0, Stride::usual)->x, 5 * std::pow(10, 0.02), 1e-12);
}

TEST(Handles, ArrowKeysTurnByADegree) {
  const Handle turning = handle_along({Coordinate::angle}, {1, 0});
  const Point to = *stepped(turning, place_of(), 0, 1, Stride::usual);
  EXPECT_NEAR(std::atan2(to.y, to.x), std::numbers::pi / 180, 1e-12);
  EXPECT_NEAR(std::hypot(to.x, to.y), 1, 1e-12);
}

}  // namespace
}  // namespace theta
