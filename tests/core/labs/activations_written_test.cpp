// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_written.h"

#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace theta {
namespace {

TEST(ActivationsWritten, ListsKinksInTheirOrder) {
  EXPECT_EQ(listed_kinks({}), "[]");
  EXPECT_EQ(listed_kinks({{.x = 3}, {.x = -3}}), "[-3.0, 3.0]");
}

TEST(ActivationsWritten, NamesWhatAnOwnFormulaCalls) {
  const Written own = written(custom_function, {.expression = {"x*tanh(softplus(x))"}});
  EXPECT_EQ(own.id, "custom");
  EXPECT_NE(own.functions.find("def own(x):"), std::string::npos);
  EXPECT_NE(own.functions.find("def derivatives("), std::string::npos);
  EXPECT_TRUE(written(function_of(Activation::gelu), {}).functions.empty());
  EXPECT_FALSE(written(function_of(Activation::relu), {}).bends);
}

/// E[f], E[f²] and E[f′²] of a standard normal x, in closed form.
TEST(ActivationsWritten, numpy_integrates_over_a_normal_input) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto moments = [](Activation function) -> std::vector<double> {
    const Activations a{.view = ActivationView::input, .highlight = function_of(function)};
    const auto readings = results_of(activations_code(a, CodeLibrary::numpy))["readings"];
    return {readings["output_mean"], readings["output_second_moment"], readings["slope_second_moment"]};
  };
  const auto expect = [&](Activation function, const std::vector<double>& wanted) {
    const std::vector<double> found = moments(function);
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t n = 0; n < wanted.size(); ++n) EXPECT_NEAR(found[n], wanted[n], 1e-13);
  };
  expect(Activation::relu, {1 / std::sqrt(2 * std::numbers::pi), 0.5, 0.5});
  expect(Activation::sigmoid, {0.5, 0.2933790358581, 0.04483624135019});
}

}  // namespace
}  // namespace theta
