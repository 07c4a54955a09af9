// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sample.h"

#include "core/math/nan.h"

#include <cassert>
#include <cmath>

namespace theta {
namespace {

class Sampler {
 public:
  Sampler(const std::function<double(double)>& f, double tolerance, double bound)
      : f_(f), tolerance_(tolerance), bound_(bound) {}

  double value(double x) const {
    const double y = f_(x);
    return std::abs(y) <= bound_ ? y : nan;  // false for NaN too
  }

  void put(double x, double y) {
    if (std::isnan(y)) {
      if (!samples.left_at) samples.left_at = x;
      if (samples.y.empty() || std::isnan(samples.y.back())) return;
    }
    samples.x.push_back(x);
    samples.y.push_back(y);
  }

  /// What lies between two points, without them.
  void between(double x0, double y0, double x1, double y1, int depth) {
    const double middle = x0 + (x1 - x0) / 2;
    if (depth == 0 || middle <= x0 || middle >= x1) return;
    const double y = value(middle);
    const bool joined = !std::isnan(y0) && !std::isnan(y) && !std::isnan(y1);
    const bool all_cut = std::isnan(y0) && std::isnan(y) && std::isnan(y1);
    if (all_cut || (joined && std::abs(y - (y0 + y1) / 2) <= tolerance_)) return;
    between(x0, y0, middle, y, depth - 1);
    put(middle, y);
    between(middle, y, x1, y1, depth - 1);
  }

  void stretch(double low, double high, int steps, int depth) {
    double x0 = low, y0 = value(low);
    put(x0, y0);
    for (int i = 1; i <= steps; ++i) {
      const double x1 = i == steps ? high : low + (high - low) * i / steps;
      const double y1 = value(x1);
      between(x0, y0, x1, y1, depth);
      put(x1, y1);
      x0 = x1;
      y0 = y1;
    }
  }

  Samples samples;

 private:
  const std::function<double(double)>& f_;
  double tolerance_, bound_;
};

/// Whether the value at a jump is that of what follows it.
bool belongs_right(const std::function<double(double)>& f, double before, double x, double after) {
  const double y = f(x);
  return std::abs(f(after) - y) < std::abs(f(before) - y);
}

}  // namespace

Samples sample(const std::function<double(double)>& f, double low, double high,
               std::span<const Corner> corners, double tolerance, double bound, int coarse, int depth) {
  assert(low < high && coarse >= 1);
  Sampler sampler(f, tolerance, bound);
  const auto steps = [&](double from, double to) {
    return std::max(1, static_cast<int>(std::ceil(coarse * (to - from) / (high - low))));
  };
  double from = low;
  for (const Corner& corner : corners) {
    if (!(corner.x > from && corner.x < high)) continue;
    const double before = std::nextafter(corner.x, low), after = std::nextafter(corner.x, high);
    const bool goes_on = corner.cut && before > from && belongs_right(f, before, corner.x, after);
    const double end = goes_on ? before : corner.x;
    sampler.stretch(from, end, steps(from, end), depth);
    from = goes_on ? corner.x : after;
    if (corner.cut) sampler.put(corner.x, nan);
  }
  sampler.stretch(from, high, steps(from, high), depth);
  return std::move(sampler.samples);
}

}  // namespace theta
