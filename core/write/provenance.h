// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/write/origin.h"

#include <string>
#include <vector>

namespace theta {

/// What a file of comments says about where its figure comes from, none of the lines with a break in it: the
/// program, the lab, what is shown, the settings as the command line takes them again, in which units they
/// are, and the readings.
std::vector<std::string> provenance(const Figure& figure, const Origin& origin);

/// Of a parameter; empty where it has none.
std::string unit_of(const Field& field);

/// A text in words that stay on their line.
std::string words_on_line(const Text& text);

/// The lines as comments of a file whose comments start with this.
std::string comments(const std::vector<std::string>& lines, const std::string& start);

}  // namespace theta
