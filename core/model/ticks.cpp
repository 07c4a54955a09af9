// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure.h"
#include "core/model/number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace theta {
namespace {

constexpr double slack = 1e-9;  // of a step: a tick on the very end of an axis is shown despite rounding

std::vector<Tick> multiples(const Axis& axis, double step, Text (*label)(double multiple, double step)) {
  std::vector<Tick> marks;
  const double first = std::ceil(axis.low / step - slack), last = std::floor(axis.high / step + slack);
  for (double n = first; n <= last; ++n) marks.push_back({n * step + 0.0, label(n, step)});
  return marks;
}

/// The smallest step of 1, 2 or 5 times a power of ten that leaves at most `most` ticks.
double decimal_step(double range, int most) {
  const double least = range / std::max(most, 1);
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= least * (1 - slack)) return factor * power;
  }
  return 10 * power;
}

/// 0, ±π, 2π, π/2, 3π/4, …
Text pi_label(double multiple, double step) {
  if (multiple == 0) return verbatim("0");
  const double turns = step / std::numbers::pi;
  const auto over = static_cast<std::int64_t>(turns < 1 ? std::lround(1 / turns) : 1);
  const auto count = std::llround(multiple * (turns < 1 ? 1 : turns));
  const std::int64_t common = std::gcd(count, over);
  const std::int64_t numerator = std::abs(count / common), denominator = over / common;
  std::string text = count < 0 ? "−" : "";
  if (numerator != 1) text += std::to_string(numerator);
  text += "π";
  if (denominator != 1) text += "/" + std::to_string(denominator);
  return verbatim(text);
}

std::vector<Tick> pi_ticks(const Axis& axis, int most) {
  const double least = (axis.high - axis.low) / std::max(most, 1) / std::numbers::pi;
  for (const double turns : {1.0 / 12, 1.0 / 6, 1.0 / 4, 1.0 / 2, 1.0}) {
    if (turns >= least * (1 - slack)) return multiples(axis, turns * std::numbers::pi, pi_label);
  }
  return multiples(axis, std::ceil(decimal_step(least * most, most)) * std::numbers::pi, pi_label);
}

std::vector<Tick> log_ticks(const Axis& axis, int most) {
  const double low = std::log10(axis.low), high = std::log10(axis.high);
  const int first = static_cast<int>(std::ceil(low - slack)),
            last = static_cast<int>(std::floor(high + slack));
  std::vector<Tick> marks;
  if (last - first < 1) {  // less than two decades shown: 1, 2, 5 within them
    for (int power = first - 1; power <= last; ++power) {
      for (const double factor : {1.0, 2.0, 5.0}) {
        const double at = factor * std::pow(10, power);
        if (std::log10(at) >= low - slack && std::log10(at) <= high + slack)
          marks.push_back({at, verbatim(readable(at))});
      }
    }
    return marks;
  }
  const int step = std::max(1, static_cast<int>(std::ceil((last - first + 1) / static_cast<double>(most))));
  for (int power = first; power <= last; ++power) {
    if ((power - first) % step != 0) continue;
    const double at = std::pow(10, power);
    marks.push_back({at, verbatim(power >= -1 && power <= 2 ? readable(at) : power_of_ten(power))});
  }
  return marks;
}

std::vector<Tick> category_ticks(const Axis& axis) {
  std::vector<Tick> marks;
  for (std::size_t i = 0; i < axis.categories.size(); ++i)
    marks.push_back({static_cast<double>(i), axis.categories[i]});
  return marks;
}

}  // namespace

std::vector<Tick> ticks(const Axis& axis, int most) {
  switch (axis.scale) {
    case AxisScale::category:
      return category_ticks(axis);
    case AxisScale::log:
      return log_ticks(axis, most);
    case AxisScale::linear:
      break;
  }
  if (axis.multiples_of_pi) return pi_ticks(axis, most);
  double step = decimal_step(axis.high - axis.low, most);
  if (axis.whole) step = std::max(step, 1.0);
  return multiples(axis, step, [](double multiple, double size) {
    const double at = multiple * size;
    return verbatim(readable(std::abs(at) < size / 2 ? 0 : at));
  });
}

}  // namespace theta
