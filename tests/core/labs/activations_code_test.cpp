// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace theta {
namespace {

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

/// Settings that no preset has: every function, parameters, ranges and initialisations at random.
class OtherSettings : public testing::TestWithParam<ActivationView> {};

TEST_P(OtherSettings, numpy_computes_what_is_drawn) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::mt19937 random(2);
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  std::vector<Values> settings;
  const std::size_t apart = Activations{.view = GetParam()}.has_layers() ? 5 : 1;  // these take a second each
  for (std::size_t n = 0; n < all_activations().size(); n += apart) {
    Activations a{.view = GetParam(),
                  .functions = {static_cast<Function>(random() % all_activations().size())},
                  .highlight = static_cast<Function>(n)};
    a.low = uniform(-9, 0.5);
    a.high = a.low + uniform(1, 12);
    a.probe = uniform(a.low, a.high);
    a.comparison = static_cast<Comparison>(random() % 5);
    a.input_mean = uniform(-3, 3);
    a.input_deviation = uniform(0.2, 3);
    a.gate = static_cast<Gate>(random() % 5);
    a.gate_input = uniform(-4, 4);
    a.value_input = uniform(-4, 4);
    a.weight_variance = uniform(0.3, 2.5);
    a.bias_variance = n % 3 == 0 ? 0 : uniform(0, 1);
    a.depth = 1 + static_cast<int>(random() % 6);
    a.width = 2 + static_cast<int>(random() % 12);
    a.layer = static_cast<int>(random() % 2);
    a.seed = {random() % 100};
    a.year = 1943 + static_cast<int>(random() % 80);
    a.threshold = uniform(-1, 1);
    a.leaky_slope = uniform(-0.5, 0.5);
    a.prelu_slope = uniform(-0.5, 0.9);
    a.alpha = uniform(0.2, 3);
    a.beta = uniform(0.3, 5);
    a.frequency = uniform(0.3, 4);
    settings.push_back(to_values(a));
  }
  expect_drawn(*find_lab("activations"), settings, CodeLibrary::numpy);
}

INSTANTIATE_TEST_SUITE_P(Activations, OtherSettings,
                         testing::Values(ActivationView::curves, ActivationView::errors,
                                         ActivationView::input, ActivationView::gate, ActivationView::depth,
                                         ActivationView::layers, ActivationView::history));

}  // namespace
}  // namespace theta
