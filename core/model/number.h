// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// The shortest text that reads back as exactly this double: for files and command lines.
std::string exact(double number);

/// A number as a reader expects it: `significant` digits without trailing zeros, a true minus sign, thin
/// spaces between thousands, powers of ten where plain digits would be long: −1.5, 10 000, 3.07·10⁻⁷.
std::string readable(double number, int significant = 6);

/// Like readable, with as many digits as tell it from every other double, six at least: for a message that
/// gives a number and the limit it missed by little.
std::string readable_in_full(double number);

/// Like readable, with a fixed number of digits, so that a reading that changes keeps its width.
std::string steady(double number, int significant);

/// The double nearest to a finite number's first digits: what a person would have written.
double rounded_to_digits(double number, int significant);

/// 10⁴ for 4.
std::string power_of_ten(int exponent);

}  // namespace theta
