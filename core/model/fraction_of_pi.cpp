// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fraction_of_pi.h"

#include "core/model/number.h"

#include <cmath>
#include <numbers>

namespace theta {

std::optional<std::string> fraction_of_pi(double number) {
  for (const int denominator : {1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 18, 36, 60, 90, 180}) {
    const double count = number / std::numbers::pi * denominator;
    const double numerator = std::round(count);
    if (numerator == 0 || std::abs(count - numerator) > 1e-12 * std::abs(count)) continue;
    std::string text = numerator < 0 ? "−" : "";
    if (std::abs(numerator) != 1) text += readable(std::abs(numerator));
    text += "π";
    if (denominator != 1) text += "/" + std::to_string(denominator);
    return text;
  }
  return {};
}

}  // namespace theta
