// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(RopeScalings, ComparesTheScalingsPairByPair) {
  const Rope llama2{.view = RopeView::scalings,
                    .head_dimension = 128,
                    .rotary_dimensions = 128,
                    .pair = 32,
                    .scaling = RotaryScaling::yarn,
                    .factor = 16};
  const Figure figure = rope_figure(llama2);
  expect_near(reading(figure, "ratio_linear"), 0.0625);
  expect_near(reading(figure, "ratio_yarn"), 0.567307692308);
  expect_near(reading(figure, "ratio_yarn_paper"), 0.229404832733);
  EXPECT_EQ(reading(figure, "ratio_dynamic"), 1);
  EXPECT_EQ(reading(figure, "ratio_longrope"), 1);
  expect_near(reading(figure, "wavelength"), 628.318530717959);
  expect_near(reading(figure, "wavelength_scaled"), 628.318530717959 / 0.567307692308, 1e-11);
  for (const OptionName& option : rotary_scaling_options()) {
    const Curve& curve = layer<Curve>(figure, "ratios", option.id);
    ASSERT_EQ(curve.y.size(), 64u);
    expect_near(curve.y[0], option.id == "linear" ? 0.0625 : 1);
  }
  expect_near(layer<Curve>(figure, "ratios", "ntk").y[63], 0.0625);  // the slowest pair by exactly s

  Rope llama3 = llama2;
  llama3.base = 500'000;
  llama3.original_context = 8192;
  llama3.factor = 8;
  expect_near(reading(rope_figure(llama3), "ratio_llama3"), 0.371122279517845);
}

TEST(RopeScalings, ChoosesAScalingByAClickOnItsCurve) {
  const Rope parameters{.view = RopeView::scalings};
  EXPECT_EQ(clicked(parameters, "ratios", "NTK-aware").scaling, RotaryScaling::ntk);
  EXPECT_EQ(clicked(parameters, "ratios", "Llama-3").scaling, RotaryScaling::llama3);
}

}  // namespace
}  // namespace theta
