// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/pushed_density.h"

#include "core/math/activation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <tuple>

namespace theta {
namespace {

constexpr int grid_steps = 4000;
constexpr double reach_in_deviations = 8;

struct GridPoint {
  double x = 0, y = 0;
};

/// The x between two samples at which f is y, which lies between theirs; none where f jumps past it. False
/// position, its kept end halved (Illinois), with bisections between.
std::optional<double> crossing(const Mapping& f, GridPoint from, GridPoint to, double y) {
  double a = from.x, b = to.x, at_a = from.y - y, at_b = to.y - y;
  double nearest = std::abs(at_a) < std::abs(at_b) ? a : b, left = std::min(std::abs(at_a), std::abs(at_b));
  const double rounding = 4e-16 * std::max(std::abs(from.y), std::abs(to.y));
  for (int i = 0; i < 200 && left > rounding; ++i) {
    const double middle = a + (b - a) / 2;
    if (middle == a || middle == b) break;
    double x = i % 4 == 3 ? middle : a - at_a * ((b - a) / (at_b - at_a));
    if (!(x > a && x < b)) x = middle;
    const double at_x = f.value(x) - y;
    if (std::isnan(at_x)) return {};
    if (std::abs(at_x) < left) {
      left = std::abs(at_x);
      nearest = x;
    }
    if ((at_x > 0) == (at_a > 0)) {
      a = x;
      at_a = at_x;
      at_b /= 2;
    } else {
      b = x;
      at_b = at_x;
      at_a /= 2;
    }
  }
  constexpr double missed = 1e-6;
  if (left > missed * std::max(1e-3, std::abs(y))) return {};
  return nearest;
}

/// Where f turns back between two samples, higher (side 1) or lower (−1) than both: golden section.
GridPoint turning_point(const Mapping& f, double from, double to, double side) {
  constexpr double golden = 1 / std::numbers::phi;
  double inner = to - golden * (to - from), outer = from + golden * (to - from);
  double at_inner = side * f.value(inner), at_outer = side * f.value(outer);
  for (int i = 0; i < 60 && inner < outer; ++i) {
    if (at_inner > at_outer) {
      to = outer;
      outer = inner;
      at_outer = at_inner;
      inner = to - golden * (to - from);
      at_inner = side * f.value(inner);
    } else {
      from = inner;
      inner = outer;
      at_inner = at_outer;
      outer = from + golden * (to - from);
      at_outer = side * f.value(outer);
    }
  }
  return at_inner > at_outer ? GridPoint{inner, side * at_inner} : GridPoint{outer, side * at_outer};
}

std::vector<GridPoint> grid_of(const Mapping& f, double m, double s) {
  std::vector<double> xs;
  for (int i = 0; i <= grid_steps; ++i)
    xs.push_back(m + s * reach_in_deviations * (2.0 * i / grid_steps - 1));
  for (const double corner : f.corners) {
    if (corner > xs.front() && corner < xs.back()) xs.push_back(corner);
  }
  std::ranges::sort(xs);
  std::vector<GridPoint> found;
  for (const double x : xs) found.push_back({x, f.value(x)});
  return found;
}

/// The turning points that a y may lie beyond the samples of, put among these.
std::vector<GridPoint> with_turning_points(const Mapping& f, const std::vector<GridPoint>& grid,
                                           std::span<const double> ys) {
  std::vector<GridPoint> all = {grid.front()};
  for (std::size_t i = 1; i + 1 < grid.size(); ++i) {
    const auto& [before, here, after] = std::tie(grid[i - 1], grid[i], grid[i + 1]);
    const double rise = here.y - before.y, fall = here.y - after.y;
    std::optional<GridPoint> turn;
    if (std::isfinite(rise * fall) && rise * fall > 0) {
      const double side = rise > 0 ? 1 : -1, reach = here.y + (rise + fall);  // beyond any parabola's top
      const auto y = std::ranges::lower_bound(ys, std::min(here.y, reach));
      if (y != ys.end() && *y <= std::max(here.y, reach)) turn = turning_point(f, before.x, after.x, side);
    }
    if (turn && turn->x < here.x) all.push_back(*turn);
    all.push_back(here);
    if (turn && turn->x > here.x) all.push_back(*turn);
  }
  all.push_back(grid.back());
  return all;
}

}  // namespace

std::vector<double> pushed_density(const Mapping& f, double m, double s, std::span<const double> ys) {
  std::vector<double> density(ys.size(), 0);
  const std::vector<GridPoint> grid = with_turning_points(f, grid_of(f, m, s), ys);
  for (std::size_t i = 0; i + 1 < grid.size(); ++i) {
    const auto [low, high] = std::minmax(grid[i].y, grid[i + 1].y);
    if (!std::isfinite(low) || !std::isfinite(high)) continue;
    // From the lower one on, without the higher: what a sample stands at belongs to one of its two
    // grid_steps.
    for (auto y = std::ranges::lower_bound(ys, low); y != ys.end() && *y < high; ++y) {
      const auto x = crossing(f, grid[i], grid[i + 1], *y);
      if (x)
        density[static_cast<std::size_t>(y - ys.begin())] +=
            normal_density((*x - m) / s) / s / std::abs(f.slope(*x));
    }
  }
  return density;
}

}  // namespace theta
