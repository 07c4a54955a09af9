// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace theta {

/// The values a parameter takes one after the other, and what names each in a picture.
struct Variation {
  struct Step {
    Value value;
    Text label;
    Text words;   ///< the value alone
    Text number;  ///< and without its unit
  };
  std::size_t field = 0;
  std::vector<Step> steps = {};  ///< 1 to 500, no value twice
  std::size_t repeated = 0;      ///< values that were asked for beside these and are the same as one of them
};

/// Says that fewer values than were asked for differ; empty where all do.
Text words_on_repeated(const Variation& variation);

/// Reads what is typed after `--vary`: a number's id=from:to:count, in even steps, or id=from:to:count:log,
/// in even factors, both rounded to whole numbers where only they are allowed; or a list of any parameter's
/// values, id=1,2,3, with semicolons between values that hold commas themselves. Each lies within the widest
/// limits of its field; narrower ones that other parameters set are not looked at. Throws InputError.
Variation parse_variation(const std::vector<Field>& fields, std::string_view text);

/// All parameters at each of the values, where the others stand as they are. Throws InputError where they do
/// not allow one of them.
std::vector<Values> values_along(const std::vector<Field>& fields, const Values& values,
                                 const Variation& variation);

}  // namespace theta
