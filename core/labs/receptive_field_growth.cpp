// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/receptive_field_panels.h"
#include "core/math/nan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace theta {
namespace {

constexpr std::size_t most_markers = 40;

/// A number of each layer as a curve; NaN cuts it.
Curve over_layers(const ReceptiveScene& scene, std::string id, Text label, Role role, auto&& number) {
  Curve curve{.mark = {.id = std::move(id), .label = std::move(label), .role = role}};
  for (std::size_t at = 0; at <= scene.depth(); ++at) {
    curve.x.push_back(static_cast<double>(at));
    curve.y.push_back(number(at));
  }
  if (scene.depth() <= most_markers) curve.marker = Marker::disc;
  return curve;
}

/// Of layers that have a receptive field.
auto if_defined(const ReceptiveScene& scene, auto number) {
  return [&scene, number](std::size_t at) { return scene.defined(at) ? number(scene.fields[at]) : nan; };
}

Axis layer_axis(const ReceptiveScene& scene) {
  const double depth = static_cast<double>(scene.depth());
  return {.label = "layer $l$", .low = -0.02 * depth - 0.1, .high = 1.02 * depth + 0.1, .whole = true};
}

/// Limits that hold all numbers of the curves.
void fit(Axis& axis, const std::vector<Curve>& curves, GrowthScale scale) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const Curve& curve : curves) {
    for (const double y : curve.y) {
      if (std::isnan(y) || (scale == GrowthScale::log && y <= 0)) continue;
      low = std::min(low, y);
      high = std::max(high, y);
    }
  }
  if (scale == GrowthScale::log) {
    axis.scale = AxisScale::log;
    axis.low = std::min(low, 1.0) / 1.3;
    axis.high = rounded_up(1.3 * std::max(high, 2.0));
    return;
  }
  const Limits limits = rounded_outward(std::min(low, 0.0), std::max(high, 1.0), 1);
  axis.low = limits.low;
  axis.high = limits.high;
}

void add(Panel& panel, const std::vector<Curve>& curves) {
  panel.layers.insert(panel.layers.end(), curves.begin(), curves.end());
}

Rule chosen_layer(const ReceptiveScene& scene) {
  return {.mark = {.id = "chosen_layer", .role = unit_role}, .at = static_cast<double>(scene.layer)};
}

Curve receptive_field_curve(const ReceptiveScene& scene) {
  Curve curve = over_layers(
      scene, "receptive_field", "receptive field $r$", read_role,
      if_defined(scene, [](const LayerField& field) { return static_cast<double>(field.largest()); }));
  curve.width = 2.4;
  return curve;
}

/// The limit of many layers; few layers read less than the Gaussian is wide.
Curve gaussian_width_curve(const ReceptiveScene& scene) {
  Curve curve =
      over_layers(scene, "gaussian_width", "effective, Gaussian", effective_role, [&](std::size_t at) {
        if (!scene.defined(at)) return nan;
        const double width = 2 * effective_radius * std::sqrt(scene.moments[at].variance);
        return width > 0 && width <= static_cast<double>(scene.fields[at].largest()) ? width : nan;
      });
  curve.dash = Dash::dashed;
  curve.marker = Marker::none;
  return curve;
}

Curve effective_width_curve(const ReceptiveScene& scene, Text label) {
  return over_layers(scene, "effective_width", std::move(label), effective_role,
                     [&](std::size_t at) { return scene.widths[at]; });
}

}  // namespace

