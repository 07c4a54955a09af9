// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/receptive_field_panels.h"
#include "core/labs/receptive_field_words.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

constexpr std::int64_t most_cells = 64;  // of a map along an axis

std::vector<Point> square(Range x, Range y) {
  const double left = static_cast<double>(x.first) - 0.5, right = static_cast<double>(x.last) + 0.5;
  const double low = static_cast<double>(y.first) - 0.5, high = static_cast<double>(y.last) + 0.5;
  return {{left, low}, {right, low}, {right, high}, {left, high}};
}

/// Pixels in cells of `factor` pixels, an empty cell on either side.
struct Cells {
  std::int64_t first = 0, factor = 1;
  std::vector<double> places = {}, values = {};

  Cells(Range pixels, std::int64_t longest) : factor((longest + most_cells - 1) / most_cells) {
    first = pixels.first - factor;
    const std::int64_t count = (pixels.size() + factor - 1) / factor + 2;
    for (std::int64_t i = 0; i < count; ++i)
      places.push_back(static_cast<double>(first + i * factor) + static_cast<double>(factor - 1) / 2);
    values.resize(static_cast<std::size_t>(count));
  }
  void add(std::int64_t pixel, double value) {
    values[static_cast<std::size_t>((pixel - first) / factor)] += value / static_cast<double>(factor);
  }
};

Map product(std::string id, Text label, const Cells& x, const Cells& y, double unit) {
  Map map{.mark = {.id = std::move(id), .label = std::move(label)}, .x = x.places, .y = y.places};
  map.values.reserve(x.places.size() * y.places.size());
  for (const double row : y.values) {
    for (const double column : x.values) map.values.push_back(column * row / unit);
  }
  return map;
}

Panel image_panel(const ReceptiveScene& scene, std::string id, Text title, Cell cell) {
  Panel panel{.id = std::move(id), .title = std::move(title), .equal_aspect = true, .cell = cell};
  const Limits x =
      shown_pixels(scene, scene.unit, scene.followed ? scene.centre() : scene.receptive.position);
  const Limits y =
      shown_pixels(scene, scene.unit_of_row, scene.followed ? scene.centre_of_row() : scene.receptive.row);
  panel.x = {.label = "column", .low = x.low, .high = x.high};
  panel.y = {.label = "row", .low = y.low, .high = y.high};
  return panel;
}

Polygons outline(std::string id, Text label, Role role, Range x, Range y) {
  Polygons polygons{.mark = {.id = std::move(id), .label = std::move(label), .role = role}, .opacity = 0};
  if (!x.empty() && !y.empty()) polygons.outlines = {square(x, y)};
  return polygons;
}

/// Words in the middle of a panel that has nothing else to show.
Note instead(const Panel& panel, Text why) {
  return {.mark = {.id = "why_empty", .role = Role::muted},
          .text = std::move(why),
          .at = {(panel.x.low + panel.x.high) / 2, (panel.y.low + panel.y.high) / 2},
          .anchor = Anchor::centre};
}

}  // namespace

Panel footprint_panel(const ReceptiveScene& scene, Cell cell) {
  Panel panel = image_panel(scene, "footprint", "The pixels it reads, along both axes", cell);
  panel.short_title = "The pixels it reads";
  panel.hint = "drag the ring";
  const Range image = {0, scene.image() - 1};
  if (scene.followed && !scene.read[0].runs.empty() && !scene.read_of_row.runs.empty()) {
    const auto cells = [&](const UnitsRead& read) {
      const std::int64_t longest =
          std::max(scene.read[0].runs.back().last - scene.read[0].runs.front().first,
                   scene.read_of_row.runs.back().last - scene.read_of_row.runs.front().first) +
          1;
      Cells result({read.runs.front().first, read.runs.back().last}, longest);
      for (const Range& run : read.runs) {
        for (std::int64_t pixel = run.first; pixel <= run.last; ++pixel) result.add(pixel, 1);
      }
      return result;
    };
    panel.layers.push_back(
        product("footprint", "share of pixels read", cells(scene.read[0]), cells(scene.read_of_row), 1));
  }
  panel.layers.push_back(outline("image", "image", Role::ink, image, image));
  if (scene.followed)
    panel.layers.push_back(outline("receptive_field_square", "receptive field", read_role, scene.region(),
                                   scene.field().region(scene.unit_of_row)));
  return panel;
}

