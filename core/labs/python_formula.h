// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace theta {

/// A formula of x as Python has it, x an array, for the scripts: parts without x stand there as their values.
/// It may call sigmoid, softplus, negative, distribution and erfc, which the scripts of activations define.
struct PythonFormula {
  std::string formula;
  std::string functions;  ///< definitions of what else it calls
};

/// `formula` parses as an Expression.
PythonFormula python_formula(std::string_view formula);

}  // namespace theta
