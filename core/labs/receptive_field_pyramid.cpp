// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/receptive_field_panels.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr std::int64_t most_single_units = 360;  // drawn one by one; beyond, as runs
constexpr std::size_t most_rows = 60;            // of layers that stand apart from each other
constexpr std::size_t most_lines = 400;
constexpr int most_runs = 1500;

using Outline = std::vector<Point>;

Outline box(double left, double right, double low, double high) {
  return {{left, low}, {right, low}, {right, high}, {left, high}};
}

/// Draws the rows of the pyramid: each layer's units at the pixels their regions are centred at.
class Pyramid {
 public:
  Pyramid(const ReceptiveScene& scene, Limits shown) : scene_(scene), shown_(shown) {
    step_ = (scene.depth() + most_rows) / most_rows;
    std::int64_t units = 0;
    for (std::size_t at = 0; at <= scene.depth() && units <= most_single_units; ++at)
      units += visible(at).size();
    single_ = step_ == 1 && units <= most_single_units;
  }

  std::vector<Layer> layers() const {
    std::vector<Layer> layers;
    if (scene_.followed) layers.push_back(cone());
    if (scene_.followed && scene_.layer < scene_.depth()) layers.push_back(reached());
    layers.push_back(all_units());
    if (!scene_.followed) return layers;
    if (single_) layers.push_back(connections());
    Polygons zeros = padding();
    if (!zeros.outlines.empty()) layers.push_back(std::move(zeros));
    layers.push_back(units_read());
    layers.push_back(unit());
    return layers;
  }

 private:
  bool drawn(std::size_t at) const { return at % step_ == 0 || at == scene_.layer || at == scene_.depth(); }
  double half_height(std::size_t) const { return step_ == 1 ? 0.3 : 0.5 * static_cast<double>(step_); }
  double place(std::size_t at, std::int64_t unit) const { return scene_.fields[at].centre(unit); }
  double half_width(std::size_t at) const { return 0.42 * scene_.fields[at].jump(); }

  Range all(std::size_t at) const {
    if (!scene_.defined(at)) return {};
    return {0, scene_.fields[at].output_size - 1};
  }
  /// The units that stand within the panel.
  Range visible(std::size_t at) const {
    Range units = all(at);
    if (units.empty()) return units;
    const LayerField& field = scene_.fields[at];
    const auto unit = [&](double pixel) {
      return static_cast<std::int64_t>(
          std::clamp((pixel - field.start()) / field.jump(), -1.0, static_cast<double>(field.output_size)));
    };
    return {std::max(units.first, unit(shown_.low) - 1), std::min(units.last, unit(shown_.high) + 1)};
  }

  Outline row_box(std::size_t at, Range units) const {
    const double y = static_cast<double>(at), h = half_height(at), w = half_width(at);
    return box(place(at, units.first) - w, place(at, units.last) + w, y - h, y + h);
  }

  /// One box a unit where they are few, else one a run; runs too close to be told apart become one.
  void add_boxes(std::vector<Outline>& outlines, std::size_t at, const std::vector<Range>& runs) const {
    if (single_) {
      for (const Range& run : runs) {
        for (std::int64_t unit = run.first; unit <= run.last; ++unit)
          outlines.push_back(row_box(at, {unit, unit}));
      }
      return;
    }
    const std::size_t rows = scene_.depth() / step_ + 1;
    const int most = at == 0 ? most_runs / 3 : std::max(20, most_runs / static_cast<int>(rows));
    const double apart = (shown_.high - shown_.low) / most / scene_.fields[at].jump();
    Range pending = runs.front();
    for (const Range& run : runs) {
      if (static_cast<double>(run.first - pending.last - 1) >= apart) {
        outlines.push_back(row_box(at, pending));
        pending = run;
      }
      pending.last = run.last;
    }
    outlines.push_back(row_box(at, pending));
  }

  Polygons all_units() const {
    Polygons units{
        .mark = {.id = "units", .role = Role::muted}, .opacity = single_ ? 0.0 : 0.12, .outlined = single_};
    for (std::size_t at = 0; at <= scene_.depth(); ++at) {
      if (const Range seen = visible(at); drawn(at) && !seen.empty()) add_boxes(units.outlines, at, {seen});
    }
    return units;
  }

  Polygons units_read() const {
    Polygons read{.mark = {.id = "units_read", .label = "read", .role = read_role},
                  .opacity = 0.6,
                  .outlined = single_};
    for (std::size_t at = 0; at < scene_.layer; ++at) {
      if (drawn(at) && scene_.defined(at) && !scene_.read[at].runs.empty())
        add_boxes(read.outlines, at, scene_.read[at].runs);
    }
    return read;
  }

  Polygons unit() const {
    Polygons unit{.mark = {.id = "unit", .role = unit_role}, .opacity = 0.9};
    unit.outlines = {row_box(scene_.layer, {scene_.unit, scene_.unit})};
    return unit;
  }

  Polygons padding() const {
    Polygons zeros{.mark = {.id = "padding_read", .label = "zeros read", .role = padding_role},
                   .opacity = 0.25};
    for (std::size_t at = 0; at < scene_.layer; ++at) {
      const Range reach = scene_.read[at].reach;
      if (!drawn(at) || reach.empty()) continue;
      const std::int64_t size = scene_.fields[at].output_size;
      if (reach.first < 0)
        zeros.outlines.push_back(row_box(at, {reach.first, std::min<std::int64_t>(reach.last, -1)}));
      if (reach.last >= size)
        zeros.outlines.push_back(row_box(at, {std::max(reach.first, size), reach.last}));
    }
    return zeros;
  }