Panel effective_map_panel(const ReceptiveScene& scene, Cell cell) {
  Panel panel = image_panel(scene, "effective_map", "How much each pixel counts", cell);
  panel.hint = "drag the ring";
  const Range image = {0, scene.image() - 1};
  const GradientProfile &columns = scene.paths, &rows = scene.row_profile;
  if (scene.weighed && columns.peak() > 0 && rows.peak() > 0) {
    const auto cells = [&](const GradientProfile& profile) {
      const auto size = static_cast<std::int64_t>(profile.values.size());
      Cells result({profile.first, profile.first + size - 1},
                   static_cast<std::int64_t>(std::max(columns.values.size(), rows.values.size())));
      for (std::int64_t i = 0; i < size; ++i)
        result.add(profile.first + i, profile.values[static_cast<std::size_t>(i)]);
      return result;
    };
    const Cells x = cells(columns), y = cells(rows);
    panel.layers.push_back(product("effective", "part of the highest", x, y,
                                   std::ranges::max(x.values) * std::ranges::max(y.values)));
    panel.layers.push_back(outline("receptive_field_square", "receptive field", read_role, scene.region(),
                                   scene.field().region(scene.unit_of_row)));
    panel.layers.push_back(outline("effective_square", "effective field", effective_role, columns.effective(),
                                   rows.effective()));
  } else if (const Text why = why_not_weighed(scene); !why.empty()) {
    panel.layers.push_back(instead(panel, why));
  }
  panel.layers.push_back(outline("image", {}, Role::muted, image, image));
  return panel;
}

Panel effective_panel(const ReceptiveScene& scene, Cell cell) {
  Panel panel{.id = "effective",
              .title = scene.draws > 0 ? say("Effective field: squared gradients of {}",
                                             counted(scene.draws, "{} network", "{} networks"))
                                       : Text("Effective field: how much each pixel counts"),
              .short_title = scene.draws > 0 ? Text("Squared gradients") : Text("Effective field"),
              .cell = cell};
  panel.x = {.label = "pixel of the image", .low = -0.5, .high = static_cast<double>(scene.image()) - 0.5};
  panel.y = {.label = "share of the gradient", .low = 0, .high = 1};
  if (const Text why = why_not_weighed(scene); !why.empty()) {
    panel.layers.push_back(instead(panel, why));
    return panel;
  }

  const GradientProfile& profile = scene.profile;
  const Range region = scene.region(), effective = profile.effective();
  const double margin = 0.08 * static_cast<double>(region.size()) + 1.5;
  panel.x.low = static_cast<double>(region.first) - margin;
  panel.x.high = static_cast<double>(region.last) + margin;
  panel.layers.push_back(Span{.mark = {.id = "region", .label = "receptive field", .role = read_role},
                              .low = static_cast<double>(region.first) - 0.5,
                              .high = static_cast<double>(region.last) + 0.5});
  panel.layers.push_back(
      Span{.mark = {.id = "effective_span", .label = "effective field", .role = effective_role},
           .low = static_cast<double>(effective.first) - 0.5,
           .high = static_cast<double>(effective.last) + 0.5});
  double peak = profile.peak();
  panel.layers.push_back(Rule{.mark = {.id = "threshold", .role = Role::muted},
                              .direction = Direction::horizontal,
                              .at = effective_threshold * peak,
                              .note = "4.55 % of the peak"});

  const double deviation = scene.deviation();
  if (deviation > 0) {
    const double middle =
        scene.moments[scene.layer].mean + static_cast<double>(scene.unit) * scene.field().jump();
    Curve gaussian{.mark = {.id = "gaussian", .label = "Gaussian limit", .role = Role::ink},
                   .dash = Dash::dashed,
                   .width = 1.2};
    for (int i = 0; i <= 256; ++i) {
      const double x = panel.x.low + (panel.x.high - panel.x.low) * i / 256, z = (x - middle) / deviation;
      gaussian.x.push_back(x);
      gaussian.y.push_back(std::exp(-z * z / 2) / (deviation * std::sqrt(2 * std::numbers::pi)));
    }
    peak = std::max(peak, std::ranges::max(gaussian.y));
    panel.layers.push_back(std::move(gaussian));
  }
  const auto curve = [](std::string id, Text label, Role role, const GradientProfile& of) {
    Curve result{.mark = {.id = std::move(id), .label = std::move(label), .role = role}};
    for (std::size_t i = 0; i < of.values.size(); ++i) {
      result.x.push_back(static_cast<double>(of.first) + static_cast<double>(i));
      result.y.push_back(of.values[i]);
    }
    if (of.values.size() <= 48) result.marker = Marker::disc;
    return result;
  };
  if (scene.draws > 0) {
    Curve expected = curve("expected", "expected", Role::muted, scene.paths);
    expected.dash = Dash::dotted;
    panel.layers.push_back(std::move(expected));
    peak = std::max(peak, scene.paths.peak());
  }
  panel.layers.push_back(curve("effective_receptive_field",
                               scene.draws > 0 ? Text("drawn") : Text("gradient"), effective_role, profile));
  panel.y.high = rounded_up(1.1 * peak);
  return panel;
}

}  // namespace theta
