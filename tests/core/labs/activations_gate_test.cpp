// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace theta {
namespace {

TEST(ActivationsGate, GatesElementByElement) {
  const double a[] = {1.5, -1.25, 0.625}, b[] = {-0.625, 1.25, 2};
  const struct {
    Gate gate;
    double want[3];
  } rows[] = {{Gate::glu, {-0.510984047621027, 0.278375173531636, 1.30270972933211}},
              {Gate::bilinear, {-0.9375, -1.5625, 1.25}},
              {Gate::reglu, {-0.9375, 0, 1.25}},
              {Gate::geglu, {-0.874868248810446, -0.165077771354461, 0.917518088689124}},
              {Gate::swiglu, {-0.766476071431541, -0.347968966914545, 0.814193580832568}}};
  for (const auto& row : rows) {
    for (int i = 0; i < 3; ++i) {
      const auto at = [&](double da, double db) {
        return reading(activations_figure({.view = ActivationView::gate,
                                           .gate = row.gate,
                                           .gate_input = a[i] + da,
                                           .value_input = b[i] + db}),
                       "output");
      };
      const Figure figure = activations_figure(
          {.view = ActivationView::gate, .gate = row.gate, .gate_input = a[i], .value_input = b[i]});
      EXPECT_NEAR(reading(figure, "output"), row.want[i], 2e-15 + 1e-14 * std::abs(row.want[i])) << i;
      EXPECT_NEAR(reading(figure, "gradient_gate"), (at(1e-5, 0) - at(-1e-5, 0)) / 2e-5, 1e-8) << i;
      EXPECT_NEAR(reading(figure, "gradient_value"), (at(0, 1e-5) - at(0, -1e-5)) / 2e-5, 1e-8) << i;
    }
  }
}

TEST(ActivationsGate, NumbersOfLevelsStandOnTheirLines) {
  const Figure figure = activations_figure({.view = ActivationView::gate});
  for (const char* number : {"1", "2", "4"}) {
    const auto& above = layer<Note>(figure, "product", std::string("level_number_") + number);
    const auto& below = layer<Note>(figure, "product", std::string("level_number_minus_") + number);
    EXPECT_EQ(fill(above.text), number);
    EXPECT_NEAR(evaluate(Activation::silu, above.at.x).value * above.at.y, std::stod(number), 1e-12);
    EXPECT_EQ(below.at.y, -above.at.y);
  }
}

}  // namespace
}  // namespace theta
