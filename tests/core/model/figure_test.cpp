// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

Figure with(Layer layer) {
  Panel panel{.id = "p"};
  panel.layers = {std::move(layer)};
  Figure figure;
  figure.panels = {panel};
  return figure;
}

const std::vector<double> two = {0, 1}, three = {0, 1, 2}, infinite = {0, INFINITY}, gap = {0, NAN};

TEST(Figure, SoundLayersHaveNoFault) {
  const Layer sound[] = {Curve{.mark = {}, .x = two, .y = two},
                         Curve{.mark = {}, .x = two, .y = gap},
                         Curve{},
                         Band{.mark = {}, .x = two, .low = gap, .high = gap},
                         Points{.mark = {}, .x = two, .y = two},
                         Bars{.mark = {}, .x = two, .y = two},
                         Map{.mark = {}, .x = two, .y = three, .values = {1, 2, 3, 4, 5, 6}},
                         Arrows{.mark = {}, .arrows = {{{0, 0}, {1, 1}}}},
                         Polygons{.mark = {}, .outlines = {{{0, 0}, {1, 1}}}},
                         Arcs{.mark = {}, .arcs = {{{0, 0}, 1, 0, 1}}},
                         Rule{.mark = {}, .at = 1},
                         Span{.mark = {}, .low = 0, .high = 1},
                         Note{.mark = {}, .at = {0, 0}}};
  for (const Layer& layer : sound) EXPECT_TRUE(faults(with(layer)).empty()) << kind_id(layer);
}

TEST(Figure, EveryKindOfLayerIsLookedAt) {
  const Layer wrong[] = {Curve{.mark = {.id = "l"}, .x = two, .y = three},
                         Curve{.mark = {.id = "l"}, .x = gap, .y = two},
                         Curve{.mark = {.id = "l"}, .x = two, .y = infinite},
                         Band{.mark = {.id = "l"}, .x = two, .low = three, .high = two},
                         Band{.mark = {.id = "l"}, .x = two, .low = two, .high = three},
                         Band{.mark = {.id = "l"}, .x = gap, .low = two, .high = two},
                         Band{.mark = {.id = "l"}, .x = two, .low = infinite, .high = two},
                         Band{.mark = {.id = "l"}, .x = two, .low = two, .high = infinite},
                         Points{.mark = {.id = "l"}, .x = two, .y = three},
                         Points{.mark = {.id = "l"}, .x = two, .y = gap},
                         Points{.mark = {.id = "l"}, .x = gap, .y = two},
                         Bars{.mark = {.id = "l"}, .x = two, .y = three},
                         Bars{.mark = {.id = "l"}, .x = two, .y = gap},
                         Bars{.mark = {.id = "l"}, .x = gap, .y = two},
                         Bars{.mark = {.id = "l"}, .x = two, .y = two, .base = NAN},
                         Map{.mark = {.id = "l"}, .x = two, .y = two, .values = three},
                         Map{.mark = {.id = "l"}, .x = two, .y = {1}, .values = gap},
                         Map{.mark = {.id = "l"}, .x = gap, .y = {1}, .values = two},
                         Map{.mark = {.id = "l"}, .x = two, .y = {NAN}, .values = two},
                         Map{.mark = {.id = "l"}, .x = two, .y = {1}, .values = two, .low = -INFINITY},
                         Arrows{.mark = {.id = "l"}, .arrows = {{{0, NAN}, {1, 1}}}},
                         Arrows{.mark = {.id = "l"}, .arrows = {{{0, 0}, {INFINITY, 1}}}},
                         Polygons{.mark = {.id = "l"}, .outlines = {{{0, NAN}}}},
                         Arcs{.mark = {.id = "l"}, .arcs = {{{0, 0}, NAN, 0, 1}}},
                         Arcs{.mark = {.id = "l"}, .arcs = {{{0, 0}, 1, 0, INFINITY}}},
                         Rule{.mark = {.id = "l"}, .at = NAN},
                         Span{.mark = {.id = "l"}, .low = NAN},
                         Span{.mark = {.id = "l"}, .high = INFINITY},
                         Note{.mark = {.id = "l"}, .at = {NAN, 0}}};
  for (const Layer& layer : wrong) {
    const std::vector<std::string> found = faults(with(layer));
    ASSERT_EQ(found.size(), 1u) << kind_id(layer) << " " << (&layer - wrong);
    EXPECT_TRUE(found[0].starts_with("panel p, layer l ")) << found[0];
  }
}

