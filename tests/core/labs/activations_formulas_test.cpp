// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"

#include "core/labs/activations_parameters.h"
#include "core/labs/code_script.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <set>

namespace theta {
namespace {

/// With parameters that are nobody's initial ones, each function's value and slope are the ones drawn.
TEST(ActivationsFormulas, numpy_computes_every_function_and_its_slope) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  Activations all{.functions = {},
                  .highlight = function_of(Activation::snake),
                  .low = -7,
                  .high = 5,
                  .probe = 1.3,
                  .threshold = 0.6,
                  .leaky_slope = -0.2,
                  .prelu_slope = 0.7,
                  .alpha = 1.6,
                  .beta = 2.3,
                  .frequency = 0.8};
  for (std::size_t n = 0; n < all_activations().size(); ++n)
    all.functions.push_back(function_of(static_cast<Activation>(n)));
  expect_drawn(*find_lab("activations"), to_values(all), CodeLibrary::numpy);
}

/// A script declares what it names: a parameter spelt otherwise would not be there.
TEST(ActivationsFormulas, NameParametersAsTheLabDoes) {
  const std::pair<Activation, const char*> named[] = {
      {Activation::threshold, "threshold"}, {Activation::leaky_relu, "leaky_slope"},
      {Activation::prelu, "prelu_slope"},   {Activation::elu, "alpha"},
      {Activation::celu, "alpha"},          {Activation::softplus, "beta"},
      {Activation::swish, "beta"},          {Activation::snake, "frequency"}};
  std::set<Activation> with_parameter;
  for (const auto& [activation, parameter] : named) {
    with_parameter.insert(activation);
    EXPECT_TRUE(names(python_formulas(activation).value, parameter)) << facts(activation).id;
    EXPECT_TRUE(find_field(find_lab("activations")->fields, parameter)) << parameter;
  }
  for (std::size_t n = 0; n < all_activations().size(); ++n) {
    if (with_parameter.contains(static_cast<Activation>(n))) continue;
    for (const char* parameter : {"threshold", "leaky_slope", "prelu_slope", "alpha", "beta", "frequency"})
      EXPECT_FALSE(names(python_formulas(static_cast<Activation>(n)).value, parameter)) << n << parameter;
  }
}

}  // namespace
}  // namespace theta
