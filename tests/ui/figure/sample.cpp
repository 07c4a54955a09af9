// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/figure/sample.h"

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

Panel plane(double phase) {
  const Point q{1.1, 0.6}, k{0.4, 0.95};
  const auto turned = [&](Point p, double by) {
    return Point{p.x * std::cos(by) - p.y * std::sin(by), p.x * std::sin(by) + p.y * std::cos(by)};
  };
  Panel panel{.id = "plane", .title = "Pair 3 in the plane"};
  panel.x = {.low = -1.8, .high = 1.8};
  panel.y = panel.x;
  panel.frame = Frame::cross;
  panel.equal_aspect = true;
  panel.layers = {Arcs{.mark = {.id = "circles", .role = Role::muted},
                       .arcs = {{.centre = {}, .radius = std::hypot(q.x, q.y), .from = 0, .to = 2 * pi},
                                {.centre = {}, .radius = std::hypot(k.x, k.y), .from = 0, .to = 2 * pi}}},
                  Arcs{.mark = {.id = "turn", .role = Role::series_1},
                       .arcs = {{.centre = {},
                                 .radius = 0.38,
                                 .from = std::atan2(q.y, q.x),
                                 .to = std::atan2(q.y, q.x) + 5.9 + phase,
                                 .label = "$m\\theta$"}}},
                  Arcs{.mark = {.id = "between", .role = Role::ink},
                       .arcs = {{.centre = {}, .radius = 0.7, .from = 1.2, .to = 2.4, .label = "68.8°"}},
                       .opacity = 0.08},
                  Arrows{.mark = {.id = "q", .role = Role::series_1},
                         .arrows = {{{}, q, "$q$"}},
                         .dash = Dash::dashed,
                         .width = 1.2,
                         .heads = false},
                  Arrows{.mark = {.id = "k", .role = Role::series_2},
                         .arrows = {{{}, k, "$k$"}},
                         .dash = Dash::dashed,
                         .width = 1.2,
                         .heads = false},
                  Arrows{.mark = {.id = "rq", .role = Role::series_1},
                         .arrows = {{{}, turned(q, 5.9 + phase), "$R_m q$"}}},
                  Arrows{.mark = {.id = "rk", .role = Role::series_2},
                         .arrows = {{{}, turned(k, 2.1 + phase), "$R_n k$"}}}};
  return panel;
}

