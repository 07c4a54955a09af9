// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/gumbel_softmax_panels.h"
#include "core/math/concrete.h"
#include "core/math/gumbel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace theta {
namespace {

constexpr double bin_width = 1.0 / GumbelTally::bins;

std::vector<double> bin_centres() {
  std::vector<double> centres;
  for (int i = 0; i < GumbelTally::bins; ++i) centres.push_back((i + 0.5) * bin_width);
  return centres;
}

/// Where the density of two classes is drawn: even steps, and closer ones towards both ends, where it may
/// grow without bound.
std::vector<double> density_places() {
  std::vector<double> x;
  for (double y = 1e-6; y < 0.01; y *= 1.5) x.push_back(y);
  for (int i = 4; i <= 396; ++i) x.push_back(i / 400.0);
  const std::vector<double> near(x.begin(), std::ranges::find_if(x, [](double y) { return y >= 0.01; }));
  for (auto y = near.rbegin(); y != near.rend(); ++y) x.push_back(1 - *y);
  return x;
}

Panel binary_panel(const GumbelScene& scene) {
  const double p = scene.probabilities[0], temperature = scene.temperature;
  Curve density{.mark = {.id = "concrete_density", .label = "exact density", .role = gumbel_law_role},
                .width = 2};
  density.x = density_places();
  for (const double y : density.x) density.y.push_back(binary_concrete_density(p, temperature, y));

  Bars histogram{.mark = {.id = "histogram", .label = "samples", .role = gumbel_sample_role},
                 .x = bin_centres(),
                 .width = 0.9 * bin_width};
  Points exact{.mark = {.id = "bin_density", .label = "exact, of the bin", .role = gumbel_law_role},
               .x = bin_centres(),
               .marker = Marker::diamond,
               .size = 4};
  double largest = 0;
  for (int i = 0; i < GumbelTally::bins; ++i) {
    histogram.y.push_back(scene.tally.histogram(i, 0) / bin_width);
    const double above =
        i + 1 == GumbelTally::bins ? 1 : binary_concrete_cdf(p, temperature, (i + 1) * bin_width);
    const double below = i == 0 ? 0 : binary_concrete_cdf(p, temperature, i * bin_width);
    exact.y.push_back((above - below) / bin_width);
    largest = std::max(largest, exact.y.back());
  }
  Panel panel{.id = "law", .title = "The law of $y_1$"};
  panel.x = {.label = "$y_1$", .low = 0, .high = 1};
  panel.y = {.label = "density", .low = 0, .high = rounded_up(1.15 * largest)};
  const double shown = concrete_sample(scene.shown, temperature).y[0];
  panel.layers = {histogram, exact, density,
                  Rule{.mark = {.id = "draw", .role = gumbel_winner_role}, .at = shown, .note = "the draw"}};
  return panel;
}

constexpr double height = 0.86602540378443865;  // of a triangle of side 1

/// Class 1 at the left corner, 2 at the right, 3 at the top.
Point corner_mean(double y1, double y2, double y3) {
  const double sum = y1 + y2 + y3;
  return {(y2 + 0.5 * y3) / sum, height * y3 / sum};
}

/// Where the density is at least as high as each level, row by row of the triangle: a row is cut into runs
/// whose ends are interpolated.
std::vector<Polygons> density_levels(const GumbelScene& scene) {
  constexpr int rows = 80, columns = 120;
  constexpr std::array levels = {0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0};
  std::vector<Polygons> layers;
  for (std::size_t l = 0; l < levels.size(); ++l)
    layers.push_back({.mark = {.id = "density_level_" + std::to_string(l + 1), .role = gumbel_law_role},
                      .opacity = 0.085,
                      .outlined = false});
  std::array<double, columns + 1> log_part{}, log_rest{}, log_density{};
  for (std::size_t i = 0; i < log_part.size(); ++i) {
    const double part = std::clamp(1.0 * static_cast<double>(i) / columns, 1e-4, 1 - 1e-4);
    log_part[i] = std::log(part);
    log_rest[i] = std::log1p(-part);
  }
  for (int row = 0; row < rows; ++row) {
    const double low = 1.0 * row / rows, high = 1.0 * (row + 1) / rows, y3 = (low + high) / 2;
    const double log_y3 = std::log(y3), log_below = std::log1p(-y3);
    for (std::size_t i = 0; i < log_density.size(); ++i)
      log_density[i] =
          concrete_log_density(scene.probabilities, scene.temperature,
                               std::array{log_below + log_rest[i], log_below + log_part[i], log_y3});
    const auto place = [&](double part, double up) {
      return corner_mean((1 - up) * (1 - part), (1 - up) * part, up);
    };
    for (std::size_t l = 0; l < levels.size(); ++l) {
      const double level = std::log(levels[l]);
      double from = log_density[0] >= level ? 0 : -1;
      const auto close = [&](double to) {
        layers[l].outlines.push_back({place(from, low), place(to, low), place(to, high), place(from, high)});
        from = -1;
      };
      for (int i = 0; i < columns; ++i) {
        const double here = log_density[static_cast<std::size_t>(i)],
                     next = log_density[static_cast<std::size_t>(i) + 1];
        if ((here >= level) == (next >= level)) continue;
        const double crossing = (i + (level - here) / (next - here)) / columns;
        if (next >= level)
          from = crossing;
        else
          close(crossing);
      }
      if (from >= 0) close(1);
    }
  }
  return layers;
}

Panel simplex_panel(const GumbelScene& scene) {
  Panel panel{.id = "law", .title = "The simplex", .hint = "click a draw"};
  panel.x = {.label = "", .low = -0.1, .high = 1.1};
  panel.y = {.label = "", .low = -0.17, .high = 1.04};
  panel.frame = Frame::none;
  panel.equal_aspect = true;
  std::vector<Polygons> levels = density_levels(scene);
  levels.front().mark.label = "density";
  for (Polygons& level : levels) panel.layers.push_back(std::move(level));
  panel.layers.push_back(Polygons{.mark = {.id = "simplex", .role = Role::muted},
                                  .outlines = {{{0, 0}, {1, 0}, {0.5, height}}},
                                  .opacity = 0});
  Points samples{.mark = {.id = "samples", .label = "samples", .role = gumbel_sample_role}, .size = 2.4};
  const Eigen::Index count = std::min<Eigen::Index>(scene.tally.count, GumbelTally::kept);
  const ConcreteBatch batch = concrete_batch(scene.tally.perturbed.topRows(count), scene.temperature);
  const std::string draw = id_of(&GumbelSoftmax::draw);
  for (Eigen::Index n = 0; n < count; ++n) {
    const Point at = corner_mean(batch.y(n, 0), batch.y(n, 1), batch.y(n, 2));
    samples.x.push_back(at.x);
    samples.y.push_back(at.y);
    panel.picks.push_back({.parameter = draw,
                           .centre = at,
                           .reach = 0.03,
                           .value = std::int64_t{n},
                           .label = say("Draw {}", static_cast<std::int64_t>(n))});
  }
  panel.layers.push_back(std::move(samples));
  const std::vector<double> y = concrete_sample(scene.shown, scene.temperature).y;
  const Point shown = corner_mean(y[0], y[1], y[2]);
  const Eigen::ArrayXd& mean = scene.expectation.mean;
  const Point centre = corner_mean(mean[0], mean[1], mean[2]),
              law = corner_mean(scene.probabilities[0], scene.probabilities[1], scene.probabilities[2]);
  panel.layers.push_back(Points{.mark = {.id = "mean", .label = "$E\\,y$", .role = Role::ink},
                                .x = {centre.x},
                                .y = {centre.y},
                                .marker = Marker::square,
                                .size = 7});
  panel.layers.push_back(Points{.mark = {.id = "probabilities", .label = "$\\pi$", .role = gumbel_law_role},
                                .x = {law.x},
                                .y = {law.y},
                                .marker = Marker::triangle,
                                .size = 8});
  panel.layers.push_back(Points{.mark = {.id = "draw", .label = "the draw", .role = gumbel_winner_role},
                                .x = {shown.x},
                                .y = {shown.y},
                                .marker = Marker::diamond,
                                .size = 10});
  const std::array<Point, 3> corners = {{{0, 0}, {1, 0}, {0.5, height}}};
  for (std::size_t k = 0; k < 3; ++k)
    panel.layers.push_back(Note{.mark = {.id = "corner_" + std::to_string(k + 1), .role = Role::ink},
                                .text = say("class {}", k + 1),
                                .at = corners[k],
                                .anchor = k == 2 ? Anchor::above : Anchor::below});
  return panel;
}

/// Histograms of all components, a row a class.
Panel components_panel(const GumbelScene& scene) {
  Map map{.mark = {.id = "component_histograms", .label = "log₁₀ share of draws"}, .low = -4, .high = 0};
  map.x = bin_centres();
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    map.y.push_back(static_cast<double>(k));
    for (int i = 0; i < GumbelTally::bins; ++i) {
      const double share = scene.tally.histogram(i, static_cast<Eigen::Index>(k));
      map.values.push_back(share > 0 ? std::max(std::log10(share), -6.0) : -6);
    }
  }
  Points means{.mark = {.id = "mean", .label = "$E\\,y$", .role = Role::highlight}, .marker = Marker::square};
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    means.x.push_back(scene.expectation.mean[static_cast<Eigen::Index>(k)]);
    means.y.push_back(static_cast<double>(k));
  }
  const std::vector<double> y = concrete_sample(scene.shown, scene.temperature).y;
  Points shown{.mark = {.id = "draw", .label = "the draw", .role = gumbel_winner_role},
               .x = y,
               .y = means.y,
               .marker = Marker::diamond,
               .size = 8};
  Panel panel{.id = "law", .title = "Each share by itself", .hint = "log₁₀ share of draws"};
  panel.x = {.label = "$y$", .low = 0, .high = 1};
  panel.y = class_axis(scene);
  panel.layers = {map, means, shown};
  return panel;
}

}  // namespace

Panel law_panel(const GumbelScene& scene) {
  if (scene.classes() == 2) return binary_panel(scene);
  return scene.classes() == 3 ? simplex_panel(scene) : components_panel(scene);
}

}  // namespace theta
