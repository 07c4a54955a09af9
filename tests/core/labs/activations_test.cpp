// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/all.h"
#include "core/model/lab.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace theta {
namespace {

Figure figure_of(const Activations& a, const Pass& pass = {}) {
  return find_lab("activations")->draw(to_values(a), pass);
}

TEST(ActivationsLab, FindsTheDipsOfTheSmoothOnes) {
  const struct {
    Activation activation;
    double at, value;
  } dips[] = {{Activation::gelu, -0.75179152469356446, -0.16997120747990366},
              {Activation::gelu_tanh, -0.75246142207101626, -0.17004075057125405},
              {Activation::gelu_quick, -0.75115425544128895, -0.16361018963635358},
              {Activation::silu, -1.27846454276107380, -0.27846454276107380},
              {Activation::mish, -1.19243121451549521, -0.30884341301725040}};
  for (const auto& dip : dips) {
    const Figure figure = figure_of({.highlight = function_of(dip.activation)});
    EXPECT_NEAR(reading(figure, "minimum"), dip.value, 1e-12) << facts(dip.activation).id;
    EXPECT_NEAR(reading(figure, "minimum_at"), dip.at, 1e-7) << facts(dip.activation).id;
  }
}

TEST(ActivationsLab, MeasuresApproximations) {
  const Figure figure = figure_of({.view = ActivationView::errors, .probe = -2.27});
  EXPECT_NEAR(reading(figure, "largest_error_gelu_tanh"), 4.732e-4, 5e-8);
  EXPECT_NEAR(std::abs(reading(figure, "largest_error_at_gelu_tanh")), 2.70, 0.005);
  EXPECT_NEAR(reading(figure, "largest_error_gelu_quick"), 2.033e-2, 5e-6);
  EXPECT_NEAR(std::abs(reading(figure, "largest_error_at_gelu_quick")), 2.27, 0.005);
  const Figure relu = figure_of({.view = ActivationView::errors, .probe = 0, .comparison = Comparison::relu});
  EXPECT_NEAR(reading(relu, "largest_error_softplus"), std::log(2.0), 1e-12) << "at 0";
}

TEST(ActivationsLab, PushesANormalInputThrough) {
  const Figure selu = figure_of({.view = ActivationView::input, .highlight = function_of(Activation::selu)});
  EXPECT_NEAR(reading(selu, "output_mean"), 0, 1e-12);
  EXPECT_NEAR(reading(selu, "output_second_moment"), 1, 1e-12);
  EXPECT_NEAR(reading(selu, "slope_second_moment"), 1.071574992456, 1e-12);
  for (const auto& [mean, dead] :
       {std::pair{-2.0, 1 - 0.022750131948179}, {-1.0, 1 - 0.158655253931457}, {0.0, 0.5}}) {
    const Figure relu = figure_of(
        {.view = ActivationView::input, .highlight = function_of(Activation::relu), .input_mean = mean});
    EXPECT_NEAR(reading(relu, "share_without_slope"), dead, 1e-12) << mean;
  }
}

TEST(ActivationsLab, GatesElementByElement) {
  const double a[] = {1.5, -1.25, 0.625}, b[] = {-0.625, 1.25, 2};
  const struct {
    Gate gate;
    double want[3];
  } rows[] = {{Gate::glu, {-0.510984047621027, 0.278375173531636, 1.30270972933211}},
              {Gate::bilinear, {-0.9375, -1.5625, 1.25}},
              {Gate::reglu, {-0.9375, 0, 1.25}},
              {Gate::geglu, {-0.874868248810446, -0.165077771354461, 0.917518088689124}},
              {Gate::swiglu, {-0.766476071431541, -0.347968966914545, 0.814193580832568}}};
  for (const auto& row : rows) {
    for (int i = 0; i < 3; ++i) {
      const auto at = [&](double da, double db) {
        return reading(figure_of({.view = ActivationView::gate,
                                  .gate = row.gate,
                                  .gate_input = a[i] + da,
                                  .value_input = b[i] + db}),
                       "output");
      };
      const Figure figure = figure_of(
          {.view = ActivationView::gate, .gate = row.gate, .gate_input = a[i], .value_input = b[i]});
      EXPECT_NEAR(reading(figure, "output"), row.want[i], 2e-15 + 1e-14 * std::abs(row.want[i])) << i;
      EXPECT_NEAR(reading(figure, "gradient_gate"), (at(1e-5, 0) - at(-1e-5, 0)) / 2e-5, 1e-8) << i;
      EXPECT_NEAR(reading(figure, "gradient_value"), (at(0, 1e-5) - at(0, -1e-5)) / 2e-5, 1e-8) << i;
    }
  }
}

TEST(ActivationsLab, NumbersOfLevelsStandOnTheirLines) {
  const Figure figure = figure_of({.view = ActivationView::gate});
  for (const char* number : {"1", "2", "4"}) {
    const auto& above = layer<Note>(figure, "product", std::string("level_number_") + number);
    const auto& below = layer<Note>(figure, "product", std::string("level_number_minus_") + number);
    EXPECT_EQ(fill(above.text), number);
    EXPECT_NEAR(evaluate(Activation::silu, above.at.x).value * above.at.y, std::stod(number), 1e-12);
    EXPECT_EQ(below.at.y, -above.at.y);
  }
}

TEST(ActivationsLab, NamesThePhaseOfADeepNetwork) {
  const auto factor = [](double weight_variance, double bias_variance) {
    return reading(figure_of({.view = ActivationView::depth,
                              .highlight = function_of(Activation::tanh),
                              .weight_variance = weight_variance,
                              .bias_variance = bias_variance,
                              .depth = 10,
                              .width = 4}),
                   "gradient_factor");
  };
  EXPECT_NEAR(factor(1.5, 0.05), 0.9386362681989, 1e-11);
  EXPECT_NEAR(factor(2.5, 0.05), 1.133515698704, 1e-11);
  EXPECT_NEAR(factor(4, 0), 1.362673337522, 1e-11);
}

TEST(ActivationsLab, TheDensityOfAnOutputJumpsWhereTheUnitHasACorner) {
  const Figure figure =
      figure_of({.view = ActivationView::input, .highlight = function_of(Activation::selu)});
  const auto& curve = layer<Curve>(figure, "output", "output_density");
  const auto gap = std::ranges::find_if(curve.y, [](double y) { return std::isnan(y); });
  ASSERT_NE(gap, curve.y.end());
  const auto i = static_cast<std::size_t>(gap - curve.y.begin());
  EXPECT_EQ(curve.x[i], 0);
  // phi(0) over the slope on either side: 1.0507 · 1.6733 and 1.0507.
  EXPECT_NEAR(curve.y[i - 1], 0.398942280401 / 1.758099340847, 0.01);
  EXPECT_NEAR(curve.y[i + 1], 0.398942280401 / 1.050700987355, 0.01);
}

TEST(ActivationsLab, LayersCountWhatANetworkReceives) {
  Activations a{.view = ActivationView::layers,
                .highlight = function_of(Activation::relu),
                .weight_variance = 1,
                .bias_variance = 0,
                .depth = 12,
                .width = 256,
                .layer = 4};
  const Figure figure = figure_of(a);
  EXPECT_NEAR(reading(figure, "layer_variance"), 1.0 / 16, 1e-14) << "ReLU halves it layer by layer";
  EXPECT_NEAR(reading(figure, "layer_mean_square"), 1.0 / 16, 0.03);
  EXPECT_NEAR(reading(figure, "share_without_slope"), 0.5, 0.15);
  for (const char* panel : {"received", "put_out"}) {
    const auto& bars = layer<Bars>(figure, panel, panel);
    EXPECT_NEAR(std::accumulate(bars.y.begin(), bars.y.end(), 0.0), 1, 1e-12) << panel;
  }
  const auto& law = layer<Curve>(figure, "received", "received_law");
  EXPECT_NEAR(*std::ranges::max_element(law.y), std::erf(8.0 / 61 / (0.25 * 2 * std::sqrt(2))), 1e-12)
      << "the share of a normal law within a bin of 8/61 about 0";
  const auto& map = layer<Map>(figure, "received_by_layer", "received_by_layer");
  EXPECT_EQ(map.x.size(), 13u);
  EXPECT_EQ(*std::ranges::max_element(map.values), 1);
  a.weight_variance = 25;
  a.layer = 12;
  a.highlight = function_of(Activation::relu_squared);
  EXPECT_TRUE(std::isnan(reading(figure_of(a), "put_out_deviation"))) << "it exploded";
}

TEST(ActivationsLab, AnErrorThatHidesBesideAnotherHasAPanelOfItsOwn) {
  const Figure gelu = figure_of({.view = ActivationView::errors});
  ASSERT_EQ(gelu.panels.size(), 3u);
  const auto& alone = layer<Curve>(gelu, "error_alone", "error_gelu_tanh");
  const auto& beside = layer<Curve>(gelu, "error", "error_gelu_tanh");
  EXPECT_NEAR(std::ranges::max(alone.y), std::ranges::max(beside.y), 1e-5);
  EXPECT_LT(gelu.panels[2].y.high, 0.00061);
  EXPECT_EQ(figure_of({.view = ActivationView::errors, .comparison = Comparison::tanh}).panels.size(), 2u);
}

TEST(ActivationsLab, TheMinimumOfSwishStandsOnItsPath) {
  for (const double beta : {0.3, 1.0, 1.702, 4.0}) {
    const Figure figure = figure_of({.functions = {function_of(Activation::swish)},
                                     .highlight = function_of(Activation::swish),
                                     .beta = beta});
    const auto& path = layer<Curve>(figure, "value", "path_of_the_minimum");
    EXPECT_NEAR(path.y.front() / path.x.front(), 0.217811705719800, 1e-14);
    EXPECT_NEAR(reading(figure, "minimum") / reading(figure, "minimum_at"), 0.217811705719800, 1e-7) << beta;
  }
}

TEST(ActivationsLab, AQuickFigureOfAWideNetworkIsPartial) {
  const Activations wide{.view = ActivationView::depth, .depth = 20, .width = 64};
  EXPECT_TRUE(figure_of(wide, {.quick = true}).partial);
  EXPECT_FALSE(figure_of(wide).partial);
  EXPECT_FALSE(figure_of({}, {.quick = true}).partial);
  const Activations own{.view = ActivationView::depth, .highlight = custom_function, .depth = 20, .width = 8};
  const Figure first = figure_of(own, {.quick = true});
  EXPECT_TRUE(first.partial) << "its slopes are plain differences at first";
  EXPECT_NEAR(reading(first, "gradient_factor"), reading(figure_of(own), "gradient_factor"), 1e-6);
}

TEST(ActivationsLab, TheTimeLineStartsWithAThresholdAndKnowsAllInTheEnd) {
  EXPECT_EQ(reading(figure_of({.view = ActivationView::history, .year = 1943}), "known"), 1);
  EXPECT_EQ(reading(figure_of({.view = ActivationView::history, .year = 2024}), "known"), 28);
  double before = 0;
  for (int year = 1943; year <= 2024; ++year) {
    const double known = reading(figure_of({.view = ActivationView::history, .year = year}), "known");
    EXPECT_GE(known, before) << year;
    before = known;
  }
}

}  // namespace
}  // namespace theta
