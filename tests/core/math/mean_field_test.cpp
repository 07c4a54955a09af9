// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/mean_field.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

const Unit tanh_unit = unit_of(Activation::tanh), relu_unit = unit_of(Activation::relu);

TEST(MeanField, MomentsOfAStandardNormalInput) {
  const struct {
    Activation activation;
    double mean, second, slope;
  } rows[] = {{Activation::sigmoid, 0.5, 0.2933790358581, 0.04483624135019},
              {Activation::tanh, 0, 0.3942944903978, 0.4644029024483},
              {Activation::softsign, 0, 0.1830140212665, 0.2276713404222},
              {Activation::arctan, 0, 0.4497009164349, 0.5},
              {Activation::relu, 0.3989422804014, 0.5, 0.5},
              {Activation::leaky_relu, 0.3949528575974, 0.50005, 0.50005},
              {Activation::elu, 0.1605205722666, 0.6449454174929, 0.6681020012232},
              {Activation::selu, 0, 1, 1.071574992456},
              {Activation::softplus, 0.8060591833474, 0.9212459088593, 0.2933790358581},
              {Activation::gelu, 0.2820947917739, 0.4252214825703, 0.4558508656493},
              {Activation::silu, 0.2066209641419, 0.3557755198174, 0.3794823516328},
              {Activation::mish, 0.2404038883748, 0.4523421923759, 0.479083758374},
              {Activation::hard_swish, 0.1662167006561, 0.3315673751379, 0.3585315171786},
              {Activation::relu_squared, 0.5, 1.5, 2}};
  for (const auto& row : rows) {
    const Moments got = moments(unit_of(row.activation), 1);
    EXPECT_NEAR(got.mean, row.mean, 1e-12) << facts(row.activation).id;
    EXPECT_NEAR(got.second_moment, row.second, 1e-12) << facts(row.activation).id;
    EXPECT_NEAR(got.slope_second_moment, row.slope, 1e-12) << facts(row.activation).id;
  }
}

TEST(MeanField, ReluHalvesWhateverTheVariance) {
  for (const double q : {1e-9, 1e-3, 1.0, 7.5, 1e6}) {
    EXPECT_NEAR(moments(relu_unit, q).second_moment, q / 2, 1e-13 * q) << q;
    EXPECT_NEAR(moments(relu_unit, q).slope_second_moment, 0.5, 1e-14) << q;
  }
}

TEST(MeanField, VarianceFromLayerToLayer) {
  const struct {
    Activation activation;
    double weight_variance;
    std::vector<double> want;
  } rows[] = {
      {Activation::tanh, 1, {1, 0.3942944904, 0.2364504105, 0.1666563538, 0.1279047353, 0.1034406081}},
      {Activation::tanh, 4, {1, 1.5771779616, 1.9095778887, 2.0470607295}},
      {Activation::relu, 1, {1, 0.5, 0.25, 0.125}},
      {Activation::relu, 2, {1, 1, 1, 1}},
      {Activation::sigmoid, 1, {1, 0.2933790359, 0.2660915631, 0.2647563768}},
      {Activation::gelu, 2, {1, 0.8504429651, 0.7058970663, 0.5685481849, 0.4411440033}}};
  for (const auto& row : rows) {
    const auto depth = static_cast<int>(row.want.size()) - 1;
    const Trajectory got = trajectory(unit_of(row.activation), {row.weight_variance, 0}, 1, depth);
    for (std::size_t l = 0; l < row.want.size(); ++l)
      EXPECT_NEAR(got.variance[l], row.want[l], 6e-11) << facts(row.activation).id << ", layer " << l;
  }
}

TEST(MeanField, TanhSettlesWhereTheTableSays) {
  const struct {
    double weight_variance, bias_variance, q, factor;
  } rows[] = {{0.5, 0, 0, 0.5},
              {1, 0, 0, 1},
              {1.3, 0, 0.1649017417665, 1.018394355092},
              {1.5, 0.05, 0.4180372005335, 0.9386362681989},
              {1.760954639607, 0.05, 0.5700478816408, 1},
              {2.0, 0.05, 0.7217618726521, 1.047665999576},
              {2.5, 0.05, 1.063958377417, 1.133515698704},
              {4.0, 0.05, 2.195493928034, 1.342402414445},
              {4.0, 0, 2.121473568203, 1.362673337522}};
  for (const auto& row : rows) {
    const Initialisation init{row.weight_variance, row.bias_variance};
    const auto q = settled_variance(tanh_unit, init);
    ASSERT_TRUE(q) << row.weight_variance;
    EXPECT_NEAR(*q, row.q, 2e-12) << row.weight_variance;
    EXPECT_NEAR(gradient_factor(tanh_unit, init, *q), row.factor, 2e-12) << row.weight_variance;
  }
}

