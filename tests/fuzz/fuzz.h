// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random.h"
#include "core/model/problem.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

// What all that feeds damaged input to readers shares.

namespace theta {

/// Below `end`, which is at least 1.
std::size_t below(Random& random, std::size_t end);

/// One wound: a byte changed, something left out, put in, repeated or cut off. `pieces`: what is put in.
void damage(std::string& text, const std::vector<std::string>& pieces, Random& random);

/// Throws where something does not hold.
void expect(bool holds, const char* what);

void expect_reason(const InputError& error);

struct Trial {
  std::string input;          ///< shown when it fails
  std::function<void()> run;  ///< throws when it fails
};

/// `fuzz_… [how many [seed]]`: makes trials and runs them, each within a second. Returns 0, or 1 after the
/// first that failed.
int fuzz(int argc, char** argv, const std::function<Trial(Random&)>& next);

}  // namespace theta