Panel growth_panel(const ReceptiveScene& scene, Cell cell) {
  std::vector<Curve> curves;
  if (!scene.knows_all_widths()) curves.push_back(gaussian_width_curve(scene));
  curves.push_back(effective_width_curve(scene, "effective field"));
  Curve jumps = over_layers(scene, "jump", "jump $j$", jump_role,
                            if_defined(scene, [](const LayerField& field) { return field.jump(); }));
  jumps.dash = Dash::dash_dotted;
  curves.push_back(std::move(jumps));
  if (scene.varies()) {
    Curve least = over_layers(
        scene, "least_receptive_field", "smallest $r$", read_role,
        if_defined(scene, [](const LayerField& field) { return static_cast<double>(field.least()); }));
    least.dash = Dash::dotted;
    curves.push_back(std::move(least));
  }
  curves.push_back(receptive_field_curve(scene));
  Panel panel{.id = "growth", .title = "Growth with depth", .hint = "drag the ring along", .cell = cell};
  panel.x = layer_axis(scene);
  panel.y = {.label = "pixels"};
  fit(panel.y, curves, scene.receptive.scale);
  panel.layers.push_back(chosen_layer(scene));
  add(panel, curves);
  return panel;
}

Panel sizes_panel(const ReceptiveScene& scene, Cell cell) {
  Curve outputs = over_layers(scene, "output_size", "output size $n$", size_role, [&](std::size_t at) {
    return scene.fields[at].output_size >= 1 ? static_cast<double>(scene.fields[at].output_size) : nan;
  });
  outputs.width = 2.4;
  Curve starts = over_layers(scene, "start", "centre of the first unit", start_role,
                             if_defined(scene, [](const LayerField& field) { return field.start(); }));
  starts.dash = Dash::dash_dotted;
  Curve paddings =
      over_layers(scene, "effective_padding", "padding $P$", padding_role,
                  if_defined(scene, [](const LayerField& field) { return field.effective_padding(); }));
  paddings.dash = Dash::dashed;
  std::vector<Curve> curves = {paddings, starts, outputs};
  if (!scene.ranges.empty()) {
    Curve from_above =
        over_layers(scene, "from_above", "units read, from above", read_role, [&](std::size_t at) {
          if (at >= scene.ranges.size() || scene.ranges[at].empty()) return nan;
          return static_cast<double>(scene.ranges[at].size());
        });
    from_above.dash = Dash::dotted;
    curves.insert(curves.begin(), std::move(from_above));
  }
  Panel panel{.id = "sizes", .title = "Sizes, places and the way down", .cell = cell};
  panel.x = layer_axis(scene);
  panel.y = {.label = "units or pixels"};
  fit(panel.y, curves, GrowthScale::linear);
  panel.layers.push_back(chosen_layer(scene));
  add(panel, curves);
  return panel;
}

Panel width_panel(const ReceptiveScene& scene, Cell cell) {
  std::vector<Curve> curves = {gaussian_width_curve(scene), receptive_field_curve(scene),
                               effective_width_curve(scene, "effective, exact")};
  Panel panel{.id = "width", .title = "Width against depth", .hint = "drag the ring along", .cell = cell};
  panel.x = layer_axis(scene);
  panel.y = {.label = "pixels"};
  fit(panel.y, curves, scene.receptive.scale);
  panel.layers.push_back(chosen_layer(scene));
  add(panel, curves);
  return panel;
}

Panel ratio_panel(const ReceptiveScene& scene, Cell cell) {
  const auto ratio = [&](double width, std::size_t at) {
    return width / static_cast<double>(scene.fields[at].largest());
  };
  Curve exact = over_layers(scene, "ratio", "exact", effective_role, [&](std::size_t at) {
    return scene.defined(at) && scene.fields[at].largest() > 0 ? ratio(scene.widths[at], at) : nan;
  });
  Curve gaussian = gaussian_width_curve(scene);
  gaussian.mark = {.id = "gaussian_ratio", .label = "as a Gaussian", .role = effective_role};
  for (std::size_t at = 0; at < gaussian.y.size(); ++at)
    gaussian.y[at] = scene.defined(at) && scene.fields[at].largest() > 0 ? ratio(gaussian.y[at], at) : nan;
  Panel panel{.id = "ratio", .title = "Effective as a part of the receptive field", .cell = cell};
  panel.x = layer_axis(scene);
  panel.y = {.label = "effective / receptive"};
  fit(panel.y, {exact, gaussian}, GrowthScale::linear);
  panel.layers.push_back(chosen_layer(scene));
  add(panel, {gaussian, exact});
  return panel;
}

}  // namespace theta