TEST(Figure, AxesPicksHandlesAndReadingsAreLookedAt) {
  Figure figure = with(Rule{});
  EXPECT_TRUE(faults(figure).empty());
  const auto faulty = [&](auto spoil) {
    Figure copy = figure;
    spoil(copy);
    return faults(copy).size();
  };
  const Handle handle{.id = "h", .panel = "p", .bindings = {{.parameter = "a"}}};
  EXPECT_EQ(faulty([](Figure& f) { f.panels[0].x.low = 1; }), 1u) << "an empty axis";
  EXPECT_EQ(faulty([](Figure& f) { f.panels[0].y.high = INFINITY; }), 1u);
  EXPECT_EQ(faulty([](Figure& f) { f.panels[0].x.scale = AxisScale::log; }), 1u) << "from 0";
  EXPECT_EQ(faulty([](Figure& f) {
              f.panels[0].picks = {{.parameter = "a", .centre = {NAN, 0}, .value = true}};
            }),
            1u);
  EXPECT_EQ(faulty([&](Figure& f) { f.handles = {handle}; }), 0u);
  EXPECT_EQ(faulty([&](Figure& f) { f.handles = {handle}, f.handles[0].panel = "q"; }), 1u);
  EXPECT_EQ(faulty([&](Figure& f) { f.handles = {handle}, f.handles[0].at.x = NAN; }), 1u);
  EXPECT_EQ(faulty([&](Figure& f) { f.handles = {handle}, f.handles[0].bindings.clear(); }), 1u);
  EXPECT_EQ(faulty([](Figure& f) { f.readings = {{.id = "r", .label = "r", .value = NAN}}; }), 0u);
  EXPECT_EQ(faulty([](Figure& f) { f.readings = {{.id = "r", .label = "r", .value = INFINITY}}; }), 1u);
}

TEST(Figure, AHandlesPlaceBecomesNumbers) {
  using enum Binding::Coordinate;
  const auto moved = [](Binding binding) {
    const Handle handle{.id = "h", .panel = "p", .bindings = {binding}, .centre = {1, 1}};
    return moves(handle, {1, 3}).at(0);
  };
  EXPECT_EQ(std::get<double>(moved({.parameter = "a", .coordinate = x}).to), 1);
  EXPECT_EQ(std::get<double>(moved({.parameter = "a", .coordinate = y}).to), 3);
  EXPECT_EQ(std::get<double>(moved({.parameter = "a", .coordinate = y, .scale = -2, .offset = 5}).to), -1);
  EXPECT_EQ(std::get<double>(moved({.parameter = "a", .coordinate = radius}).to), 2);
  EXPECT_DOUBLE_EQ(std::get<double>(moved({.parameter = "a", .coordinate = angle}).to), std::numbers::pi / 2);
  EXPECT_EQ(std::get<Point>(moved({.parameter = "a", .scale = 2, .offset = 1}).to), (Point{3, 7}));
  EXPECT_EQ(moved({.parameter = "a", .coordinate = y, .element = 4}).element, 4u);
}

