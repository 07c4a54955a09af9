// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <exception>
#include <string>
#include <vector>

namespace theta {

/// Why an input was refused: where it stands, what was given, what is allowed.
struct Problem {
  std::string where;
  Text given;
  Text allowed;
  bool operator==(const Problem&) const = default;
};

/// "head_dimension: 63 was given; allowed: even numbers from 2 to 512"; a part that is empty is left out.
Text sentence(const Problem& problem);

/// Thrown where input from outside (a file, a command line) is read; caught in the program and the window.
class InputError : public std::exception {
 public:
  explicit InputError(Problem problem);
  explicit InputError(std::vector<Problem> problems);

  const std::vector<Problem>& problems() const { return problems_; }
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::vector<Problem> problems_;
  std::string what_;
};

}  // namespace theta
