// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_panels.h"
#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace theta {
namespace {

TEST(ReceptiveFieldPyramid, HolesAndZerosAreDrawn) {
  const Figure holes = receptive_figure(receptive_preset("holes"));
  EXPECT_EQ(reading(holes, "receptive_field"), 13);
  EXPECT_EQ(reading(holes, "pixels_read"), 7);
  EXPECT_EQ(layer_of<Polygons>(holes, "units_read")->outlines.size(), 7u + 5u + 3u);
  EXPECT_TRUE(remarks_on(holes, "Holes"));
  const Map& map = *layer_of<Map>(holes, "footprint");
  EXPECT_EQ(std::ranges::count(map.values, 1.0), 49);
  EXPECT_EQ(layer_of<Polygons>(holes, "padding_read"), nullptr);
  const Figure edge = receptive_figure(with(receptive_preset("holes"), "position", "0"));
  EXPECT_NE(layer_of<Polygons>(edge, "padding_read"), nullptr);
  EXPECT_EQ(reading(edge, "pixels_read"), 4);
}

/// A line from every unit that is read to each it reads: the taps, none for zeros of the padding.
TEST(ReceptiveFieldPyramid, ConnectionsGoFromUnitsToWhatTheyRead) {
  const Receptive receptive{
      .layers = {{.padding = 1}, {.stride = 2, .padding = 1}}, .input_size = 15, .layer = 2};
  for (const auto& [position, lines] : {std::pair(7.0, 3 + 3 * 3), {-0.5, 2 + 2 + 3}}) {
    Receptive at = receptive;
    at.position = position;
    const Figure figure = receptive_figure(at);
    const Arrows& connections = *layer_of<Arrows>(figure, "connections");
    EXPECT_EQ(connections.arrows.size(), static_cast<std::size_t>(lines)) << position;
    for (const Arrow& line : connections.arrows) {
      EXPECT_EQ(std::round(line.tail.y) - std::round(line.tip.y), 1);
      EXPECT_LE(std::abs(line.tail.x - line.tip.x), 1) << "a tap to either side";
    }
  }
}

/// The cone at the image is the region, the one above holds the units that read the followed one.
TEST(ReceptiveFieldPyramid, ConesEndAtWhatIsReadAndReached) {
  const Receptive receptive{.layers = std::vector<LayerRow>(6, LayerRow{.padding = 1}),
                            .input_size = 33,
                            .layer = 2,
                            .position = 16};
  const Figure figure = receptive_figure(receptive);
  const auto width_at = [&](const char* id, double y) {
    double low = INFINITY, high = -INFINITY;
    for (const Point& corner : layer_of<Polygons>(figure, id)->outlines.at(0)) {
      if (corner.y != y) continue;
      low = std::min(low, corner.x);
      high = std::max(high, corner.x);
    }
    return high - low;
  };
  EXPECT_EQ(width_at("cone", 0), reading(figure, "receptive_field"));
  EXPECT_EQ(width_at("cone", 2), 1);
  for (int above = 3; above <= 6; ++above)
    EXPECT_EQ(width_at("reached", above), 1 + 2 * (above - 2)) << above;
}

/// All that is read is shown, zeros beyond the image too; a field far smaller than the image gets a page of
/// it.
TEST(ReceptiveFieldPyramid, ThePanelHoldsWhatTheUnitReads) {
  for (const int input : {16, 100, 5000}) {
    for (const double position : {-0.5, 7.0, input - 0.5}) {
      const Receptive receptive{.layers = std::vector<LayerRow>(4, LayerRow{.kernel = 5, .padding = 2}),
                                .input_size = input,
                                .layer = 4,
                                .position = position};
      const ReceptiveScene scene = receptive_scene(receptive, {});
      const Limits shown = shown_pixels(scene, scene.unit, scene.centre());
      EXPECT_LE(shown.low, static_cast<double>(scene.region().first)) << input << " " << position;
      EXPECT_GE(shown.high, static_cast<double>(scene.region().last)) << input << " " << position;
      if (input == 5000) {
        EXPECT_LT(shown.high - shown.low, 150);
      }
    }
  }
}

}  // namespace
}  // namespace theta
