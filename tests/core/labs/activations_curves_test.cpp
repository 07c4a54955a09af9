// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ActivationsCurves, FindsTheDipsOfTheSmoothOnes) {
  const struct {
    Activation activation;
    double at, value;
  } dips[] = {{Activation::gelu, -0.75179152469356446, -0.16997120747990366},
              {Activation::gelu_tanh, -0.75246142207101626, -0.17004075057125405},
              {Activation::gelu_quick, -0.75115425544128895, -0.16361018963635358},
              {Activation::silu, -1.27846454276107380, -0.27846454276107380},
              {Activation::mish, -1.19243121451549521, -0.30884341301725040}};
  for (const auto& dip : dips) {
    const Figure figure = activations_figure({.highlight = function_of(dip.activation)});
    EXPECT_NEAR(reading(figure, "minimum"), dip.value, 1e-12) << facts(dip.activation).id;
    EXPECT_NEAR(reading(figure, "minimum_at"), dip.at, 1e-7) << facts(dip.activation).id;
  }
}

TEST(ActivationsCurves, TheMinimumOfSwishStandsOnItsPath) {
  for (const double beta : {0.3, 1.0, 1.702, 4.0}) {
    const Figure figure = activations_figure({.functions = {function_of(Activation::swish)},
                                              .highlight = function_of(Activation::swish),
                                              .beta = beta});
    const auto& path = layer<Curve>(figure, "value", "path_of_the_minimum");
    EXPECT_NEAR(path.y.front() / path.x.front(), 0.217811705719800, 1e-14);
    EXPECT_NEAR(reading(figure, "minimum") / reading(figure, "minimum_at"), 0.217811705719800, 1e-7) << beta;
  }
}

TEST(ActivationsCurves, ARangeThatEndsBeforeItBeginsIsRefusedInItsOwnName) {
  const std::vector<Field>& described = find_lab("activations")->fields;
  const auto refusal = [&](const std::vector<std::pair<const char*, double>>& given) {
    Edits edits;
    for (const auto& [id, number] : given) edits.push_back({*find_field(described, id), number});
    const auto result = change(described, initial_values(*find_lab("activations")), edits);
    const auto* problems = std::get_if<std::vector<Problem>>(&result);
    return problems ? fill(sentence(problems->front())) : std::string();
  };
  EXPECT_EQ(refusal({{"high", -20}}), "high: −20 was given; allowed: from −4.9 to 1000");
  EXPECT_EQ(refusal({{"low", 20}}), "low: 20 was given; allowed: from −1000 to 4.9");
  EXPECT_EQ(refusal({{"low", 500}, {"high", -256}}), "low: 500 was given; allowed: from −1000 to −256.1");
  EXPECT_EQ(refusal({{"low", 5000}, {"high", -256}}), "low: 5000 was given; allowed: from −1000 to −256.1");
  EXPECT_EQ(refusal({{"low", -30}, {"high", -20}}), "") << "the point is carried along";
}

TEST(ActivationsCurves, AFormulaOverAWideRangeComesWithPlainDifferencesFirst) {
  const Activations wide{.functions = {custom_function},
                         .highlight = custom_function,
                         .expression = {"sin(x)"},
                         .low = -40,
                         .high = 40,
                         .probe = 1};
  const Figure first = activations_figure(wide, {.quick = true}), whole = activations_figure(wide);
  EXPECT_TRUE(first.partial);
  EXPECT_FALSE(whole.partial);
  EXPECT_NEAR(reading(first, "slope"), std::cos(1), 1e-7);
  EXPECT_NEAR(reading(first, "curvature"), -std::sin(1), 1e-6);
  EXPECT_NEAR(reading(whole, "slope"), std::cos(1), 1e-12);
  Activations narrow = wide;
  narrow.low = -5;
  narrow.high = 5;
  EXPECT_FALSE(activations_figure(narrow, {.quick = true}).partial);
}

}  // namespace
}  // namespace theta
