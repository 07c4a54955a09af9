// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace theta {

/// A number as its box shows it: readable, and a simple multiple of π for an angle: 2π/3.
std::string shown_number(double number, bool angle);

/// The same with all its digits, in the form `typed_number` reads back exactly: what stands in the box while
/// it is typed into.
std::string full_number(double number, bool angle);

/// What a person typed, as the command line would have it: without spaces between digits, with plain signs
/// for −, ·, × and π. "10 000" is 10000 and "2π/3" is 2*pi/3.
std::string typed_number(std::string_view text);

}  // namespace theta