  /// The sides of a stack of ranges: each row is at least as wide as what stands nearer to the unit.
  Polygons sides(std::string id, Text label, Role role, const std::vector<Range>& ranges, std::size_t from,
                 std::size_t to) const {
    Polygons cone{.mark = {.id = std::move(id), .label = std::move(label), .role = role}, .opacity = 0.1};
    Outline left, right;
    double low = place(scene_.layer, scene_.unit), high = low;
    const std::size_t rows = (from < to ? to - from : from - to), step = rows / 200 + 1;
    for (std::size_t i = 0; i <= rows; ++i) {
      const std::size_t at = from < to ? from + i : from - i;
      if (at >= ranges.size() || ranges[at].empty() || !scene_.defined(at)) continue;
      low = std::min(low, place(at, ranges[at].first));
      high = std::max(high, place(at, ranges[at].last));
      if (i % step != 0 && i != rows) continue;
      left.push_back({low - 0.5, static_cast<double>(at)});
      right.push_back({high + 0.5, static_cast<double>(at)});
    }
    left.insert(left.end(), right.rbegin(), right.rend());
    cone.outlines = {left};
    return cone;
  }

  Polygons cone() const { return sides("cone", {}, read_role, scene_.ranges, scene_.layer, 0); }

  Polygons reached() const {
    const std::vector<Range> ranges = ranges_reached(scene_.shapes, scene_.fields, scene_.layer, scene_.unit);
    return sides("reached", "reached", reached_role, ranges, scene_.layer, scene_.depth());
  }

  Arrows connections() const {
    Arrows lines{.mark = {.id = "connections", .role = read_role}, .width = 0.75, .heads = false};
    const auto line = [&](std::size_t at, std::int64_t unit, std::size_t to, std::int64_t input) {
      lines.arrows.push_back({{place(at, unit), static_cast<double>(at) - half_height(at)},
                              {place(to, input), static_cast<double>(to) + half_height(to)}});
    };
    for (std::size_t at = scene_.layer; at > 0; --at) {
      const AxisLayer& shape = scene_.shapes[at - 1];
      const LayerField& field = scene_.fields[at];
      const std::size_t source = source_of(shape, at);
      for (const Range& run : scene_.read[at].runs) {
        for (std::int64_t unit = run.first; unit <= run.last; ++unit) {
          if (lines.arrows.size() > most_lines) return lines;
          for (std::int64_t tap = 0; tap < shape.kernel; ++tap) {
            const std::int64_t own = unit + field.crop;
            std::int64_t input = own * shape.stride - field.padding_before + tap * shape.dilation;
            if (shape.transposed) {
              const std::int64_t times = own + field.padding_before - tap * shape.dilation;
              if (times % shape.stride != 0) continue;
              input = times / shape.stride;
            }
            if (input >= 0 && input < scene_.fields[source].output_size) line(at, unit, source, input);
          }
          if (shape.join > 0) line(at, unit, joined_by(shape, at), unit + field.join_crop);
        }
      }
    }
    return lines;
  }

  const ReceptiveScene& scene_;
  Limits shown_;
  std::size_t step_ = 1;
  bool single_ = false;
};

}  // namespace

Limits shown_pixels(const ReceptiveScene& scene, std::int64_t unit, double place) {
  const double image = static_cast<double>(scene.image());
  Range region = {0, 0};
  if (scene.followed && !scene.field().region(unit).empty()) region = scene.field().region(unit);
  const double field = static_cast<double>(region.size());
  if (image > std::max(64.0, 5 * field)) {
    const double width = rounded_up(std::max(48.0, 4 * field)), page = std::round(2 * place / width);
    return {(page - 1) * width / 2, (page + 1) * width / 2};
  }
  // In steps, so that the limits keep still while the unit moves a little.
  const double step = std::max(1.0, std::ceil(field / 8));
  const auto beyond = [&](double pixels) {
    return step * std::ceil(std::clamp(pixels, 0.0, image) / step) + 0.02 * image + 0.5;
  };
  return {-0.5 - beyond(-static_cast<double>(region.first)),
          image - 0.5 + beyond(static_cast<double>(region.last) + 1 - image)};
}

Panel pyramid_panel(const ReceptiveScene& scene, Cell cell) {
  const Limits shown =
      shown_pixels(scene, scene.unit, scene.followed ? scene.centre() : scene.receptive.position);
  const double depth = static_cast<double>(scene.depth());
  Panel panel{.id = "pyramid",
              .title = scene.followed ? say("What unit {} of layer {} reads", scene.unit, scene.layer)
                                      : say("Layer {} has no unit to follow", scene.layer),
              .hint = "drag the ring",
              .cell = cell};
  panel.x = {.label = "pixel of the image", .low = shown.low, .high = shown.high};
  panel.y = {.label = "layer", .low = -0.03 * depth - 0.5, .high = 1.03 * depth + 0.5, .whole = true};
  panel.layers = Pyramid(scene, shown).layers();
  return panel;
}

}  // namespace theta
