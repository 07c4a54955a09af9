// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ActivationsCurves, FindsTheDipsOfTheSmoothOnes) {
  const struct {
    Activation activation;
    double at, value;
  } dips[] = {{Activation::gelu, -0.75179152469356446, -0.16997120747990366},
              {Activation::gelu_tanh, -0.75246142207101626, -0.17004075057125405},
              {Activation::gelu_quick, -0.75115425544128895, -0.16361018963635358},
              {Activation::silu, -1.27846454276107380, -0.27846454276107380},
              {Activation::mish, -1.19243121451549521, -0.30884341301725040}};
  for (const auto& dip : dips) {
    const Figure figure = activations_figure({.highlight = function_of(dip.activation)});
    EXPECT_NEAR(reading(figure, "minimum"), dip.value, 1e-12) << facts(dip.activation).id;
    EXPECT_NEAR(reading(figure, "minimum_at"), dip.at, 1e-7) << facts(dip.activation).id;
  }
}

TEST(ActivationsCurves, TheMinimumOfSwishStandsOnItsPath) {
  for (const double beta : {0.3, 1.0, 1.702, 4.0}) {
    const Figure figure = activations_figure({.functions = {function_of(Activation::swish)},
                                              .highlight = function_of(Activation::swish),
                                              .beta = beta});
    const auto& path = layer<Curve>(figure, "value", "path_of_the_minimum");
    EXPECT_NEAR(path.y.front() / path.x.front(), 0.217811705719800, 1e-14);
    EXPECT_NEAR(reading(figure, "minimum") / reading(figure, "minimum_at"), 0.217811705719800, 1e-7) << beta;
  }
}

}  // namespace
}  // namespace theta
