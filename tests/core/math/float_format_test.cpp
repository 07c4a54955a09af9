// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/float_format.h"

#include "core/math/random.h"
#include "core/math/rope.h"

#include <Eigen/Core>
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <vector>

namespace theta {
namespace {

TEST(FloatFormat, AgreesWithTheMachinesFloats) {
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    const double number = random.normal() * std::pow(10, 80 * random.uniform() - 40);
    EXPECT_EQ(rounded(number, FloatFormat::float32), static_cast<double>(static_cast<float>(number)));
  }
}

TEST(FloatFormat, AgreesWithEigensHalvesAndBrainFloats) {
  Random random(4);
  for (int i = 0; i < 2000; ++i) {
    // Through float first, as Eigen takes them; a float holds enough digits for a tie to be the same tie.
    const auto number = static_cast<float>(random.normal() * std::pow(10, 14 * random.uniform() - 8));
    EXPECT_EQ(rounded(number, FloatFormat::float16), static_cast<float>(Eigen::half(number)));
    EXPECT_EQ(rounded(number, FloatFormat::bfloat16), static_cast<float>(Eigen::bfloat16(number)));
  }
}

TEST(FloatFormat, EndsWhereTheFormatEnds) {
  EXPECT_EQ(rounded(65'519, FloatFormat::float16), 65'504);
  EXPECT_TRUE(std::isinf(rounded(65'520, FloatFormat::float16)));
  EXPECT_EQ(rounded(0x1p-24, FloatFormat::float16), 0x1p-24);
  EXPECT_EQ(rounded(0x1p-26, FloatFormat::float16), 0);
  EXPECT_EQ(rounded(1'000'000, FloatFormat::bfloat16), 999'424);
  EXPECT_EQ(rounded(0.1, FloatFormat::float64), 0.1);
}

TEST(FloatFormat, ReproducesTheReportedAngle) {
  // gpt-neox issue 1003: pair 1 of 32 dimensions at position 1857.
  const double frequency = inverse_frequencies(32, 1e4)[1];
  EXPECT_NEAR(1857 * frequency, 1044.26785, 1e-5);
  EXPECT_EQ(rounded(1857 * rounded(frequency, FloatFormat::float16), FloatFormat::float16), 1045);
}

TEST(FloatFormat, SpoilsTheCosinesAsListed) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  const double nan = std::nan("");
  const struct {
    double position, float32, float16, bfloat16;
  } golden[] = {
      {100, 3.1e-6, 0.033, 0.095},
      {2048, 6.1e-5, 0.48, 0.85},
      {8192, 8.0e-5, 1.19, 1.98},  // NumPy's power, off by one in its last place, makes 1.6e-4 of it
      {131'072, 3.4e-3, nan, 1.81},
      {1'000'000, 1.6e-2, nan, 1.98}};
  const auto near = [](double got, double want) {
    if (std::isnan(want))
      EXPECT_TRUE(std::isnan(got));
    else
      EXPECT_NEAR(got / want, 1, 0.04) << "want " << want;
  };
  for (const auto& each : golden) {
    near(largest_cosine_error(FloatFormat::float32, frequencies, each.position), each.float32);
    near(largest_cosine_error(FloatFormat::float16, frequencies, each.position), each.float16);
    near(largest_cosine_error(FloatFormat::bfloat16, frequencies, each.position), each.bfloat16);
    EXPECT_EQ(largest_cosine_error(FloatFormat::float64, frequencies, each.position), 0);
  }
}

/// A pair that turns fast leaves the format before the position does.
TEST(FloatFormat, NoErrorIsKnownWhereAnAngleIsNotHeld) {
  const Eigen::Array2d frequencies(1000, 0.1);
  EXPECT_FALSE(std::isnan(largest_cosine_error(FloatFormat::float16, frequencies, 65)));
  EXPECT_TRUE(std::isnan(largest_cosine_error(FloatFormat::float16, frequencies, 66)));
}

TEST(FloatFormat, SumsAreThoseOfTheRoundedAngles) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
  const auto sum_in = [&](FloatFormat format, double distance) {
    return cosine_sums_in(format, frequencies, std::vector{distance}).at(0);
  };
  EXPECT_EQ(sum_in(FloatFormat::bfloat16, 0), 32);
  double sum = 0;
  for (const double frequency : frequencies)
    sum += std::cos(static_cast<double>(static_cast<float>(777) * static_cast<float>(frequency)));
  EXPECT_NEAR(sum_in(FloatFormat::float32, 777), sum, 1e-13);
  EXPECT_TRUE(std::isnan(sum_in(FloatFormat::float16, 70'000)));
}

TEST(FloatFormat, LogitsAreThoseOfTheRoundedAngles) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
  std::vector<std::complex<double>> products;
  Random random(9);
  for (int i = 0; i < 32; ++i) products.emplace_back(random.normal(), random.normal());
  const std::vector<double> keys = {0, 5, 1000, 40'000, 70'000};
  const double exact = relative_logits(products, frequencies, 9, 1, 1)[0];
  for (const double logit : logits_in(FloatFormat::float64, products, frequencies, keys, 9))
    EXPECT_NEAR(logit, exact, 1e-9);
  const std::vector<double> halves = logits_in(FloatFormat::float16, products, frequencies, keys, 9);
  for (std::size_t n = 0; n < 4; ++n) {
    const Eigen::ArrayXd query = rounded_angles(FloatFormat::float16, frequencies, keys[n] + 9),
                         key = rounded_angles(FloatFormat::float16, frequencies, keys[n]);
    std::complex<double> sum = 0;
    for (Eigen::Index i = 0; i < 32; ++i)
      sum += products[static_cast<std::size_t>(i)] * std::polar(1.0, query[i]) * std::polar(1.0, -key[i]);
    EXPECT_NEAR(halves[n], sum.real(), 1e-10);
  }
  EXPECT_GT(std::abs(halves[2] - halves[0]), 0.1) << "not the distance alone";
  EXPECT_TRUE(std::isnan(halves[4]));
  EXPECT_NEAR(logits_in(FloatFormat::float32, products, frequencies, keys, 9)[2], exact, 1e-2);
}

}  // namespace
}  // namespace theta