/// On a sphere looked at from longitude 0.5 its middle is there, and what lies beyond the rim is on it.
TEST(Figure, AHandleOnASphereBecomesALongitudeAndALatitude) {
  using enum Binding::Coordinate;
  const auto moved = [](Point to, SphereView view) {
    const Handle handle{
        .id = "h",
        .panel = "p",
        .bindings = {{.parameter = "longitude", .coordinate = x}, {.parameter = "latitude", .coordinate = y}},
        .sphere = view};
    const std::vector<Move> numbers = moves(handle, to);
    return Point{std::get<double>(numbers.at(0).to), std::get<double>(numbers.at(1).to)};
  };
  const auto expect_place = [](Point got, Point want) {
    EXPECT_NEAR(got.x, want.x, 1e-14);
    EXPECT_NEAR(got.y, want.y, 1e-14);
  };
  using std::numbers::pi;
  expect_place(moved({0, 0}, {.longitude = 0.5}), {0.5, 0});
  expect_place(moved({0, 0}, {.longitude = 0.5, .latitude = -0.3}), {0.5, -0.3});
  expect_place(moved({0.5, 0}, {.longitude = 0.5}), {0.5 + pi / 6, 0});
  expect_place(moved({3, 0}, {.longitude = 0.5}), {0.5 + pi / 2, 0});
  expect_place(moved({0, 0.5}, {.longitude = 0.5}), {0.5, pi / 6});
}

TEST(Figure, SeriesRepeatTheirColoursButNotTheirDashes) {
  EXPECT_EQ(series(0), Role::series_1);
  EXPECT_EQ(series(7), Role::series_8);
  EXPECT_EQ(series(8), Role::series_1);
  EXPECT_EQ(series_dash(0), Dash::solid);
  EXPECT_EQ(series_dash(1), Dash::solid);
  EXPECT_EQ(series_dash(2), Dash::dashed);
  for (std::size_t n = 0; n < 16; ++n) EXPECT_NE(series_dash(n), series_dash(n + 8)) << n;
}

TEST(Figure, GapsEqualEachOther) {
  const Curve curve{.mark = {.id = "c"}, .x = two, .y = gap};
  EXPECT_EQ(curve, curve);
  EXPECT_NE(curve, (Curve{.mark = {.id = "c"}, .x = two, .y = two}));
  const Band band{.mark = {}, .x = two, .low = gap, .high = gap};
  EXPECT_EQ(band, band);
  EXPECT_NE(band, (Band{.mark = {}, .x = two, .low = gap, .high = two}));
  const Reading none{.id = "r", .label = "r", .value = NAN};
  EXPECT_EQ(none, none);
  EXPECT_NE(none, (Reading{.id = "r", .label = "r", .value = 0}));
}

TEST(Figure, EqualsWhereAllInItDoes) {
  Figure figure = with(Curve{.mark = {.id = "c", .label = "C"}, .x = two, .y = gap});
  figure.handles = {{.id = "h", .panel = "p", .bindings = {{.parameter = "a"}}}};
  EXPECT_EQ(figure, Figure(figure));
  const auto differs = [&](auto change_one) {
    Figure copy = figure;
    change_one(copy);
    return !(copy == figure);
  };
  const auto curve = [](Figure& f) -> Curve& { return std::get<Curve>(f.panels[0].layers[0]); };
  EXPECT_TRUE(differs([&](Figure& f) { curve(f).mark.label = "D"; }));
  EXPECT_TRUE(differs([&](Figure& f) { curve(f).mark.role = Role::ink; }));
  EXPECT_TRUE(differs([&](Figure& f) { curve(f).x[0] = 1; }));
  EXPECT_TRUE(differs([&](Figure& f) { curve(f).dash = Dash::dotted; }));
  EXPECT_TRUE(differs([&](Figure& f) { curve(f).marker = Marker::disc; }));
  EXPECT_TRUE(differs([&](Figure& f) { curve(f).width = 9; }));
  EXPECT_TRUE(differs([](Figure& f) { f.panels[0].layers = {Rule{}}; }));
  EXPECT_TRUE(differs([](Figure& f) { f.panels[0].cell.rows = 2; }));
  EXPECT_TRUE(differs([](Figure& f) { f.handles[0].bindings[0].offset = 1; }));
  EXPECT_TRUE(differs([](Figure& f) { f.partial = true; }));
}

TEST(Figure, FindsPanelsAndMarks) {
  const Figure figure = with(Rule{.mark = {.id = "l"}});
  EXPECT_EQ(find_panel(figure, "p"), &figure.panels[0]);
  EXPECT_EQ(find_panel(figure, "q"), nullptr);
  EXPECT_EQ(mark_of(figure.panels[0].layers[0]).id, "l");
}

}  // namespace
}  // namespace theta
