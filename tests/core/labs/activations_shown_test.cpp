// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"

#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace theta {
namespace {

Activations own(const char* formula) { return {.highlight = custom_function, .expression = {formula}}; }

/// A network goes on reckoning where a formula has no value or an infinite one.
TEST(ActivationsShown, AUnitHasANumberEverywhere) {
  const Unit logarithm = unit_of(highlighted_function(own("log(x)")));
  EXPECT_EQ(logarithm.at(-1).value, 0);
  EXPECT_EQ(logarithm.at(-1).slope, 0);
  EXPECT_EQ(logarithm.at(0).value, -1e150);
  EXPECT_NEAR(logarithm.at(2).slope, 0.5, 1e-12);
  const Unit exponential = unit_of(highlighted_function(own("exp(x)")));
  EXPECT_EQ(exponential.at(1e4).value, 1e150);
  EXPECT_EQ(exponential.at(1e4).slope, 0) << "there is none between infinite values";
}

/// The quick pass is quick because one's own formula is not differentiated there; named functions are exact.
TEST(ActivationsShown, OnlyTheQuickSlopeOfOnesOwnFormulaIsADifference) {
  const Shown shown = highlighted_function(own("x^3"));
  const double whole = unit_of(shown, {}).at(2).slope, quick = unit_of(shown, {.quick = true}).at(2).slope;
  EXPECT_EQ(whole, 12);
  EXPECT_NEAR(quick, 12 + 1e-8, 1e-9) << "a central difference of a cube is off by the step squared";
  const Shown gelu = highlighted_function({.highlight = function_of(Activation::gelu)});
  EXPECT_EQ(unit_of(gelu, {.quick = true}).at(0.3).slope, unit_of(gelu, {}).at(0.3).slope);
}

TEST(ActivationsShown, ANetworkIsNarrowedOnlyInAQuickPassOverMuch) {
  Activations a{.view = ActivationView::depth, .highlight = function_of(Activation::relu), .depth = 10};
  for (const int width : {8, 63, 64, 256}) {
    a.width = width;
    EXPECT_EQ(width_drawn(a, {}), width);
    EXPECT_EQ(width_drawn(a, {.quick = true}), width * width * 10 > 40'000 ? 16 : width) << width;
  }
  a.highlight = custom_function;
  a.width = 20;
  EXPECT_EQ(width_drawn(a, {.quick = true}), 16);
  a.width = 8;
  EXPECT_EQ(width_drawn(a, {.quick = true}), 8) << "never widened";
}

TEST(ActivationsShown, TheHighlightedFunctionIsDrawnOnceAndEachLooksDifferent) {
  Activations a{.functions = {}, .highlight = function_of(Activation::mish)};
  for (std::size_t n = 0; n < 12; ++n) a.functions.push_back(static_cast<Function>(n));
  for (const bool listed : {false, true}) {
    if (listed) a.functions.insert(a.functions.begin() + 4, a.highlight);
    const std::vector<Shown> shown = shown_functions(a);
    EXPECT_EQ(shown.size(), 13u);
    EXPECT_EQ(std::ranges::count(shown, true, &Shown::highlighted), 1);
    EXPECT_TRUE(std::ranges::find(shown, "mish", &Shown::id)->highlighted);
    std::set<std::pair<Role, Dash>> looks;
    for (const Shown& each : shown) EXPECT_TRUE(looks.insert({each.role, each.dash}).second) << each.id;
  }
}

/// Where a curve jumps it is cut at the jump itself; where only its slope does, the curve goes on.
TEST(ActivationsShown, CurvesAreCutWhereTheyJump) {
  const auto cuts = [](Activation activation, Order order) {
    const Activations a{.low = -3, .high = 3, .threshold = 1.25};
    const Curve curve = curve_of(named_function(function_of(activation), a), order, a);
    std::vector<double> at;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (std::isnan(curve.y[i])) at.push_back(curve.x[i]);
    }
    return at;
  };
  EXPECT_EQ(cuts(Activation::relu, Order::value), std::vector<double>{});
  EXPECT_EQ(cuts(Activation::relu, Order::slope), std::vector{0.0});
  EXPECT_EQ(cuts(Activation::threshold, Order::value), std::vector{1.25});
  EXPECT_EQ(cuts(Activation::hardtanh, Order::slope), (std::vector{-1.0, 1.0}));
  EXPECT_EQ(cuts(Activation::gelu, Order::curvature), std::vector<double>{});
}

}  // namespace
}  // namespace theta