TEST(MeanField, ADeviationOfTheVarianceFadesAsTheTableSays) {
  const double rows[][3] = {{0.5, 0, 1.4427},     {1.3, 0, 4.13072},    {1.5, 0.05, 1.68283},
                            {2.0, 0.05, 1.38798}, {2.5, 0.05, 1.17987}, {4.0, 0.05, 0.87329},
                            {4.0, 0, 0.90437}};
  for (const auto& [weight_variance, bias_variance, layers] : rows) {
    const Initialisation init{weight_variance, bias_variance};
    const double q = settled_variance(tanh_unit, init).value();
    EXPECT_NEAR(-1 / std::log(variance_factor(tanh_unit, init, q)), layers, 6e-6) << weight_variance;
    const double step = 1e-5 * q;
    if (q > 0) {
      EXPECT_NEAR(
          variance_factor(tanh_unit, init, q),
          (next_variance(tanh_unit, init, q + step) - next_variance(tanh_unit, init, q - step)) / (2 * step),
          1e-8);
    }
  }
}

TEST(MeanField, BothSidesOfAKinkCountWhereNoVarianceIsLeft) {
  EXPECT_NEAR(gradient_factor(relu_unit, {1, 0}, 0), 0.5, 1e-14);
  EXPECT_NEAR(gradient_factor(unit_of(Activation::leaky_relu), {1, 0}, 0), 0.50005, 1e-14);
  EXPECT_NEAR(gradient_factor(unit_of(Activation::prelu), {1, 0}, 0), 0.53125, 1e-14);
}

TEST(MeanField, HardTanhFallsAndDoesNotGrow) {
  const Unit unit = unit_of(Activation::hardtanh);
  EXPECT_EQ(settled_variance(unit, {1, 0}).value(), 0);
  EXPECT_NEAR(settled_variance(relu_unit, {2, 0}).value(), 1, 1e-12);  // where it began
  EXPECT_LE(next_variance(unit, {1, 0}, 0.05), 0.05);
}

TEST(MeanField, ReluSettlesBelowTwoOnly) {
  EXPECT_EQ(settled_variance(relu_unit, {1.5, 0}).value(), 0);
  EXPECT_NEAR(settled_variance(relu_unit, {1.0, 0.3}).value(), 0.6, 1e-12);
  EXPECT_FALSE(settled_variance(relu_unit, {2.5, 0}));
}

TEST(MeanField, AWideNetworkFollowsTheCurve) {
  const Initialisation init{2.5, 0.05};
  const Trajectory curve = trajectory(tanh_unit, init, 1, 6);
  constexpr int runs = 20;
  for (std::size_t l = 0; l <= 6; ++l) {
    double variance = 0, gradient = 0;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
      const FiniteRun run = finite_run(tanh_unit, init, 1, 6, 60, seed);
      variance += std::log(run.variance[l] / curve.variance[l]) / runs;
      gradient += std::log(run.gradient[l] / curve.gradient[l]) / runs;
    }
    EXPECT_NEAR(variance, 0, 0.1) << l;
    EXPECT_NEAR(gradient, 0, 0.3) << l;
  }
  EXPECT_EQ(finite_run(tanh_unit, init, 1, 6, 50, 3).variance,
            finite_run(tanh_unit, init, 1, 6, 50, 3).variance);
}

TEST(MeanField, NothingIsInfiniteAtTheExtremes) {
  for (const auto& facts : all_activations()) {
    const Unit unit = unit_of(static_cast<Activation>(&facts - all_activations().data()));
    for (const double weight_variance : {0.0, 1e-3, 25.0}) {
      const Trajectory curve = trajectory(unit, {weight_variance, 4}, 100, 200);
      const FiniteRun run = finite_run(unit, {weight_variance, 4}, 100, 60, 8, 5);
      for (const auto* numbers : {&curve.variance, &curve.gradient, &run.variance, &run.gradient}) {
        for (const double number : *numbers) ASSERT_TRUE(std::isfinite(number)) << facts.id;
      }
    }
  }
}

}  // namespace
}  // namespace theta
