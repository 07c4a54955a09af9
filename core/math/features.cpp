// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/features.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace theta {
namespace {

using Function = std::function<double(double)>;

/// Where a condition that holds at one end and not at the other changes.
double change_point(const std::function<bool(double)>& holds, double from, double to) {
  const bool at_start = holds(from);
  for (int i = 0; i < 200; ++i) {
    const double middle = from + (to - from) / 2;
    if (middle == from || middle == to) break;
    (holds(middle) == at_start ? from : to) = middle;
  }
  return from + (to - from) / 2;
}

/// A function and what it is at the samples.
struct Sampled {
  const Function& f;
  std::vector<double> at = {};
};

Sampled sampled(const Function& f, const std::vector<double>& xs) {
  Sampled samples{f};
  for (const double x : xs) samples.at.push_back(f(x));
  return samples;
}

/// The stretches of the samples on which a condition on x and the function there holds, with refined ends.
std::vector<Interval> stretches(const std::vector<double>& xs, const Sampled& g,
                                const std::function<bool(double x, double y)>& holds) {
  std::vector<Interval> found;
  const auto holds_at = [&](double x) { return holds(x, g.f(x)); };
  bool inside = false;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const bool now = holds(xs[i], g.at[i]);
    if (now && !inside) found.push_back({i == 0 ? xs[0] : change_point(holds_at, xs[i - 1], xs[i]), xs[i]});
    if (!now && inside) found.back().high = change_point(holds_at, xs[i - 1], xs[i]);
    if (now) found.back().high = xs[i];
    inside = now;
  }
  return found;
}

/// Where g passes 0 between two points: the middle, should it be 0 on the way.
double middle_of_change(const Sampled& g, double from, double to) {
  const double below = change_point([&](double x) { return g.f(x) < 0; }, from, to),
               above = change_point([&](double x) { return g.f(x) > 0; }, from, to);
  return below + (above - below) / 2;
}

/// Where g changes its sign between two samples without being 0 on a stretch.
std::vector<double> sign_changes(const std::vector<double>& xs, const Sampled& g) {
  std::vector<double> found;
  double before = g.at.front();
  for (std::size_t i = 1; i < xs.size(); ++i) {
    const double now = g.at[i];
    if ((before < 0 && now > 0) || (before > 0 && now < 0))
      found.push_back(middle_of_change(g, xs[i - 1], xs[i]));
    if (now != 0) before = now;
    // A zero that lies on a sample: its neighbours tell whether the sign changes there.
    if (now == 0 && i + 1 < xs.size()) {
      const double after = g.at[i + 1];
      if ((before < 0 && after > 0) || (before > 0 && after < 0)) {
        found.push_back(xs[i]);
        before = after;
        ++i;
      }
    }
  }
  return found;
}

bool is_fixed(double x, double y) { return std::abs(y - x) <= 1e-12 * std::max(1.0, std::abs(x)); }

}  // namespace

Features features(const Function& f, const Function& slope, double low, double high, double saturation_limit,
                  int steps) {
  assert(low < high && steps > 0);
  std::vector<double> xs;
  for (int i = 0; i <= steps; ++i) xs.push_back(low + (high - low) * i / steps);

  const Function excess = [&](double x) {
    const double y = f(x);
    return is_fixed(x, y) ? 0 : y - x;
  };
  const Sampled values = sampled(f, xs), slopes = sampled(slope, xs);
  Features found;
  for (const double x : sign_changes(xs, slopes)) {
    found.extrema.push_back({x, f(x), slope(std::max(low, x - (high - low) / steps)) > 0});
  }
  found.fixed_points = stretches(xs, values, is_fixed);
  for (const double x : sign_changes(xs, sampled(excess, xs))) {
    const bool known = std::ranges::any_of(
        found.fixed_points, [&](Interval each) { return x >= each.low - 1e-9 && x <= each.high + 1e-9; });
    if (!known && std::abs(f(x) - x) < 1e-6 * std::max(1.0, std::abs(x)))
      found.fixed_points.push_back({x, x});
  }
  const double step = (high - low) / steps;
  for (Interval& each : found.fixed_points) {  // an isolated point holds within rounding on both of its sides
    if (each.high - each.low < step) each.low = each.high = each.low + (each.high - each.low) / 2;
    if (each.low == each.high && std::abs(each.low) < 1e-3 * step) each = {0, 0};
  }
  std::ranges::sort(found.fixed_points, {}, &Interval::low);
  found.dead = stretches(xs, slopes, [](double, double y) { return y == 0; });
  std::erase_if(found.dead, [&](Interval each) { return each.high - each.low < step; });
  found.saturated = stretches(xs, slopes, [&](double, double y) {
    const double steepness = std::abs(y);
    return steepness > 0 && steepness < saturation_limit;
  });
  return found;
}

}  // namespace theta