Panel dials(double phase) {
  Panel panel{.id = "dials",
              .title = "All 32 pairs",
              .hint = "click one",
              .x = {.low = -0.55, .high = 7.55},
              .y = {.low = -3.55, .high = 0.55},
              .frame = Frame::none,
              .equal_aspect = true,
              .cell = {.column = 1}};
  Arcs rims{.mark = {.id = "rims", .role = Role::muted}},
      chosen{.mark = {.id = "chosen", .role = Role::highlight}, .width = 2, .opacity = 0.12};
  Arrows m{
      .mark = {.id = "m", .label = "$m\\theta_i$", .role = Role::series_1}, .width = 1.6, .heads = false},
      n{.mark = {.id = "n", .label = "$n\\theta_i$", .role = Role::series_2}, .width = 1.6, .heads = false};
  for (int i = 0; i < 32; ++i) {
    const Point centre{static_cast<double>(i % 8), static_cast<double>(-(i / 8))};
    (i == 3 ? chosen : rims).arcs.push_back({.centre = centre, .radius = 0.4, .from = 0, .to = 2 * pi});
    const double angle = (14 + phase) * std::pow(10'000, -i / 32.0);
    m.arrows.push_back({centre, {centre.x + 0.34 * std::cos(angle), centre.y + 0.34 * std::sin(angle)}});
    n.arrows.push_back(
        {centre, {centre.x + 0.25 * std::cos(angle / 3), centre.y + 0.25 * std::sin(angle / 3)}});
    panel.picks.push_back({.parameter = "pair",
                           .centre = centre,
                           .reach = 0.5,
                           .value = std::int64_t{i},
                           .label = say("Pair {}", i)});
  }
  panel.layers = {rims, chosen, n, m};
  return panel;
}

Panel logit(double phase) {
  Panel panel{.id = "logit",
              .title = "Logit against distance",
              .hint = "drag the ring",
              .x = {.label = "distance $m - n$ (tokens)", .low = 0, .high = 128, .whole = true},
              .y = {.label = "logit", .low = -12, .high = 34},
              .cell = {.row = 1}};
  Curve all{.mark = {.id = "all", .label = "all pairs", .role = Role::series_1}, .width = 2},
      one{.mark = {.id = "one", .label = "pair 3 × 4", .role = Role::series_3}, .dash = Dash::dashed};
  for (int i = 0; i <= 512; ++i) {
    const double x = i / 4.0;
    all.x.push_back(x);
    all.y.push_back(10 + 22 * std::exp(-x / 40) + 2.5 * std::sin(0.9 * x + phase) + 2 * std::sin(0.37 * x));
    one.y.push_back(4 * std::cos(0.42 * x + phase));
  }
  one.x = all.x;
  panel.layers = {Rule{.mark = {.id = "zero", .role = Role::muted},
                       .direction = Direction::horizontal,
                       .at = 0,
                       .dash = Dash::solid},
                  one, all};
  return panel;
}

Panel wavelengths(double phase) {
  Panel panel{.id = "wavelengths",
              .title = "Wavelength of each pair",
              .x = {.label = "pair $i$", .low = 0, .high = 31, .whole = true},
              .y = {.label = "wavelength (tokens)", .scale = AxisScale::log, .low = 3, .high = 2e5},
              .cell = {.row = 1, .column = 1}};
  Curve trained{.mark = {.id = "trained", .label = "as trained", .role = Role::series_1},
                .marker = Marker::disc,
                .width = 2},
      scaled{.mark = {.id = "scaled", .label = "Llama-3 scaling", .role = Role::series_4},
             .dash = Dash::dashed};
  for (int i = 0; i < 32; ++i) {
    trained.x.push_back(i);
    trained.y.push_back(2 * pi * std::pow(10'000, i / 32.0) * std::exp(0.02 * phase));
    scaled.y.push_back(trained.y.back() * (i < 14 ? 1 : std::min(8.0, 1 + (i - 14) * 0.9)));
  }
  scaled.x = trained.x;
  panel.layers = {Span{.mark = {.id = "beyond", .role = Role::series_2},
                       .direction = Direction::horizontal,
                       .low = 4096,
                       .high = 2e5},
                  Rule{.mark = {.id = "context", .role = Role::series_2},
                       .direction = Direction::horizontal,
                       .at = 4096,
                       .note = "context 4096: above, never a whole turn"},
                  scaled, trained};
  return panel;
}

std::vector<double> range(double low, double high, int count) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(low + (high - low) * i / (count - 1));
  return values;
}

template <class F>
std::vector<double> each(const std::vector<double>& x, F f) {
  std::vector<double> y;
  for (const double value : x) y.push_back(f(value));
  return y;
}

}  // namespace

Figure four_panels(double phase) {
  Figure figure{.title = "Rotary <embedding> & more"};
  figure.panels = {plane(phase), dials(phase), logit(phase), wavelengths(phase)};
  figure.handles = {
      {.id = "q",
       .panel = "plane",
       .label = "Query $q$",
       .at = {1.1, 0.6},
       .role = Role::series_1,
       .bindings = {{.parameter = "query"}}},
      {.id = "k",
       .panel = "plane",
       .label = "Key $k$",
       .at = {0.4, 0.95},
       .role = Role::series_2,
       .bindings = {{.parameter = "key"}}},
      {.id = "distance",
       .panel = "logit",
       .label = "Distance",
       .at = {9, 21.5},
       .role = Role::series_1,
       .bindings = {{.parameter = "query_position", .coordinate = Binding::Coordinate::x, .offset = 5}}}};
  figure.description = "A query at position 14 and a key at position 5.";
  return figure;
}

Figure all_kinds() {
  Figure figure{.title = "All kinds"};
  const std::vector<double> x = range(-2 * pi, 2 * pi, 400);

  Panel curves{.id = "curves",
               .title = "Curves, bands, gaps",
               .x = {.label = "angle $\\phi$", .low = -2 * pi, .high = 2 * pi, .multiples_of_pi = true},
               .y = {.label = "$f(\\phi)$, no unit", .low = -1.5, .high = 1.5}};
  for (std::size_t i = 0; i < 5; ++i) {
    const double shift = static_cast<double>(i);
    curves.layers.push_back(Curve{
        .mark = {.id = "c" + std::to_string(i),
                 .label = say("$\\sin(\\phi - {})$", static_cast<int>(i)),
                 .role = series(i)},
        .x = x,
        .y = each(
            x,
            [&](double v) { return std::abs(v - 1) < 0.1 ? NAN : std::sin(v - shift) * (1 + 0.2 * shift); }),
        .dash = series_dash(i)});
  }
  curves.layers.insert(curves.layers.begin(),
                       Band{.mark = {.id = "band", .label = "allowed", .role = Role::series_6},
                            .x = x,
                            .low = each(x, [](double v) { return std::cos(v) - 0.3; }),
                            .high = each(x, [](double v) { return std::cos(v) + 0.3; })});

  Panel bars{.id = "bars",
             .title = "Bars by category",
             .x = {.label = "function",
                   .scale = AxisScale::category,
                   .low = -0.5,
                   .high = 4.5,
                   .categories = {"ReLU", "GELU", "SiLU", "softplus", "Mish"}},
             .y = {.label = "share", .low = -0.4, .high = 1},
             .cell = {.column = 1}};
  bars.layers = {
      Bars{.mark = {.id = "up", .label = "more", .role = Role::positive},
           .x = {0, 2, 3},
           .y = {0.8, 0.5, 0.3}},
      Bars{.mark = {.id = "down", .label = "less", .role = Role::negative}, .x = {1, 4}, .y = {-0.3, -0.1}},
      Points{.mark = {.id = "measured", .label = "measured", .role = Role::ink},
             .x = {0, 1, 2, 3, 4},
             .y = {0.75, -0.2, 0.55, 0.31, 0.02},
             .marker = Marker::diamond,
             .size = 7}};

  Panel map{.id = "map",
            .title = "A signed map",
            .x = {.label = "column", .low = -0.5, .high = 23.5, .whole = true},
            .y = {.label = "row", .low = -0.5, .high = 15.5, .whole = true},
            .cell = {.column = 2}};
  Map cells{.mark = {.id = "cells", .label = "weight"},
            .x = range(0, 23, 24),
            .y = range(0, 15, 16),
            .colours = ColourScale::signed_about_zero,
            .low = -1,
            .high = 1};
  for (const double row : cells.y)
    for (const double column : cells.x) cells.values.push_back(std::sin(row / 3) * std::cos(column / 4));
  map.layers = {cells};

  Panel polar{.id = "polar",
              .title = "Polar",
              .x = {.low = 0, .high = 2 * pi, .multiples_of_pi = true},
              .y = {.low = 0, .high = 1},
              .polar = true,
              .cell = {.row = 1}};
  const std::vector<double> turn = range(0, 2 * pi, 361);
  polar.layers = {Curve{.mark = {.id = "rose", .role = Role::series_1},
                        .x = turn,
                        .y = each(turn, [](double a) { return std::abs(std::cos(2 * a)) * 1.2; }),
                        .width = 2},
                  Curve{.mark = {.id = "cardioid", .role = Role::series_2},
                        .x = turn,
                        .y = each(turn, [](double a) { return (1 + std::cos(a)) / 2; })}};

  Panel shapes{.id = "shapes",
               .title = "Shapes and notes",
               .hint = "a square is square",
               .x = {.label = "$x$ (mm)", .low = -1, .high = 3},
               .y = {.label = "$y$ (mm)", .low = -1, .high = 2},
               .equal_aspect = true,
               .cell = {.row = 1, .column = 1}};
  shapes.layers = {
      Polygons{.mark = {.id = "box", .role = Role::series_3},
               .outlines = {{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {{2, 0}, {9, 0.5}, {2, 1}}}},
      Arrows{.mark = {.id = "arrow", .role = Role::series_2},
             .arrows = {{{0, 0}, {2, 1.5}, "$\\bar{x}_{i}^2$"}, {{0, 0}, {-9, 1.5}}}},
      Span{.mark = {.id = "span", .role = Role::series_4}, .low = 1.4, .high = 1.9, .note = "dead"},
      Rule{.mark = {.id = "rule", .role = Role::series_5}, .at = -0.4, .note = "$10^4$ tokens"},
      Note{.mark = {.id = "note", .role = Role::ink},
           .text = "a corner",
           .at = {1, 1},
           .anchor = Anchor::above},
      Points{.mark = {.id = "p", .role = Role::series_1}, .x = {0, 1, 5}, .y = {0, 1, 0}, .size = 6}};

  Panel log{.id = "log",
            .title = "Both axes logarithmic",
            .x = {.label = "size", .scale = AxisScale::log, .low = 1, .high = 1e9},
            .y = {.label = "error", .scale = AxisScale::log, .low = 1e-12, .high = 10},
            .cell = {.row = 1, .column = 2}};
  Curve falling{.mark = {.id = "falling", .label = "error $\\propto 1/n$", .role = Role::series_1},
                .marker = Marker::square};
  for (int i = 0; i <= 9; ++i) {
    falling.x.push_back(std::pow(10, i));
    falling.y.push_back(std::pow(10, -i));
  }
  log.layers = {falling, Map{.mark = {.id = "none"}, .x = {1e20}, .y = {1}, .values = {1}}};
  log.layers.pop_back();

  figure.panels = {curves, bars, map, polar, shapes, log};
  figure.handles = {{.id = "angle",
                     .panel = "polar",
                     .label = "Angle",
                     .at = {0.7, 0.6},
                     .role = Role::series_3,
                     .bindings = {{.parameter = "turn", .coordinate = Binding::Coordinate::x}}},
                    {.id = "level",
                     .panel = "curves",
                     .label = "Level",
                     .at = {0.5, 0.5},
                     .role = Role::series_2,
                     .bindings = {{.parameter = "level", .coordinate = Binding::Coordinate::y}}}};
  figure.description = "Every kind of layer once.";
  return figure;
}

}  // namespace theta
