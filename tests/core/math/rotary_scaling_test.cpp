// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/rotary_scaling.h"

#include "core/math/rope.h"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

namespace theta {
namespace {

double relative(double got, double want) { return std::abs(got - want) / std::abs(want); }

TEST(RotaryScaling, NtkBasesAreGolden) {
  const std::tuple<int, double, double> golden[] = {
      {128, 2, 20221.261689737912},  {128, 4, 40889.94243248622},   {128, 8, 82684.62264056221},
      {128, 16, 167198.73921320363}, {128, 32, 338096.94598244346}, {64, 2, 20452.228712025368},
      {64, 4, 41829.36592889948},    {64, 8, 85550.37588568537}};
  for (const auto& [d, s, base] : golden) {
    const ScaledFrequencies scaled = scaled_frequencies(d, 1e4, RotaryScaling::ntk, {.factor = s});
    EXPECT_LT(relative(scaled.base, base), 1e-12);
    // The slowest pair is slowed down by exactly s, the fastest not at all.
    EXPECT_EQ(scaled.inverse_frequency[0], 1);
    EXPECT_LT(relative(scaled.inverse_frequency[d / 2 - 1] * s, inverse_frequencies(d, 1e4)[d / 2 - 1]),
              1e-12);
  }
}

TEST(RotaryScaling, DynamicBasesAreGolden) {
  const std::tuple<double, double, double, double> golden[] = {{2, 4096, 4096, 10000},
                                                               {2, 4096, 6144, 20221.261689737912},
                                                               {2, 4096, 8192, 30527.7367488067},
                                                               {2, 4096, 16384, 72195.86008650938},
                                                               {8, 2048, 4096, 93194.27110044428},
                                                               {8, 2048, 16384, 607779.2727297307},
                                                               {2, 4096, 100, 10000}};
  for (const auto& [f, context, length, base] : golden) {
    const ScaledFrequencies scaled = scaled_frequencies(
        128, 1e4, RotaryScaling::dynamic, {.factor = f, .original_context = context, .length = length});
    EXPECT_LT(relative(scaled.base, base), 1e-12) << length;
  }
}

TEST(RotaryScaling, BothYarnRampsAreGolden) {
  const RotaryScalingParameters parameters{.factor = 16, .original_context = 4096};
  const ScaledFrequencies code = scaled_frequencies(128, 1e4, RotaryScaling::yarn, parameters);
  const ScaledFrequencies paper = scaled_frequencies(128, 1e4, RotaryScaling::yarn_paper, parameters);
  const Eigen::ArrayXd plain = inverse_frequencies(128, 1e4);
  const std::tuple<int, double, double> golden[] = {{0, 1, 1},
                                                    {16, 0.1, 1},
                                                    {20, 0.0562341325190349, 1},
                                                    {24, 0.0270617992072102, 0.655690885423},
                                                    {28, 0.0126531419560462, 0.382840103192},
                                                    {32, 0.00567307692307692, 0.229404832733},
                                                    {36, 0.00237913637580532, 0.143121839412},
                                                    {40, 0.000881788962931567, 0.0946013466068},
                                                    {44, 0.000239383766736009, 0.0673162683837},
                                                    {45, 0.000151771604731825, 0.0626172183066},
                                                    {46, 8.33450895102077e-05, 0.0625},
                                                    {48, 6.25e-05, 0.0625},
                                                    {63, 7.21738740430911e-06, 0.0625}};
  for (const auto& [i, in_code, ratio_in_paper] : golden) {
    EXPECT_LT(relative(code.inverse_frequency[i], in_code), 1e-12) << i;
    EXPECT_LT(relative(paper.inverse_frequency[i] / plain[i], ratio_in_paper), 3e-12)
        << i;  // 12 digits printed
  }
  EXPECT_LT(relative(code.attention_factor, 1.2772588722239782), 1e-15);
}

TEST(RotaryScaling, YarnAttentionFactorsAreGolden) {
  const std::pair<double, double> golden[] = {{1, 1.0},
                                              {2, 1.0693147180559945},
                                              {4, 1.138629436111989},
                                              {8, 1.2079441541679836},
                                              {16, 1.2772588722239782},
                                              {32, 1.3465735902799727},
                                              {40, 1.3688879454113936}};
  for (const auto& [s, a] : golden) {
    const auto factor = [&](RotaryScalingParameters parameters) {
      parameters.factor = s;
      parameters.original_context = 4096;
      return scaled_frequencies(64, 1e4, RotaryScaling::yarn, parameters).attention_factor;
    };
    EXPECT_LT(relative(factor({}), a), 1e-15);
    EXPECT_EQ(factor({.mscale = 1, .mscale_all_dim = 1}), 1);
    EXPECT_EQ(factor({.attention_factor = 0.5}), 0.5);
  }
}

TEST(RotaryScaling, Llama3IsGolden) {
  const ScaledFrequencies scaled =
      scaled_frequencies(128, 5e5, RotaryScaling::llama3, {.factor = 8, .original_context = 8192});
  const std::pair<int, double> golden[] = {{0, 1},
                                           {1, 0.814617233856545},
                                           {16, 0.0376060309308639},
                                           {28, 0.00321144599475259},
                                           {29, 0.00216657076350336},
                                           {30, 0.00137189356776114},
                                           {31, 0.000856751412919632},
                                           {32, 0.000524846160992955},
                                           {33, 0.000312693750384065},
                                           {34, 0.000178507812767996},
                                           {35, 9.55621235396468e-05},
                                           {48, 6.64786987118124e-06},
                                           {63, 3.06892598891451e-07}};
  for (const auto& [i, frequency] : golden)
    EXPECT_LT(relative(scaled.inverse_frequency[i], frequency), 1e-12) << i;
  EXPECT_EQ(scaled.attention_factor, 1);
}

TEST(RotaryScaling, LongRopeHasTwoRegimesAndOneFactor) {
  RotaryScalingParameters parameters{
      .factor = 32, .original_context = 4096, .length = 4096, .short_factors = {1.1}, .long_factors = {2, 4}};
  const Eigen::ArrayXd plain = inverse_frequencies(8, 1e4);
  const ScaledFrequencies within = scaled_frequencies(8, 1e4, RotaryScaling::longrope, parameters);
  parameters.length = 4097;
  const ScaledFrequencies beyond = scaled_frequencies(8, 1e4, RotaryScaling::longrope, parameters);
  EXPECT_DOUBLE_EQ(within.inverse_frequency[0], 1 / 1.1);
  EXPECT_EQ(within.inverse_frequency[1], plain[1]);
  EXPECT_EQ(beyond.inverse_frequency[1], plain[1] / 4);
  EXPECT_EQ(beyond.inverse_frequency[3], plain[3]);
  EXPECT_LT(relative(within.attention_factor, 1.1902380714238083), 1e-15);
  EXPECT_EQ(beyond.attention_factor, within.attention_factor);
}

TEST(RotaryScaling, StaysBetweenTheOldAndTheDividedFrequency) {
  using enum RotaryScaling;
  for (const RotaryScaling scaling : {none, linear, ntk, dynamic, yarn_paper, yarn, llama3, longrope}) {
    for (const int d : {2, 4, 64, 512}) {
      for (const double base : {1e2, 1e4, 1e8}) {
        for (const double factor : {1.0, 3.7, 1e4}) {
          for (const double context : {1.0, 4096.0, 1e7}) {
            const ScaledFrequencies scaled = scaled_frequencies(
                d, base, scaling, {.factor = factor, .original_context = context, .length = context});
            const Eigen::ArrayXd plain = inverse_frequencies(d, base);
            EXPECT_TRUE((scaled.inverse_frequency <= plain * (1 + 1e-12)).all())
                << static_cast<int>(scaling) << " " << d;
            EXPECT_TRUE((scaled.inverse_frequency >= plain / factor * (1 - 1e-12)).all())
                << static_cast<int>(scaling) << " " << d;
            EXPECT_TRUE(std::isfinite(scaled.attention_factor) && scaled.attention_factor >= 1);
          }
        }
      }
    }
  }
}

TEST(RotaryScaling, FactorOneChangesNothing) {
  using enum RotaryScaling;
  for (const RotaryScaling scaling : {linear, ntk, dynamic, yarn_paper, yarn, llama3, longrope}) {
    const ScaledFrequencies scaled =
        scaled_frequencies(64, 1e4, scaling, {.factor = 1, .original_context = 4096, .length = 4096});
    EXPECT_TRUE(scaled.inverse_frequency.isApprox(inverse_frequencies(64, 1e4), 1e-14))
        << static_cast<int>(scaling);
    EXPECT_EQ(scaled.attention_factor, 1);
  }
}

}  // namespace
}  // namespace theta
