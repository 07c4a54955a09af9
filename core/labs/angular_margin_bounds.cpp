// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/labs/axis_limits.h"
#include "core/math/margin_bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

constexpr int bound_intervals = 200;  // of a curve
constexpr double most_classes = 1e7;

/// Class counts from 2 up, whole while they are few, evenly spread on the logarithmic axis beyond.
std::vector<double> class_counts() {
  std::vector<double> counts;
  for (int i = 0; i <= bound_intervals; ++i) {
    const double count = std::round(2 * std::pow(most_classes / 2, static_cast<double>(i) / bound_intervals));
    if (counts.empty() || count > counts.back()) counts.push_back(count);
  }
  return counts;
}

template <class Function>
Curve over_classes(Mark mark, const Function& at) {
  Curve curve{.mark = std::move(mark), .x = class_counts()};
  for (const double count : curve.x) curve.y.push_back(at(count));
  return curve;
}

Panel classes_panel(std::string id, Text title, Text label, const AngularMargin& lab) {
  Panel panel{.id = std::move(id), .title = std::move(title)};
  panel.x = {.label = "classes $C$", .scale = AxisScale::log, .low = 2, .high = most_classes};
  panel.y.label = std::move(label);
  panel.layers = {Rule{.mark = {.id = "classes", .role = Role::ink}, .at = static_cast<double>(lab.classes)}};
  return panel;
}

Panel cosine_bound_panel(const AngularMargin& lab) {
  Panel panel = classes_panel("margin_bound", "Room for a margin", "$m_3$ at most", lab);
  panel.hint = "drag the ring";
  panel.y.low = 0;
  panel.y.high = 2.1;
  const auto bound = [&](std::string id, Text label, Role role, Dash dash, double dimensions) {
    Curve curve = over_classes({.id = std::move(id), .label = std::move(label), .role = role},
                               [&](double count) { return cosine_margin_bound(count, dimensions).value; });
    curve.dash = dash;
    panel.layers.push_back(std::move(curve));
  };
  if (lab.dimensions != 2) bound("bound_circle", "$d = 2$", Role::series_3, Dash::dashed, 2);
  if (lab.dimensions != 3) bound("bound_sphere", "$d = 3$", Role::series_4, Dash::dotted, 3);
  bound("bound", say("$d = {}$", lab.dimensions), Role::series_1, Dash::solid, lab.dimensions);
  panel.layers.push_back(Rule{.mark = {.id = "m3", .role = Role::series_2},
                              .direction = Direction::horizontal,
                              .at = lab.m3,
                              .note = say("$m_3 = {}$", lab.m3)});
  return panel;
}

Panel scale_bound_panel(const AngularMargin& lab) {
  Panel panel = classes_panel("scale_bound", "The least scale", "least $s$", lab);
  panel.cell = {.row = 0, .column = 1};
  panel.y.low = 0;
  panel.y.high = 30;
  constexpr double levels[] = {0.9, 0.99, 0.999};
  for (std::size_t i = 0; i < std::size(levels); ++i) {
    Curve curve = over_classes(
        {.id = "scale_" + std::to_string(i), .label = say("$p_y = {}$", levels[i]), .role = series(i + 2)},
        [&](double count) { return scale_lower_bound(count, levels[i]); });
    curve.dash = series_dash(i + 2);
    panel.layers.push_back(std::move(curve));
  }
  if (lab.scale < panel.y.high)
    panel.layers.push_back(Rule{.mark = {.id = "scale", .role = Role::series_1},
                                .direction = Direction::horizontal,
                                .at = lab.scale,
                                .note = say("$s = {}$", lab.scale)});
  return panel;
}

/// The least loss against the scale, where all angles are as good as they can be.
Panel floor_panel(const AngularMargin& lab) {
  Panel panel{.id = "floor", .title = "The least loss, all angles perfect", .hint = "drag the ring"};
  const double classes = static_cast<double>(lab.classes);
  panel.x = {.label = "scale $s$", .scale = AxisScale::log, .low = 0.1, .high = 256};
  panel.y = {.label = "$L$", .low = 0, .high = rounded_up(1.05 * std::log(classes))};
  panel.cell = {.row = 1, .column = 0};
  Curve curve{.mark = {.id = "loss_floor", .label = "simplex", .role = Role::series_1}, .width = 2};
  Curve circle{.mark = {.id = "circle_floor", .label = "even on a circle", .role = Role::series_3},
               .dash = Dash::dashed};
  const bool on_circle = lab.classes <= 1000;
  for (int i = 0; i <= bound_intervals; ++i) {
    const double scale = 0.1 * std::pow(2560, static_cast<double>(i) / bound_intervals);
    curve.x.push_back(scale);
    curve.y.push_back(loss_floor(classes, scale));
    if (!on_circle) continue;
    circle.x.push_back(scale);
    circle.y.push_back(-std::log(circle_probability(static_cast<int>(lab.classes), scale)));
  }
  if (on_circle) panel.layers.push_back(std::move(circle));
  panel.layers.push_back(std::move(curve));
  panel.layers.push_back(Rule{.mark = {.id = "scale", .role = Role::series_1}, .at = lab.scale});
  return panel;
}

