// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the script of every lab.
#include "core/labs/lab_code.h"

#include "core/labs/all.h"
#include "core/labs/code_script.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <set>
#include <vector>

namespace theta {
namespace {

TEST_P(Code, numpy_computes_what_is_drawn) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  expect_drawn(lab(), values(), CodeLibrary::numpy);
}

/// The words after each `torch.` of a script.
std::set<std::string> torch_names(const std::string& script) {
  std::set<std::string> found;
  const std::regex name(R"(\btorch\.([A-Za-z_.0-9]*[a-z0-9]))");
  for (std::sregex_iterator each(script.begin(), script.end(), name), end; each != end; ++each)
    found.insert((*each)[1]);
  return found;
}

TEST_P(Code, torch_has_what_it_calls) {
  static const std::set<std::string> known = {"abs",      "amax",      "amin",
                                              "arange",   "arccos",    "arcsin",
                                              "arctan",   "argmax",    "asarray",
                                              "clip",     "cos",       "cosh",
                                              "cumsum",   "exp",       "expm1",
                                              "float64",  "floor",     "frexp",
                                              "isfinite", "isnan",     "zeros_like",
                                              "ldexp",    "log",       "log1p",
                                              "outer",    "round",     "set_default_dtype",
                                              "sign",     "sin",       "special.erfc",
                                              "sqrt",     "stack",     "tanh",
                                              "where",    "logaddexp", "linalg.eigvalsh"};
  for (const std::string& each : torch_names(lab().code(values(), CodeLibrary::torch)))
    EXPECT_TRUE(known.contains(each)) << "see whether torch has " << each << ", then add it here";
}

TEST_P(Code, torch_is_the_same_script) {
  const std::string numpy = lab().code(values(), CodeLibrary::numpy),
                    torch = lab().code(values(), CodeLibrary::torch);
  EXPECT_THAT(torch, testing::HasSubstr("torch.set_default_dtype(torch.float64)"));
  EXPECT_FALSE(names(torch, "np"));
  EXPECT_FALSE(names(numpy, "torch"));
  EXPECT_LT(std::abs(std::ranges::count(torch, '\n') - std::ranges::count(numpy, '\n')), 6);
}

TEST(LabCode, torch_computes_what_is_drawn) {
  if (!has_torch()) GTEST_SKIP() << "install python3-torch to have the scripts run";
  for (const Lab& lab : all_labs()) {
    SCOPED_TRACE(lab.id);
    std::vector<Values> settings = {initial_values(lab)};
    for (const Preset& preset : lab.presets()) settings.push_back(preset_values(lab, preset));
    std::erase_if(settings, [&](const Values& each) { return lab.code(each, CodeLibrary::torch).empty(); });
    expect_drawn(lab, settings, CodeLibrary::torch);
  }
}

}  // namespace
}  // namespace theta
