// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure.h"
#include "core/model/number.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>

namespace theta {
namespace {

constexpr double slack = 1e-9;  // of a step: a tick on the very end of an axis is shown despite rounding

double size(const Axis& axis) { return std::max(std::abs(axis.low), std::abs(axis.high)); }

/// One `most`-th of what is shown; divided first, for the range itself may be beyond the largest double.
double share(const Axis& axis, int most) { return axis.high / most - axis.low / most; }

struct Multiples {
  double first = 0, last = 0;
  double count() const { return last - first + 1; }
};

/// Which multiples of a step are shown.
Multiples multiples(const Axis& axis, double step) {
  return {std::ceil(axis.low / step - slack), std::floor(axis.high / step + slack)};
}

std::vector<Tick> marked(const Axis& axis, double step, const std::function<Text(double multiple)>& label) {
  std::vector<Tick> marks;
  const Multiples shown = multiples(axis, step);
  for (double n = shown.first; n <= shown.last; ++n) marks.push_back({n * step + 0.0, label(n)});
  return marks;
}

/// The smallest 1, 2 or 5 times a power of ten that is no less; 0 where there is no such double.
double decimal_step(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= least * (1 - slack)) return factor * power;
  }
  return 10 * power;
}

/// As many digits as tell neighbouring ticks apart.
Text decimal_label(double at, double step, double largest) {
  const double digits = std::ceil(std::log10(largest / step)) + 1;
  return verbatim(readable(at, static_cast<int>(std::clamp(digits, 6.0, 17.0))));
}

std::vector<Tick> decimal_ticks(const Axis& axis, int most) {
  double step = decimal_step(share(axis, most));
  if (axis.whole) step = std::max(step, 1.0);
  const double largest = size(axis);
  const bool vanishes = !(step > 1e-15 * largest) || step < 1e-305;  // beside the numbers themselves
  while (!vanishes && multiples(axis, step).count() > most) step = decimal_step(1.5 * step);
  if (vanishes || !std::isfinite(step)) return {{axis.low, verbatim(readable(axis.low, 17))}};  // has to do
  return marked(axis, step, [&](double multiple) {
    return decimal_label(multiple == 0 ? 0 : multiple * step, step, largest);
  });
}

/// 0, ±π, 2π, π/2, 3π/4, …
Text pi_label(double multiple, double step) {
  if (multiple == 0) return verbatim("0");
  const double turns = step / std::numbers::pi;
  const auto over = static_cast<std::int64_t>(turns < 1 ? std::lround(1 / turns) : 1);
  const auto count = static_cast<std::int64_t>(std::llround(multiple * (turns < 1 ? 1 : turns)));
  const std::int64_t common = std::gcd(count, over);
  const std::int64_t numerator = std::abs(count / common), denominator = over / common;
  std::string text = count < 0 ? "−" : "";
  if (numerator != 1) text += std::to_string(numerator);
  text += "π";
  if (denominator != 1) text += "/" + std::to_string(denominator);
  return verbatim(text);
}

std::vector<Tick> pi_ticks(const Axis& axis, int most) {
  constexpr double largest = 1e15;  // beyond, multiples of π are no longer told apart
  const double pi = std::numbers::pi;
  const auto fits = [&](double turns) { return multiples(axis, turns * pi).count() <= most; };
  const auto ticks_at = [&](double turns) {
    return marked(axis, turns * pi, [&](double multiple) { return pi_label(multiple, turns * pi); });
  };
  if (size(axis) > largest || share(axis, most) < pi / 60) return decimal_ticks(axis, most);
  for (const double turns : {1.0 / 12, 1.0 / 6, 1.0 / 4, 1.0 / 2, 1.0}) {
    if (fits(turns)) return ticks_at(turns);
  }
  double turns = std::max(2.0, decimal_step(share(axis, most) / pi));
  while (!fits(turns)) turns = decimal_step(1.5 * turns);
  return ticks_at(turns);
}

/// 1, 2 and 5 times the powers of ten that are shown.
std::vector<Tick> ticks_within_decades(double low, double high) {
  std::vector<Tick> marks;
  for (int power = static_cast<int>(std::floor(low)); power <= static_cast<int>(std::floor(high + slack));
       ++power) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      const double at = factor * std::pow(10, power);
      if (std::log10(at) >= low - slack && std::log10(at) <= high + slack)
        marks.push_back({at, verbatim(readable(at))});
    }
  }
  return marks;
}

std::vector<Tick> log_ticks(const Axis& axis, int most) {
  if (!(axis.low > 0)) return {};
  const double low = std::log10(axis.low), high = std::log10(axis.high);
  const int first = static_cast<int>(std::ceil(low - slack)),
            last = static_cast<int>(std::floor(high + slack));
  if (last - first < 1) {  // less than two decades shown
    const std::vector<Tick> marks = ticks_within_decades(low, high);
    const bool fits = static_cast<int>(marks.size()) <= most;
    return fits && marks.size() > 1 ? marks : decimal_ticks(axis, most);
  }
  const int step = (last - first + most) / most;  // rounded up
  std::vector<Tick> marks;
  for (int power = first; power <= last; power += step) {
    const double at = std::pow(10, power);
    marks.push_back({at, verbatim(power >= -1 && power <= 2 ? readable(at) : power_of_ten(power))});
  }
  return marks;
}

std::vector<Tick> category_ticks(const Axis& axis, int most) {
  std::vector<Tick> marks;
  const std::size_t count = axis.categories.size(), room = static_cast<std::size_t>(most);
  const std::size_t step = std::max<std::size_t>(1, (count + room - 1) / room);
  for (std::size_t i = 0; i < count; i += step) marks.push_back({static_cast<double>(i), axis.categories[i]});
  return marks;
}

}  // namespace

std::vector<Tick> ticks(const Axis& axis, int most) {
  most = std::max(most, 1);
  switch (axis.scale) {
    case AxisScale::category:
      return category_ticks(axis, most);
    case AxisScale::log:
      return log_ticks(axis, most);
    case AxisScale::linear:
      break;
  }
  return axis.multiples_of_pi ? pi_ticks(axis, most) : decimal_ticks(axis, most);
}

}  // namespace theta
