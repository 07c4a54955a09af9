// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gaussian.h"

#include "core/math/activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

namespace theta {
namespace {

TEST(GaussianMean, HasTheMomentsOfTheNormalLaw) {
  double odd_factorials = 1;
  for (int power = 0; power <= 12; power += 2) {
    EXPECT_NEAR(gaussian_mean([&](double x) { return std::pow(x, power); }, 0, 1), odd_factorials,
                1e-12 * odd_factorials)
        << power;
    odd_factorials *= power + 1;
  }
  EXPECT_NEAR(gaussian_mean([](double x) { return x * x; }, 3, 2), 13, 1e-12);
  EXPECT_NEAR(gaussian_mean([](double x) { return std::exp(x); }, 0.5, 1), std::exp(1.0), 1e-12);
  EXPECT_EQ(gaussian_mean([](double x) { return 2 * x; }, 1.5, 0), 3);
}

TEST(GaussianMean, LosesNoDigitsToStepsAndCorners) {
  const std::vector<double> corners = {0.7};
  const auto step = [](double x) { return x > 0.7 ? 1.0 : 0.0; };
  EXPECT_NEAR(gaussian_mean(step, 0, 1, corners), normal_distribution(-0.7), 1e-15);
  const auto ramp = [](double x) { return std::max(0.0, x - 0.7); };
  EXPECT_NEAR(gaussian_mean(ramp, 0, 1, corners), normal_density(0.7) - 0.7 * normal_distribution(-0.7),
              1e-14);
}

/// Plain sums over very many points, which a rule of few must not differ from.
double summed(const std::function<double(double)>& g, double m, double s) {
  constexpr int count = 400'000;
  constexpr double reach = 10, step = 2 * reach / count;
  double sum = 0;
  for (int i = 0; i <= count; ++i) {
    const double z = -reach + step * i;
    sum += g(m + s * z) * normal_density(z) * step;
  }
  return sum;
}

TEST(GaussianMean, FollowsWhatBendsInAStretchMuchShorterThanTheDeviation) {
  const auto slope = [](double x) { return 1 / std::pow(std::cosh(x), 4); };
  const auto arctan = [](double x) { return 1 / std::pow(1 + x * x, 2); };
  for (const double m : {0.0, 1.0, 3.1, 10.0}) {
    for (const double s : {0.5, 3.0, 10.0, 40.0}) {
      EXPECT_NEAR(gaussian_mean(slope, m, s), summed(slope, m, s), 1e-10) << m << " " << s;
      EXPECT_NEAR(gaussian_mean(arctan, m, s), summed(arctan, m, s), 1e-10) << m << " " << s;
    }
  }
}

double total(const PushedForward& law) {
  double sum = law.below + law.above;
  for (std::size_t i = 0; i < law.density.size(); ++i)
    sum += law.density[i] * (law.edges[i + 1] - law.edges[i]);
  for (const auto& atom : law.atoms) sum += atom.probability;
  return sum;
}

TEST(PushedForward, KeepsAllProbability) {
  for (const auto& facts : all_activations()) {
    const auto id = static_cast<Activation>(&facts - all_activations().data());
    const auto law = pushed_forward([&](double x) { return evaluate(id, x).value; }, 0.3, 1.7, -1, 2, 90);
    EXPECT_NEAR(total(law), 1, 1e-9) << facts.id;
  }
}

TEST(PushedForward, OfALineIsTheNormalLaw) {
  const auto law = pushed_forward([](double x) { return 2 * x + 1; }, 0, 1, -4, 6, 100);
  for (std::size_t i = 0; i < law.density.size(); ++i) {
    const double from = (law.edges[i] - 1) / 2, to = (law.edges[i + 1] - 1) / 2;
    const double want =
        (normal_distribution(to) - normal_distribution(from)) / (law.edges[i + 1] - law.edges[i]);
    EXPECT_NEAR(law.density[i], want, 1e-5) << i;
  }
  EXPECT_TRUE(law.atoms.empty());
}

TEST(PushedForward, AFlatPieceIsAnAtom) {
  const auto law = pushed_forward([](double x) { return std::max(0.0, x); }, -1, 2, -1, 5, 60);
  ASSERT_EQ(law.atoms.size(), 1u);
  EXPECT_EQ(law.atoms[0].y, 0);
  EXPECT_NEAR(law.atoms[0].probability, normal_distribution(0.5), 1e-3);
}

TEST(PushedForward, AFlatPieceBetweenCornersHasItsWholeProbability) {
  const double zero[] = {0};
  const std::function<double(double)> relu = [](double x) { return std::max(0.0, x); },
                                      threshold = [](double x) { return x > 0 ? 1.0 : 0.0; };
  for (const auto& f : {relu, threshold}) {
    const auto law = pushed_forward(f, 0.333, 0.77, -1, 5, 60, zero);
    ASSERT_GE(law.atoms.size(), 1u);
    EXPECT_EQ(law.atoms[0].y, 0);
    EXPECT_NEAR(law.atoms[0].probability, normal_distribution(-0.333 / 0.77), 1e-13);
  }
}

}  // namespace
}  // namespace theta
