// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// A whole script from the part that computes: the library's import, then each parameter the body names, with
/// its value and its label, then the body, then the printing of what it put into `results`.
///
/// The body is Python that holds for both libraries when `np.` becomes `torch.`. A line that starts with
/// `numpy: ` or `torch: ` stands in the script of that library alone. It may call `curve(x, y)`, which makes
/// lists of two arrays, and `seeded(seed, stream)`, which yields the uniform numbers the core draws,
/// `random_bits(seed, stream)`, the words they come from, and `normals(seed, stream, count)`; what it does
/// not call is not printed. A parameter named like a word of Python has an underscore after it.
std::string code_script(std::string_view title, const std::vector<Field>& fields, const Values& values,
                        CodeLibrary library, const std::string& body);

template <class Parameters>
std::string code_script(std::string_view title, const Parameters& parameters, CodeLibrary library,
                        const std::string& body) {
  return code_script(title, fields<Parameters>(), to_values(parameters), library, body);
}

/// A number as Python reads it back exactly, never as a whole one: 10000.0.
std::string python_number(double number);

/// Whether a word of Python stands in a text by itself.
bool names(std::string_view text, std::string_view word);

}  // namespace theta
