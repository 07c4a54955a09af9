// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <cstddef>
#include <string>
#include <vector>

namespace theta {

/// A lab's figure at one of several values of a parameter, and what says at which: "$\tau$ = 0.1", or where
/// there is little room "0.1".
struct SweptFigure {
  Text label;
  Figure figure;
  Text value = {};
};

/// The n-th value's version of an id, n counted from 0: temperature-1 for the first.
std::string swept_id(const std::string& id, std::size_t n);

/// What is remarked at all values once, what at some of them with the value. `remarks`: at each value.
std::vector<Text> swept_remarks(const std::vector<SweptFigure>& figures,
                                const std::vector<std::vector<Text>>& remarks);

/// A figure of all values, yet without panels: its title and description name the values, readings and
/// remarks that differ stand once a value, and formulas with numbers stay where they are the same for all.
/// `panel`: the title of the one panel that will be shown. Not empty.
Figure swept_frame(const std::vector<SweptFigure>& figures, const Text& panel = {});

}  // namespace theta