/// Half the sector of a class among C even ones on the circle, against each loss's own margin.
Panel sector_panel(const AngularMargin& lab) {
  Panel panel{.id = "sector", .title = "Half a class's sector on the circle"};
  panel.x = {.label = "margin $m_2$ (rad) or $m_3$", .low = 0, .high = 1};
  const double even = 180.0 / static_cast<double>(lab.classes);
  panel.y = {.label = "degrees", .low = 0, .high = rounded_up(1.05 * even)};
  panel.cell = {.row = 1, .column = 1};
  if (lab.classes > 1000) {
    panel.layers = {Note{.mark = {.id = "too_many", .role = Role::muted},
                         .text = "more than 1 000 classes leave no sector to speak of",
                         .at = {0.5, panel.y.high / 2},
                         .anchor = Anchor::centre}};
    return panel;
  }
  const int classes = static_cast<int>(lab.classes);
  const auto add = [&](Curve curve, const auto& at) {
    for (int i = 0; i <= bound_intervals; ++i) {
      const double m = static_cast<double>(i) / bound_intervals;
      curve.x.push_back(m);
      curve.y.push_back(std::max(0.0, degrees(at(m))));
    }
    panel.layers.push_back(std::move(curve));
  };
  add({.mark = {.id = "sector_arcface", .label = "ArcFace", .role = Role::series_1}, .width = 2},
      [&](double m) { return arcface_half_width(classes, m); });
  add({.mark = {.id = "sector_cosface", .label = "CosFace", .role = Role::series_2}, .width = 2},
      [&](double m) { return cosface_half_width(classes, m); });
  panel.layers.push_back(Rule{.mark = {.id = "sector_sphereface", .role = Role::series_3},
                              .direction = Direction::horizontal,
                              .at = degrees(sphereface_half_width(classes, lab.m)),
                              .note = say("A-Softmax, $m = {}$", lab.m)});
  panel.layers.push_back(Points{.mark = {.id = "chosen_margins", .role = Role::ink},
                                .x = {lab.m2, lab.m3},
                                .y = {std::max(0.0, degrees(arcface_half_width(classes, lab.m2))),
                                      std::max(0.0, degrees(cosface_half_width(classes, lab.m3)))},
                                .marker = Marker::diamond,
                                .size = 8});
  return panel;
}

void add_words(const AngularMargin& lab, Figure& figure) {
  const double classes = static_cast<double>(lab.classes), dimensions = lab.dimensions;
  const Bound angle = widest_angle(classes, dimensions), cosine = cosine_margin_bound(classes, dimensions);
  const double floor = loss_floor(classes, lab.scale);
  figure.readings = {
      {.id = "angle_bound",
       .label = angle.exact ? "largest $m_2$" : "$m_2$ at most",
       .value = angle.value,
       .unit = "rad"},
      {.id = "cosine_bound",
       .label = cosine.exact ? "largest $m_3$" : "$m_3$ at most",
       .value = cosine.value},
      {.id = "scale_for_90", .label = "$s$ for $p_y = 0.9$", .value = scale_lower_bound(classes, 0.9)},
      {.id = "scale_for_99", .label = "$s$ for $0.99$", .value = scale_lower_bound(classes, 0.99)},
      {.id = "scale_for_999", .label = "$s$ for $0.999$", .value = scale_lower_bound(classes, 0.999)},
      {.id = "least_loss", .label = "least loss at $s$", .value = floor},
      {.id = "largest_probability",
       .label = "largest $p_y$",
       .value = simplex_probability(classes, lab.scale)}};
  figure.worked = {say("$\\ln(1 + {} e^{-{} \\cdot {} / {}}) = {}$", lab.classes - 1, lab.scale, lab.classes,
                       lab.classes - 1, floor),
                   say(cosine.exact ? "largest $m_3 = 1 - \\cos {} = {}$"
                                    : "$m_3 \\le 1 - \\cos {} = {}$, a bound from above",
                       angle.value, cosine.value)};
  figure.description =
      say(cosine.exact ? "{} classes in {} dimensions: the nearest two weights can be {} degrees apart, not "
                         "more, so the largest margin of the cosine is {}. At a scale of {} the loss cannot "
                         "fall below {}."
                       : "{} classes in {} dimensions: the nearest two weights are no more than {} degrees "
                         "apart, so no margin of the cosine above {} can be met; the largest that can is not "
                         "known. At a scale of {} the loss cannot fall below {}.",
          lab.classes, lab.dimensions, degrees(angle.value), cosine.value, lab.scale, floor);
  if (!cosine.exact)
    figure.remarks.push_back("With so many classes no closed form is known: the bound drawn is from above.");
  if (classes > dimensions + 1)
    figure.remarks.push_back(
        say("A simplex needs at most {} classes in {} dimensions: the true least loss is "
            "higher.",
            lab.dimensions + 1, lab.dimensions));
  if (lab.m3 > cosine.value)
    figure.remarks.push_back(say("A margin of {} is beyond the bound: no weights satisfy it.", lab.m3));
}

}  // namespace

void add_bounds_view(const AngularMargin& lab, Figure& figure) {
  figure.panels = {cosine_bound_panel(lab), scale_bound_panel(lab), floor_panel(lab), sector_panel(lab)};
  const double classes = static_cast<double>(lab.classes);
  figure.handles = {
      {.id = "classes",
       .panel = "margin_bound",
       .label = "Classes $C$",
       .at = {classes, cosine_margin_bound(classes, lab.dimensions).value},
       .role = Role::series_1,
       .bindings = {{.parameter = id_of(&AngularMargin::classes), .coordinate = Binding::Coordinate::x}}},
      {.id = "scale",
       .panel = "floor",
       .label = "Scale $s$",
       .at = {lab.scale, loss_floor(classes, lab.scale)},
       .role = Role::series_1,
       .bindings = {{.parameter = id_of(&AngularMargin::scale), .coordinate = Binding::Coordinate::x}}}};
  add_words(lab, figure);
}

}  // namespace theta
