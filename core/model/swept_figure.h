// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// A lab's figure at one of several values of a parameter, and what says at which: "$\tau$ = 0.1", or where
/// there is little room "0.1 s", or where the unit was said "0.1".
struct SweptFigure {
  Text label;
  Figure figure;
  Text value = {}, number = {};
};

/// The n-th value's version of an id, n counted from 0: temperature-1 for the first.
std::string swept_id(const std::string& id, std::size_t n);

/// Which value's version such an id is of; none for an id as labs give them, which has no hyphen.
std::optional<std::size_t> swept_number(std::string_view id);

/// Values in a row, the symbol said once: "$\tau$ = 0.1, 0.2". `most`: as in core/model/listed.h.
Text values_listed(const std::vector<SweptFigure>& figures, std::size_t most);

/// Sentences that differ by numbers alone become one with all of the numbers, in the order of the values;
/// what is not remarked at all of them has its values before it. `remarks`: at each value, null where what
/// they are about is not there.
std::vector<Text> swept_remarks(const std::vector<SweptFigure>& figures,
                                const std::vector<const std::vector<Text>*>& remarks);

/// A figure of all values, yet without panels: its title and description name the values, readings and
/// remarks that differ stand once a value, and formulas with numbers stay where they are the same for all.
/// `panel`: the title of the one panel that will be shown. Not empty.
Figure swept_frame(const std::vector<SweptFigure>& figures, const Text& panel = {});

}  // namespace theta
