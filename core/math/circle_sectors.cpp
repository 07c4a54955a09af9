// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/circle_sectors.h"

#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

/// Where the condition changes between two angles of which it holds at one only. Which one is not asked
/// again: an angle on the very border, rounded otherwise, may answer differently a turn later.
double border(const std::function<bool(double)>& holds, bool at_start, double from, double to) {
  for (int i = 0; i < 40; ++i) {
    const double middle = (from + to) / 2;
    (holds(middle) == at_start ? from : to) = middle;
  }
  return (from + to) / 2;
}

}  // namespace

std::vector<Interval> circle_sectors(const std::function<bool(double)>& holds, int samples) {
  const auto angle = [&](int i) { return -pi + 2 * pi * i / samples; };
  std::vector<bool> held;
  for (int i = 0; i < samples; ++i) held.push_back(holds(angle(i)));
  const auto at = [&](int i) { return static_cast<bool>(held[static_cast<std::size_t>(i % samples)]); };
  int start = 0;  // just behind the end of an arc, so that none is cut in two where the angles begin
  while (start < samples && !(at(start) && !at(start + 1))) ++start;
  if (start == samples) return at(0) ? std::vector{Interval{-pi, pi}} : std::vector<Interval>{};
  std::vector<Interval> sectors;
  for (int i = start + 1; i <= start + samples; ++i) {
    if (!at(i) && at(i + 1)) sectors.push_back({border(holds, false, angle(i), angle(i + 1)), 0});
    if (at(i) && !at(i + 1)) sectors.back().high = border(holds, true, angle(i), angle(i + 1));
  }
  for (Interval& each : sectors) {
    if (each.low < pi) continue;
    each.low -= 2 * pi;
    each.high -= 2 * pi;
  }
  return sectors;
}

}  // namespace theta
