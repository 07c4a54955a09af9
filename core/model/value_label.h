// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <vector>

namespace theta {

struct ValueLabel {
  Text label;   ///< "$\tau$ = 0.1"
  Text words;   ///< "0.1 s"
  Text number;  ///< "0.1", without its unit
};

/// What names a parameter's values in a picture: by its symbol where it has one, else by its label. Numbers
/// have four digits, or as many more as write them all exactly or tell them apart.
std::vector<ValueLabel> value_labels(const Field& field, const std::vector<Value>& values);

}  // namespace theta
