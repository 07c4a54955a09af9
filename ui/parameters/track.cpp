// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/track.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>

namespace theta {
namespace {

/// The number with so many significant digits: 0.3 for 0.1 + 0.2.
double rounded(double number, int significant) {
  std::array<char, 40> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*g", significant, number);
  return std::strtod(digits.data(), nullptr);
}

bool is_whole(const Track& track) { return track.multiple > 0; }

/// The nearest value the track has.
double allowed_near(const Track& track, double value) {
  const Limits& limits = track.limits;
  if (!is_whole(track)) return std::clamp(value, limits.low, std::max(limits.low, limits.high));
  const double low = std::ceil(limits.low / track.multiple), high = std::floor(limits.high / track.multiple);
  return std::clamp(std::round(value / track.multiple), low, std::max(low, high)) * track.multiple;
}

/// What a log track takes the logarithm of.
double offset(const Track& track) { return track.limits.low > 0 ? 0 : 1 - track.limits.low; }

double nice_below(double size) {
  const double power = std::pow(10, std::floor(std::log10(size * (1 + 1e-9))));
  for (const double digit : {5.0, 2.0}) {
    if (digit * power <= size * (1 + 1e-9)) return digit * power;
  }
  return power;
}

double fraction_of_pi_below(double size) {
  for (const int parts : {1, 2, 3, 4, 6, 12, 18, 36, 60, 90, 180, 360, 900, 1800, 3600}) {
    if (std::numbers::pi / parts <= size * (1 + 1e-9)) return std::numbers::pi / parts;
  }
  return std::numbers::pi / 36'000;
}

double plain_step(const Track& track, double value) {
  const double range = track.limits.high - track.limits.low;
  if (!(range > 0) || !std::isfinite(range)) return 1;
  const double unit = is_whole(track) ? track.multiple : 1;
  if (track.scale == Scale::linear)
    return track.angle ? fraction_of_pi_below(range / 100) : nice_below(range / 100 / unit) * unit;
  const double size = std::max(std::abs(value), track.limits.low > 0 ? track.limits.low : 1.0);
  return std::pow(10, std::floor(std::log10(size * (1 + 1e-9))) - 1);
}

/// Whole multiples of a unit without the last digit's error: 0.3, not 0.30000000000000004.
double tidy(const Track& track, double value) {
  if (!track.angle) return rounded(value, 12);
  const double unit = std::numbers::pi / 36'000, count = std::round(value / unit);
  return std::abs(value - count * unit) < 1e-9 ? count * unit : value;
}

}  // namespace

Track track_of(const Field& field, Limits limits) {
  if (const auto* real = std::get_if<Real>(&field.kind))
    return {.limits = limits, .scale = real->scale, .multiple = 0, .angle = real->angle};
  const auto* integer = std::get_if<Integer>(&field.kind);
  if (!integer) return {.limits = limits};
  return {.limits = limits, .scale = integer->scale, .multiple = static_cast<double>(integer->multiple)};
}

double position_of(const Track& track, double value) {
  const auto [low, high] = track.limits;
  if (!(high > low)) return 0;
  const double inside = std::clamp(value, low, high);
  if (track.scale == Scale::linear) return (inside - low) / (high - low);
  const double from = low + offset(track);
  return std::log((inside + offset(track)) / from) / std::log((high + offset(track)) / from);
}

double exact_value_at(const Track& track, double position) {
  const auto [low, high] = track.limits;
  if (position <= 0 || !(high > low)) return allowed_near(track, low);
  if (position >= 1) return allowed_near(track, high);
  if (track.scale == Scale::linear) return allowed_near(track, low + position * (high - low));
  const double from = low + offset(track);
  return allowed_near(track, from * std::pow((high + offset(track)) / from, position) - offset(track));
}

double value_at(const Track& track, double position) {
  const double value = exact_value_at(track, position);
  if (is_whole(track) || position <= 0 || position >= 1) return value;
  if (track.scale == Scale::log) return allowed_near(track, rounded(value, 3));
  const double unit = step_at(track, value) / 10;
  return allowed_near(track, tidy(track, std::round(value / unit) * unit));
}

double step_at(const Track& track, double value) {
  const double step = plain_step(track, value);
  if (!is_whole(track)) return step;
  return std::max(1.0, std::round(step / track.multiple)) * track.multiple;
}

double stepped(const Track& track, double value, int steps, Pace pace) {
  const double size = pace == Pace::fine ? 0.1 : pace == Pace::coarse ? 10 : 1;
  const double direction = steps < 0 ? -1 : 1;
  for (int i = 0; i < std::abs(steps); ++i) {
    // From a power of ten downwards the digits are those of the decade below: 100 → 99, and 99 → 100.
    const double from = direction < 0 ? value * (1 - 1e-6) : value;
    const double step = std::max(step_at(track, from) * size, track.multiple);
    value = allowed_near(track, tidy(track, value + direction * step));
  }
  return value;
}

}  // namespace theta
