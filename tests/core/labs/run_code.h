// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

// The scripts of labs, run and compared with what is drawn.

namespace theta {

bool has_numpy();
bool has_torch();

/// What a script prints, or what went wrong.
std::string output_of(const std::string& script);
std::vector<std::string> outputs_of(const std::vector<std::string>& scripts);

/// The `results` of a script; null, and a failure, where it printed something else.
nlohmann::ordered_json results_of(const std::string& script);

/// What a lab's script computes is what its figure shows.
void expect_drawn(const Lab& lab, const Values& values, CodeLibrary library);
void expect_drawn(const Lab& lab, const std::vector<Values>& settings, CodeLibrary library);

/// A lab at its initial values or at those of a preset.
struct CodeCase {
  std::string lab, preset;
};

/// What holds for every script is in lab_code_test.cpp; the test of a lab's script says at which values.
class Code : public testing::TestWithParam<CodeCase> {
 protected:
  const Lab& lab() const;
  Values values() const;
};

/// Wherever the lab has a script.
std::vector<CodeCase> code_cases(const std::string& lab_id);

inline std::string name_of_case(const testing::TestParamInfo<CodeCase>& each) { return each.param.preset; }

}  // namespace theta
