// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/concrete_expectation.h"

#include "core/math/concrete.h"
#include "core/math/gumbel.h"
#include "core/math/softmax.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace theta {
namespace {

ConcreteExpectation expectation(const std::vector<double>& p, double temperature) {
  return ConcreteExpectations(p).at(temperature);
}

TEST(ConcreteExpectation, OfTwoClassesIsGolden) {
  const double golden[][6] = {
      {0.3, 0.1, 0.301358242682346, 0.970986226653141, 0.0686739383343455, 0.189631225143503},
      {0.3, 0.5, 0.325253329859156, 0.86537916192496, 0.302322303743462, 0.124346846739863},
      {0.3, 1, 0.362078441758205, 0.771161179372479, 0.471130842142231, 0.0757815393766432},
      {0.3, 2, 0.409999172074535, 0.670060111591076, 0.602445730000129, 0.033729820202723},
      {0.3, 5, 0.459008257686211, 0.575901559187166, 0.674435888942989, 0.0074806334146381},
      {0.1, 0.1, 0.101183057501043, 0.987449982149067, 0.0299146831386083, 0.0818781923166683},
      {0.1, 0.5, 0.127457313171305, 0.931558201271697, 0.169047214975996, 0.0608704637693913},
      {0.1, 1, 0.183984706187906, 0.856330293315815, 0.339454395228539, 0.0451534513419735},
      {0.1, 2, 0.279240906470515, 0.744631267456701, 0.527607767978163, 0.0257188703096846},
      {0.1, 5, 0.395011211149711, 0.6153209349049, 0.656122027812029, 0.00697657437959144},
      {0.5, 0.1, 0.5, 0.965563362997909, 0.0813276806798607, 0.225201077081101},
      {0.5, 0.5, 0.5, 0.846573590279973, 0.337095776658727, 0.142699081698724},
      {0.5, 1, 0.5, 0.75, 0.5, 1.0 / 12},
      {0.5, 2, 0.5, 0.653426409720027, 0.616850275068085, 0.0353981633974483}};
  for (const auto& [p, temperature, mean, maximum, entropy, variance] : golden) {
    const ConcreteExpectation got = expectation({p, 1 - p}, temperature);
    EXPECT_NEAR(got.mean[0], mean, 2e-12) << p << " " << temperature;
    EXPECT_NEAR(got.maximum, maximum, 2e-12) << p << " " << temperature;
    EXPECT_NEAR(got.entropy, entropy, 2e-12) << p << " " << temperature;
    EXPECT_NEAR(got.variance[0], variance, 2e-12) << p << " " << temperature;
  }
}

TEST(ConcreteExpectation, OfThreeClassesIsGolden) {
  const double golden[][6] = {
      {0.1, 0.498992380945, 0.300392752130, 0.200614866925, 0.957053008783, 0.103438607481},
      {0.5, 0.479187273696, 0.306936758481, 0.213875967822, 0.800559810877, 0.478189998897},
      {1, 0.446838375397, 0.315425299235, 0.237736325368, 0.664810677280, 0.757175376989},
      {2, 0.405152314971, 0.324017315266, 0.270830369763, 0.528315992572, 0.967588325443},
      {5, 0.364821454458, 0.330177854020, 0.305000691521, 0.414117110663, 1.073803006624}};
  for (const auto& row : golden) {
    const ConcreteExpectation got = expectation({0.5, 0.3, 0.2}, row[0]);
    for (Eigen::Index k = 0; k < 3; ++k) EXPECT_NEAR(got.mean[k], row[k + 1], 2e-12) << row[0];
    EXPECT_NEAR(got.maximum, row[4], 2e-12) << row[0];
    EXPECT_NEAR(got.entropy, row[5], 2e-12) << row[0];
  }
}

/// Values of E y_k and E entropy by another way, for which y_k is the probability that k wins once more under
/// fresh Gumbel noise of scale τ: one nested integral in double precision.
TEST(ConcreteExpectation, OfFiveClassesAgreesWithSecondNoise) {
  const std::vector<double> p = {0.35, 0.05, 0.1, 0.3, 0.2};
  const double golden[][7] = {{0.4, 0.34118773384834, 0.05405334176920, 0.10545207791665, 0.29611883221967,
                               0.20318801424614, 0.50708713985784},
                              {1.5, 0.28725085968618, 0.09551317997450, 0.14250961974559, 0.26393418819776,
                               0.21079215239597, 1.27831042340302}};
  for (const auto& row : golden) {
    const ConcreteExpectation got = expectation(p, row[0]);
    for (Eigen::Index k = 0; k < 5; ++k) EXPECT_NEAR(got.mean[k], row[k + 1], 2e-12);
    EXPECT_NEAR(got.entropy, row[6], 5e-12);
  }
}

TEST(ConcreteExpectation, IsTheMeanOfSamples) {
  const std::vector<double> p = {0.35, 0.05, 0.1, 0.3, 0.2};
  constexpr int draws = 40'000;
  const Eigen::ArrayXXd noise = GumbelNoise(5, 5).next(draws);
  for (const double temperature : {0.05, 0.4, 1.5, 12.0}) {
    const ConcreteExpectation exact = expectation(p, temperature);
    Eigen::ArrayXd mean = Eigen::ArrayXd::Zero(5);
    double maximum = 0, uncertain = 0;
    for (int n = 0; n < draws; ++n) {
      std::array<double, 5> x{};
      for (std::size_t k = 0; k < 5; ++k) x[k] = std::log(p[k]) + noise(n, static_cast<Eigen::Index>(k));
      const ConcreteSample sample = concrete_sample(x, temperature);
      mean += Eigen::Map<const Eigen::ArrayXd>(sample.y.data(), 5) / draws;
      maximum += sample.y[winner(sample.y)] / draws;
      uncertain += entropy(sample.y) / draws;
    }
    for (Eigen::Index k = 0; k < 5; ++k)
      EXPECT_NEAR(mean[k], exact.mean[k], 4.5 * std::sqrt(exact.variance[k] / draws)) << temperature;
    EXPECT_NEAR(maximum, exact.maximum, 4.5 * 0.25 / std::sqrt(draws)) << temperature;
    EXPECT_NEAR(uncertain, exact.entropy, 4.5 * 0.45 / std::sqrt(draws)) << temperature;
  }
}

TEST(ConcreteExpectation, HoldsWhatHoldsForEveryLaw) {
  std::vector<double> steep(12, 1e-6);
  steep[4] = 1 - 11e-6;
  const std::vector<std::vector<double>> laws = {
      {0.3, 0.7}, {1e-6, 1 - 1e-6}, {0.5, 0.3, 0.2}, {0.4, 0.3, 0.2, 0.05, 0.05}, steep};
  for (const std::vector<double>& p : laws) {
    const auto classes = static_cast<double>(p.size());
    const ConcreteExpectations law(p);
    double last_maximum = 1.0000001, last_entropy = -1e-12;
    for (double temperature = 0.01; temperature <= 20; temperature *= 1.46) {
      const ConcreteExpectation got = law.at(temperature);
      EXPECT_NEAR(got.mean.sum(), 1, 1e-11);
      EXPECT_LT(got.maximum, last_maximum) << "the share of the winner falls with temperature";
      EXPECT_GT(got.entropy, last_entropy) << "and the entropy rises";
      EXPECT_LE(got.entropy, std::log(classes) + 1e-12);
      EXPECT_GE(got.maximum, 1 / classes);
      EXPECT_TRUE((got.variance > 0).all()) << temperature;
      last_maximum = got.maximum;
      last_entropy = got.entropy;
    }
    const ConcreteExpectation cold = law.at(0.01);
    for (std::size_t k = 0; k < p.size(); ++k)
      EXPECT_NEAR(cold.mean[static_cast<Eigen::Index>(k)], p[k], 1e-4) << "one-hot with probability π";
  }
}

TEST(ConcreteExpectation, DoesNotCareForTheOrderOfClasses) {
  const ConcreteExpectation one = expectation({0.6, 0.3, 0.06, 0.04}, 0.7);
  const ConcreteExpectation other = expectation({0.04, 0.06, 0.6, 0.3}, 0.7);
  EXPECT_NEAR(one.mean[0], other.mean[2], 1e-13);
  EXPECT_NEAR(one.mean[3], other.mean[0], 1e-13);
  EXPECT_NEAR(one.maximum, other.maximum, 1e-13);
  EXPECT_NEAR(one.entropy, other.entropy, 1e-13);
}

TEST(ConcreteExpectation, LesserAccuraciesAreNear) {
  std::vector<double> steep(12, 1e-6);
  steep[0] = 1 - 11e-6;
  for (const std::vector<double>& p : {std::vector<double>{0.3, 0.7}, {0.5, 0.3, 0.2}, steep}) {
    const ConcreteExpectations full(p), fine(p, ConcreteExpectations::Accuracy::fine),
        quick(p, ConcreteExpectations::Accuracy::quick);
    for (const double temperature : {0.01, 0.1, 0.5, 1.0, 3.0, 20.0}) {
      const ConcreteExpectation want = full.at(temperature);
      const auto expect_within = [&](const ConcreteExpectation& got, double error) {
        EXPECT_LT((got.mean - want.mean).abs().maxCoeff(), error) << temperature;
        EXPECT_NEAR(got.maximum, want.maximum, error) << temperature;
        EXPECT_NEAR(got.entropy, want.entropy, error) << temperature;
      };
      expect_within(fine.at(temperature), 1e-7);
      expect_within(quick.at(temperature), 1e-3);
    }
  }
}

}  // namespace
}  // namespace theta
