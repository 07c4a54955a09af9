// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace theta {
namespace {

using testing::HasSubstr;

INSTANTIATE_TEST_SUITE_P(Activations, Code, testing::ValuesIn(code_cases("activations")), name_of_case);

TEST(ActivationsCode, numpy_computes_formulas_without_x_and_those_that_explode) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<std::string> scripts;
  for (const char* formula : {"1", "pi", "x^2", "exp(x)"}) {
    for (const ActivationView view :
         {ActivationView::curves, ActivationView::input, ActivationView::depth, ActivationView::layers})
      scripts.push_back(activations_code({.view = view,
                                          .functions = {custom_function},
                                          .highlight = custom_function,
                                          .expression = {formula},
                                          .depth = 6,
                                          .width = 8,
                                          .layer = 5},
                                         CodeLibrary::numpy));
  }
  const std::vector<std::string> outputs = outputs_of(scripts);
  for (std::size_t n = 0; n < outputs.size(); ++n)
    EXPECT_TRUE(nlohmann::json::accept(outputs[n])) << n << ": " << outputs[n];
}

TEST(ActivationsCode, DrawsTheHighlightedFunctionOnceWhereverItStands) {
  const auto times = [](const std::vector<Function>& functions) {
    const std::string script = activations_code(
        {.functions = functions, .highlight = function_of(Activation::mish)}, CodeLibrary::numpy);
    int found = 0;
    for (std::size_t at = 0; (at = script.find("results[\"value/mish\"]", at)) != script.npos; ++at) ++found;
    return found;
  };
  EXPECT_EQ(times({function_of(Activation::mish), function_of(Activation::relu)}), 1);
  EXPECT_EQ(times({function_of(Activation::relu)}), 1);
  EXPECT_EQ(times({}), 1);
}

/// A corner of either function is a point of the difference, so that none is cut off between two steps.
TEST(ActivationsCode, TheGridOfAnErrorHoldsTheCornersOfBothFunctions) {
  const auto script = [](Comparison comparison) {
    return activations_code({.view = ActivationView::errors, .comparison = comparison}, CodeLibrary::numpy);
  };
  EXPECT_THAT(script(Comparison::sigmoid), HasSubstr("hard_sigmoid_torch, [-3.0, 3.0])"));
  EXPECT_THAT(script(Comparison::relu), HasSubstr("softplus, [0.0])"));
  EXPECT_THAT(script(Comparison::gelu), HasSubstr("gelu_tanh, [])"));
}

}  // namespace
}  // namespace theta
