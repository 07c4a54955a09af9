// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gumbel_gradient.h"

#include "core/math/concrete.h"
#include "core/math/gumbel.h"
#include "core/math/softmax.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace theta {
namespace {

/// f(b) = (b − 0.45)², b the first class' share.
const QuadraticObjective binary{.values = {1, 0}, .target = 0.45};

TEST(GumbelGradient, BinaryRelaxedMomentsAreGolden) {
  const struct {
    double p, temperature, mean, bias, variance, st_mean, st_bias, st_variance;
  } golden[] = {{0.5, 0.05, 0.0249488885445, -5.11114554707e-5, 0.174029080961, 0.0249488885445,
                 -5.11114554707e-5, 0.840367001496},
                {0.5, 0.1, 0.0247989229189, -2.01077081101e-4, 0.0861936280653, 0.0247989229189,
                 -2.01077081101e-4, 0.418871647203},
                {0.5, 0.2, 0.0242427147576, -7.57285242361e-4, 0.0418216289543, 0.0242427147576,
                 -7.57285242361e-4, 0.207194645734},
                {0.5, 0.5, 0.0214601836603, -0.00353981633974, 0.0142444632621, 0.0214601836603,
                 -0.00353981633974, 0.077933685077},
                {0.5, 1, 0.0166666666667, -0.00833333333333, 0.00481746031746, 0.0166666666667,
                 -0.00833333333333, 0.0333888888889},
                {0.5, 2, 0.0107300918301, -0.0142699081699, 0.00103711808621, 0.0107300918301,
                 -0.0142699081699, 0.0119884955381},
                {0.2, 0.05, 0.0112206196231, -0.00477938037691, 0.110293921225, 0.00936815174525,
                 -0.00663184825475, 0.535779960188},
                {0.2, 0.1, 0.00655246131698, -0.00944753868302, 0.0543988492441, 0.00285797277062,
                 -0.0131420272294, 0.266565926898},
                {0.2, 0.2, -0.00207176636374, -0.0180717663637, 0.0264783729141, -0.00937793159539,
                 -0.0253779315954, 0.131893093912},
                {0.2, 0.5, -0.0188317560716, -0.0348317560716, 0.00933470400681, -0.0357557629475,
                 -0.0517557629475, 0.0499337784566},
                {0.2, 1, -0.0231245617421, -0.0391245617421, 0.00331154397136, -0.0501167900122,
                 -0.0661167900122, 0.0212579309273},
                {0.2, 2, -0.0130329293028, -0.0290329293028, 8.0381856181e-4, -0.0443095200196,
                 -0.0603095200196, 0.00754243182503}};
  const BinaryRelaxedMoments moments;
  for (const auto& each : golden) {
    const RelaxedMoments got = moments.at(each.p, binary, each.temperature);
    const double exact = exact_gradient(std::array{each.p, 1 - each.p}, binary.at_corners())[0];
    expect_near(got.gumbel_softmax.mean, each.mean);
    expect_near(got.gumbel_softmax.mean - exact, each.bias);
    expect_near(got.gumbel_softmax.variance, each.variance);
    expect_near(got.straight_through_gumbel.mean, each.st_mean);
    expect_near(got.straight_through_gumbel.mean - exact, each.st_bias);
    expect_near(got.straight_through_gumbel.variance, each.st_variance);
  }
}

TEST(GumbelGradient, BinaryConstantsAreGolden) {
  const std::vector<double> f = binary.at_corners();
  const std::array half = {0.5, 0.5}, fifth = {0.2, 0.8};
  expect_near(exact_gradient(half, f)[0], 0.025);
  expect_near(score_function_moments(half, f, 0, 0).variance, 0.0159390625);
  expect_near(score_function_moments(half, f, mean_baseline(half, f), 0).variance, 0);
  expect_near(exact_gradient(fifth, f)[0], 0.016);
  expect_near(score_function_moments(fifth, f, 0, 0).variance, 0.012769);
  expect_near(score_function_moments(fifth, f, mean_baseline(fifth, f), 0).variance, 0.000576);
  expect_near(straight_through_moments(fifth, binary, 0).mean, -0.08);
  expect_near(straight_through_moments(fifth, binary, 0).variance, 0.016384);
}

TEST(GumbelGradient, BinaryClosedFormsHold) {
  const double t = binary.target;
  for (const double p : {0.01, 0.2, 0.5, 0.77}) {
    const std::array both = {p, 1 - p};
    const std::vector<double> f = binary.at_corners();
    expect_near(exact_gradient(both, f)[0], p * (1 - p) * (1 - 2 * t));
    expect_near(straight_through_moments(both, binary, 0).mean, 2 * p * (1 - p) * (p - t));
    expect_near(best_baseline(both, f), (1 - p) * f[0] + p * f[1]);
    EXPECT_NEAR(score_function_variance(both, f, best_baseline(both, f)), 0, 1e-15)
        << "two classes: none left";
    constexpr double cold = 1e-4;
    const RelaxedMoments got = BinaryRelaxedMoments().at(p, binary, cold);
    const double exact = exact_gradient(both, f)[0];
    EXPECT_NEAR((got.gumbel_softmax.mean - exact) / cold, -p * (1 - p) * (1 - 2 * p), 1e-3);
    EXPECT_NEAR(got.gumbel_softmax.variance * cold, p * (1 - p) * 4 * (1.0 / 20 - t / 6 + t * t / 6), 1e-4);
    EXPECT_NEAR(got.straight_through_gumbel.mean, exact, 1e-4) << "the trapezoid rule is exact for a square";
  }
}

TEST(GumbelGradient, CategoricalExampleIsGolden) {
  const std::array p = {0.5, 0.3, 0.2}, f = {1.0, 2.0, 5.0}, shifted = {101.0, 102.0, 105.0};
  const double gradient[] = {-0.55, -0.03, 0.58};
  for (std::size_t k = 0; k < 3; ++k) {
    expect_near(exact_gradient(p, f)[k], gradient[k]);
    for (const double baseline : {0.0, 2.1, -40.0})
      EXPECT_NEAR(score_function_moments(p, f, baseline, k).mean, gradient[k], 1e-13) << "unbiased";
  }
  expect_near(mean_baseline(p, f), 2.1);
  expect_near(best_baseline(p, f), 2.64193548387097);
  expect_near(score_function_variance(p, f, 0), 5.3862);
  expect_near(score_function_variance(p, f, 2.1), 1.2408);
  expect_near(score_function_variance(p, f, best_baseline(p, f)), 1.05870967741935);
  expect_near(score_function_variance(p, shifted, 0), 6532.9862);
  for (const double away : {-0.1, 0.1})
    EXPECT_GT(score_function_variance(p, f, best_baseline(p, f) + away),
              score_function_variance(p, f, best_baseline(p, f)));
}

TEST(GumbelGradient, LeaveOneOutIsUnbiasedWithItsVariance) {
  const std::array p = {0.5, 0.3, 0.2}, f = {1.0, 2.0, 5.0};
  for (const int m : {2, 3}) {  // by all outcomes of m draws
    double mean = 0, square = 0, term_square = 0;
    for (std::size_t outcome = 0; outcome < (m == 2 ? 9u : 27u); ++outcome) {
      const std::array<std::size_t, 3> drawn = {outcome % 3, outcome / 3 % 3, outcome / 9};
      double weight = 1, sum = 0, estimate = 0;
      for (std::size_t i = 0; i < std::size_t(m); ++i) {
        weight *= p[drawn[i]];
        sum += f[drawn[i]];
      }
      for (std::size_t i = 0; i < std::size_t(m); ++i) {
        const double others = (sum - f[drawn[i]]) / (m - 1);
        const double term = (f[drawn[i]] - others) * ((drawn[i] == 2) - p[2]);
        if (i == 0) term_square += weight * term * term;
        estimate += term / m;
      }
      mean += weight * estimate;
      square += weight * estimate * estimate;
    }
    const GradientMoments got = leave_one_out_moments(p, f, 2, m);
    expect_near(got.mean, mean);
    expect_near(got.mean, 0.58);
    expect_near(got.variance, square - mean * mean);
    const GradientMoments term = leave_one_out_term_moments(p, f, 2, m);
    expect_near(term.mean, mean);
    expect_near(term.variance, term_square - mean * mean);
  }
  const std::array shifted = {101.0, 102.0, 105.0};
  EXPECT_NEAR(leave_one_out_moments(p, shifted, 2, 10).variance, leave_one_out_moments(p, f, 2, 10).variance,
              1e-10)
      << "a constant added to f changes nothing";
}

TEST(GumbelGradient, RelaxedGradientIsTheSlopeOfTheRelaxedValue) {
  const QuadraticObjective objective{.values = {1, 0.6, 0.1, 0}, .target = 0.45};
  const std::vector<double> x = {0.3, -1.2, 0.9, -0.4};
  for (const double temperature : {0.3, 1.0, 4.0}) {
    for (std::size_t k = 0; k < x.size(); ++k) {
      constexpr double step = 1e-6;
      std::vector<double> above = x, below = x;
      above[k] += step;
      below[k] -= step;
      const double slope = (objective.at(concrete_sample(above, temperature).y) -
                            objective.at(concrete_sample(below, temperature).y)) /
                           (2 * step);
      EXPECT_NEAR(relaxed_gradients(objective, x, temperature, k).gumbel_softmax, slope, 1e-8);
    }
  }
}

TEST(GumbelGradient, SamplesHaveTheMomentsOfTheQuadrature) {
  constexpr int draws = 100'000;
  const std::array p = {0.2, 0.8};
  const Eigen::ArrayXXd noise = GumbelNoise(11, 2).next(draws);
  for (const double temperature : {0.2, 1.0, 5.0}) {
    double mean = 0, straight = 0;
    for (int n = 0; n < draws; ++n) {
      const std::array x = {std::log(p[0]) + noise(n, 0), std::log(p[1]) + noise(n, 1)};
      const RelaxedGradients got = relaxed_gradients(binary, x, temperature, 0);
      mean += got.gumbel_softmax / draws;
      straight += got.straight_through_gumbel / draws;
    }
    const RelaxedMoments exact = BinaryRelaxedMoments().at(0.2, binary, temperature);
    EXPECT_NEAR(mean, exact.gumbel_softmax.mean, 4 * std::sqrt(exact.gumbel_softmax.variance / draws));
    EXPECT_NEAR(straight, exact.straight_through_gumbel.mean,
                4 * std::sqrt(exact.straight_through_gumbel.variance / draws));
  }
}

}  // namespace
}  // namespace theta
