// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/features.h"

#include "core/math/activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

Features of(Activation activation, double low = -8, double high = 8) {
  return features([=](double x) { return evaluate(activation, x).value; },
                  [=](double x) { return evaluate(activation, x).slope; }, low, high, 0.01);
}

TEST(Features, MinimaAreWhereTheReferenceHasThem) {
  const struct {
    Activation activation;
    double x, y;
  } cases[] = {{Activation::gelu, -0.75179152469356446, -0.16997120747990366},
               {Activation::gelu_tanh, -0.75246142207101626, -0.17004075057125405},
               {Activation::gelu_quick, -0.75115425544128895, -0.16361018963635358},
               {Activation::silu, -1.27846454276107380, -0.27846454276107380},
               {Activation::mish, -1.19243121451549521, -0.30884341301725040},
               {Activation::hard_swish, -1.5, -0.375}};
  for (const auto& each : cases) {
    const Features found = of(each.activation);
    ASSERT_EQ(found.extrema.size(), 1u) << facts(each.activation).id;
    EXPECT_FALSE(found.extrema[0].maximum);
    EXPECT_NEAR(found.extrema[0].x, each.x, 1e-12) << facts(each.activation).id;
    EXPECT_NEAR(found.extrema[0].y, each.y, 1e-12) << facts(each.activation).id;
  }
}

TEST(Features, SaturationBeginsWhereTheReferenceHasIt) {
  const std::pair<Activation, double> cases[] = {{Activation::sigmoid, 4.58486333912236},
                                                 {Activation::tanh, 2.99322284612638}};
  for (const auto& [activation, x] : cases) {
    const Features found = of(activation);
    ASSERT_EQ(found.saturated.size(), 2u);
    EXPECT_EQ(found.saturated[0].low, -8);
    EXPECT_NEAR(found.saturated[0].high, -x, 1e-11);
    EXPECT_NEAR(found.saturated[1].low, x, 1e-11);
    EXPECT_EQ(found.saturated[1].high, 8);
    EXPECT_TRUE(found.dead.empty());
  }
}

TEST(Features, DeadStretchesEndAtTheKinks) {
  const struct {
    Activation activation;
    std::vector<Interval> dead;
  } cases[] = {{Activation::relu, {{-8, 0}}},
               {Activation::relu6, {{-8, 0}, {6, 8}}},
               {Activation::hardtanh, {{-8, -1}, {1, 8}}},
               {Activation::hard_sigmoid_torch, {{-8, -3}, {3, 8}}},
               {Activation::leaky_relu, {}}};
  for (const auto& each : cases) {
    const Features found = of(each.activation);
    ASSERT_EQ(found.dead.size(), each.dead.size()) << facts(each.activation).id;
    for (std::size_t i = 0; i < each.dead.size(); ++i) {
      EXPECT_NEAR(found.dead[i].low, each.dead[i].low, 1e-12) << facts(each.activation).id;
      EXPECT_NEAR(found.dead[i].high, each.dead[i].high, 1e-12) << facts(each.activation).id;
    }
  }
}

TEST(Features, FixedPoints) {
  const Features cosine =
      features([](double x) { return std::cos(x); }, [](double x) { return -std::sin(x); }, -5, 5, 0.01);
  ASSERT_EQ(cosine.fixed_points.size(), 1u);
  EXPECT_NEAR(cosine.fixed_points[0].low, 0.73908513321516064, 1e-12);
  const Features relu = of(Activation::relu);
  ASSERT_EQ(relu.fixed_points.size(), 1u);
  EXPECT_NEAR(relu.fixed_points[0].low, 0, 1e-11);
  EXPECT_EQ(relu.fixed_points[0].high, 8);
  const Features silu = of(Activation::silu, -8, 7.9);
  ASSERT_EQ(silu.fixed_points.size(), 1u);
  EXPECT_EQ(silu.fixed_points[0].low, 0);
  EXPECT_EQ(silu.fixed_points[0].high, 0);
  EXPECT_TRUE(of(Activation::softplus).fixed_points.empty());
}

/// tanh x is x to 1e-12 within 1.4e-4 of 0: the middle of that stretch is the point, wherever the samples
/// lie.
TEST(Features, AFixedPointOfACurveThatTouchesIsInTheMiddle) {
  const Features found = of(Activation::tanh, -3.1, 4);
  ASSERT_EQ(found.fixed_points.size(), 1u);
  EXPECT_EQ(found.fixed_points[0].low, 0);
  EXPECT_EQ(found.fixed_points[0].high, 0);
}

TEST(Features, ExtremaAlternate) {
  const Features sine =
      features([](double x) { return std::sin(x); }, [](double x) { return std::cos(x); }, -8, 8, 0.01);
  ASSERT_EQ(sine.extrema.size(), 6u);  // ±π/2, ±3π/2, ±5π/2
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(sine.extrema[i].x, (static_cast<double>(i) - 2.5) * std::numbers::pi, 1e-12);
    EXPECT_EQ(sine.extrema[i].maximum, sine.extrema[i].y > 0);
  }
}

TEST(Features, AnExtremumOnASampleIsFoundOnce) {
  const Features square =
      features([](double x) { return x * x; }, [](double x) { return 2 * x; }, -4, 4, 0.01);
  ASSERT_EQ(square.extrema.size(), 1u);
  EXPECT_EQ(square.extrema[0].x, 0);
  const Features cube =
      features([](double x) { return x * x * x; }, [](double x) { return 3 * x * x; }, -4, 4, 0.01);
  EXPECT_TRUE(cube.extrema.empty()) << "a saddle";
}

TEST(Features, APoleIsNoFeature) {
  const Features pole = features([](double x) { return 1 / (x - 0.013); },
                                 [](double x) { return -1 / ((x - 0.013) * (x - 0.013)); }, -0.5, 0.5, 0.01);
  EXPECT_TRUE(pole.extrema.empty());
  EXPECT_TRUE(pole.fixed_points.empty()) << "x crosses 1/x only at ±1, not at the pole";
}

}  // namespace
}  // namespace theta
