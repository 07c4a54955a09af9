// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace theta {

/// About so many bytes of a line from shortly before a place on, in whole characters and in quotes.
std::string excerpt(std::string_view line, std::size_t at);

/// The first line in which two texts differ, counted from 1, and what stands in it.
std::string line_that_differs(std::string_view is, std::string_view should);

/// Whether two XML texts have the same elements, attributes and words, however they are spaced and broken
/// into lines.
bool says_the_same_in_xml(std::string_view one, std::string_view other);

}  // namespace theta
