// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/problem.h"

#include <utility>

namespace theta {

Text sentence(const Problem& problem) {
  const std::string& where = problem.where;
  if (problem.given.empty() && problem.allowed.empty()) return verbatim(where);
  if (problem.given.empty()) return say("{}: {}", where, problem.allowed);
  if (problem.allowed.empty()) return say("{}: {}", where, problem.given);
  return say("{}: {} was given; allowed: {}", where, problem.given, problem.allowed);
}

InputError::InputError(Problem problem) : InputError(std::vector{std::move(problem)}) {}

InputError::InputError(std::vector<Problem> problems) : problems_(std::move(problems)) {
  for (const Problem& problem : problems_) {
    if (!what_.empty()) what_ += "; ";
    what_ += fill(sentence(problem));
  }
}

}  // namespace theta
