// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/write/every_layer.h"

#include <limits>
#include <numbers>

namespace theta {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

struct Small {
  double rate = 0.1;
  bool shown = true;
  Formula formula = {"x^2 + 'a'"};
  double hidden = 3;

  static void describe(auto&& field) {
    field(&Small::rate, Name{.id = "rate", .label = "Rate"}, Real{.low = 0, .high = 1});
    field(&Small::shown, Name{.id = "shown", .label = "Shown"}, Toggle{});
    field(&Small::formula, Name{.id = "formula", .label = "Formula"}, FormulaText{});
    field(&Small::hidden, Name{.id = "hidden", .label = "Hidden"}, Real{.low = 0, .high = 5},
          Rules<Small>{.applies = [](const Small& small) { return !small.shown; }});
  }
};

Figure draw(const Small&, const Pass&) { return every_layer(); }

}  // namespace

Lab small_lab() {
  return make_lab<Small>({.id = "small", .name = "Small", .group = "", .summary = "", .source = ""}, draw,
                         {});
}

Figure every_layer() {
  Panel panel{.id = "panel", .title = "Angle $\\theta_i$"};
  panel.x = {.label = "x (m)", .low = -1, .high = 2};
  panel.y = {.label = "y", .scale = AxisScale::log, .low = 1e-3, .high = 10};
  panel.layers = {
      Curve{
          .mark = {.id = "curve", .label = "A curve"}, .x = {0.1, 1.0 / 3, 1e300}, .y = {5e-324, gap, -0.0}},
      Band{.mark = {.id = "band"}, .x = {1, 2}, .low = {0.1, 0.2}, .high = {0.3, 0.7}},
      Points{.mark = {.id = "points"}, .x = {1}, .y = {std::numbers::pi}},
      Bars{.mark = {.id = "bars"}, .x = {0, 1}, .y = {2, 3}},
      Map{.mark = {.id = "map"},
          .x = {0, 1, 2},
          .y = {10, 20},
          .values = {1, 2, 3, 4, 5, 6},
          .low = 1,
          .high = 6},
      Arrows{.mark = {.id = "arrows"}, .arrows = {{{0, 0}, {1, 2}, "q"}}},
      Polygons{.mark = {.id = "polygons"}, .outlines = {{{0, 0}, {1, 0}, {0, 1}}, {{2, 2}, {3, 3}}}},
      Arcs{.mark = {.id = "arcs"}, .arcs = {{{0, 0}, 2, 0, 1.5, "angle"}}},
      Rule{.mark = {.id = "rule"}, .direction = Direction::horizontal, .at = 4, .note = "limit"},
      Span{.mark = {.id = "span"}, .low = 1, .high = 2},
      Note{.mark = {.id = "note"}, .text = "here", .at = {1, 2}}};
  Figure figure{.title = "Small", .panels = {panel}};
  figure.handles = {{.id = "handle", .panel = "panel", .at = {1, 2}, .bindings = {{.parameter = "rate"}}}};
  figure.readings = {{.id = "third", .label = "Third", .value = 1.0 / 3, .unit = "m"},
                     {.id = "nothing", .label = "Nothing", .value = gap}};
  figure.description = "One of each.";
  figure.remarks = {say("cut at x = {}", 1)};
  return figure;
}

Origin small_origin(const Lab& lab) {
  return {
      .lab = &lab, .state = {.lab = lab.id, .values = initial_values(lab), .view = {}}, .version = "1.2.3"};
}

}  // namespace theta
