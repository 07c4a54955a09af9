// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_panels.h"

#include "core/math/rope.h"
#include "tests/core/labs/attention_decay_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>

namespace theta {
namespace {

double plain_same(const Eigen::ArrayXd& frequencies, double s) { return (s * frequencies).cos().sum(); }

double plain_bound(const Eigen::ArrayXd& frequencies, double s) {
  std::complex<double> sum = 0;
  double moduli = 0;
  for (const double frequency : frequencies) {
    sum += std::polar(1.0, s * frequency);
    moduli += std::abs(sum);
  }
  return moduli / static_cast<double>(frequencies.size());
}

TEST(AttentionDecayPanels, HoldsEveryDistanceExactly) {
  const Figure figure = decay_figure({.distance_limit = 1000});
  const Series bound = series_of(figure, "decay", "decay_bound"),
               same = series_of(figure, "decay", "decay_same");
  ASSERT_EQ(bound.x.size(), 1001u);
  EXPECT_NEAR(bound.at(0), 32.5, 1e-12);
  EXPECT_NEAR(bound.at(250), 6.54817903194160, 1e-12);
  EXPECT_NEAR(bound.at(1000), 4.47076103424868, 1e-12);
  EXPECT_NEAR(same.at(0), 64, 1e-12);
  EXPECT_NEAR(same.at(1000), 10.1777281322106, 1e-11);
  const Figure large = decay_figure({.distance_limit = 1000, .base = 5e5});
  EXPECT_NEAR(series_of(large, "decay", "decay_bound").at(1000), 10.2001877560992, 1e-11);
}

TEST(AttentionDecayPanels, HoldsExactValuesAmongMillions) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  for (const DistanceScale scale : {DistanceScale::linear, DistanceScale::log}) {
    const Figure figure = decay_figure({.distance_limit = 1'000'000, .distance_scale = scale});
    const Series bound = series_of(figure, "decay", "decay_bound"),
                 same = series_of(figure, "decay", "decay_same");
    ASSERT_GT(bound.x.size(), 1200u);
    EXPECT_NEAR(bound.at(500), 6.18979065338439, 1e-11);
    EXPECT_EQ(bound.x.back(), 1'000'000);
    for (std::size_t n = 0; n < bound.x.size(); n += 17) {
      EXPECT_EQ(bound.x[n], std::floor(bound.x[n]));
      EXPECT_NEAR(bound.y[n], plain_bound(frequencies, bound.x[n]), 1e-8);
      EXPECT_NEAR(same.y[n], plain_same(frequencies, same.x[n]), 1e-8);
    }
  }
}

TEST(AttentionDecayPanels, BandsHoldEveryDistance) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  const Figure figure = decay_figure({.distance_limit = 60'000});
  const auto& band = layer<Band>(figure, "decay", "decay_same_range");
  const auto& mean = layer<Curve>(figure, "decay", "decay_same_mean");
  const std::size_t columns = band.x.size();
  for (const std::size_t c : {std::size_t{0}, std::size_t{7}, columns / 2, columns - 1}) {
    const auto width = 60'001.0 / static_cast<double>(columns);
    const double from = std::ceil(static_cast<double>(c) * width),
                 to = std::ceil(static_cast<double>(c + 1) * width);
    double least = INFINITY, most = -INFINITY, sum = 0;
    for (double s = from; s < to; ++s) {
      const double value = plain_same(frequencies, s);
      least = std::min(least, value);
      most = std::max(most, value);
      sum += value;
    }
    EXPECT_NEAR(band.low[c], least, 1e-9);
    EXPECT_NEAR(band.high[c], most, 1e-9);
    EXPECT_NEAR(mean.y[c], sum / (to - from), 1e-9);
  }
}

TEST(AttentionDecayPanels, AQuickFigureIsThereAtOnceAndExactWhereItLooks) {
  const AttentionDecay parameters{.distance_limit = 10'000'000, .distance_scale = DistanceScale::log};
  const Figure figure = decay_figure(parameters, {.quick = true});
  EXPECT_TRUE(figure.partial);
  EXPECT_TRUE(faults(figure).empty());
  const Series same = series_of(figure, "decay", "decay_same");
  ASSERT_GT(same.x.size(), 100u);
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  for (std::size_t n = 0; n < same.x.size(); n += 11)
    EXPECT_NEAR(same.y[n], plain_same(frequencies, same.x[n]), 1e-7);
  EXPECT_FALSE(decay_figure({.distance_limit = 500}, {.quick = true}).partial);
}

TEST(AttentionDecayPanels, SaysWhereTheLogitTurnsNegative) {
  for (const auto& [base, distance] :
       {std::pair{1e4, 1707.0}, {1e5, 7757.0}, {5e5, 18'438.0}, {1e6, 27'115.0}}) {
    const Figure figure =
        decay_figure({.distance_limit = 30'000, .curves = {DecayCurve::decay_same}, .base = base});
    EXPECT_EQ(reading(figure, "first_negative"), distance);
    EXPECT_EQ(layer<Rule>(figure, "decay", "first_negative").at, distance);
  }
  EXPECT_THROW(
      layer<Rule>(decay_figure({.distance_limit = 1706, .context = 1000}), "decay", "first_negative"),
      std::out_of_range);
}

TEST(AttentionDecayPanels, APeakStandsWhereItIsAsked) {
  const Figure figure = decay_figure({.distance_limit = 400,
                                      .curves = {DecayCurve::peak},
                                      .content = DecayContent::peak,
                                      .peak_distance = 123});
  const Series peak = series_of(figure, "decay", "peak");
  EXPECT_EQ(peak.x[static_cast<std::size_t>(std::ranges::max_element(peak.y) - peak.y.begin())], 123);
  const Series weight = series_of(figure, "attention", "weight_rope");
  EXPECT_EQ(weight.x[static_cast<std::size_t>(std::ranges::max_element(weight.y) - weight.y.begin())], 123);
}

TEST(AttentionDecayPanels, TheBandOfIndependentContentAgreesWithItsExpectation) {
  const Figure figure = decay_figure({.distance_limit = 1000, .curves = {DecayCurve::independent}});
  const auto& band = layer<Band>(figure, "decay", "independent_band");
  const double sigma = std::sqrt(32);
  EXPECT_NEAR(layer<Rule>(figure, "decay", "two_sigma_above").at, 2 * sigma, 1e-12);
  double width = 0;
  for (std::size_t n = 0; n < band.x.size(); ++n)
    width += (band.high[n] - band.low[n]) / static_cast<double>(band.x.size());
  EXPECT_NEAR(width, 4 * sigma, 0.15 * 4 * sigma);
}

TEST(AttentionDecayPanels, SchemesAreWhatTheyAre) {
  const Figure figure = decay_figure({.distance_limit = 1000, .heads = 8, .head = 1});
  const double root = std::sqrt(128);
  const Series rope = series_of(figure, "schemes", "logit_rope"),
               xpos = series_of(figure, "schemes", "logit_xpos"),
               alibi = series_of(figure, "schemes", "logit_alibi"),
               none = series_of(figure, "schemes", "logit_none");
  EXPECT_NEAR(rope.at(100), 2 * 30.5434547014907 / root, 1e-11);
  EXPECT_NEAR(xpos.at(100), 128 * 0.454023085436 / root, 1e-10);
  EXPECT_NEAR(none.at(100), 128 / root, 1e-12);
  EXPECT_NEAR(alibi.at(100), 128 / root - 50, 1e-12);
  EXPECT_NEAR(reading(figure, "entropy_none"), std::log(1001), 1e-10);
  EXPECT_LT(reading(figure, "entropy_alibi"), reading(figure, "entropy_rope"));
}

TEST(AttentionDecayPanels, WeightsSumToOne) {
  const Figure figure =
      decay_figure({.distance_limit = 2000, .content = DecayContent::same_random, .temperature = 0.3});
  for (const char* id : {"weight_rope", "weight_xpos", "weight_alibi", "weight_none"}) {
    double sum = 0;
    for (const double weight : series_of(figure, "attention", id).y) sum += std::isnan(weight) ? 0 : weight;
    EXPECT_NEAR(sum, 1, 1e-12) << id;
  }
}

TEST(AttentionDecayPanels, ShowsTheErrorOfAFormat) {
  const Figure figure =
      decay_figure({.distance_limit = 100'000, .probe = 2048, .precision = FloatFormat::float16});
  EXPECT_NEAR(reading(figure, "cosine_error"), 0.48, 0.01);
  const Series rounded = series_of(figure, "decay", "decay_same_float16");
  EXPECT_TRUE(std::isnan(rounded.y.back()));
  EXPECT_FALSE(std::isnan(rounded.y.front()));
  EXPECT_FALSE(all_remarks(figure).empty());
}

}  // namespace
}  // namespace theta
