// SPDX-License-Identifier: GPL-3.0-or-later
// What presets say is to be seen is there.
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/preset_values.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

namespace theta {
namespace {

Activations activations_preset(const char* id) {
  return parameters_of<Activations>(find_lab("activations")->presets(), id);
}

TEST(ActivationsLab, EachViewHasPanelsOfItsOwn) {
  std::set<std::string> seen;
  for (std::size_t view = 0; view <= static_cast<std::size_t>(ActivationView::history); ++view) {
    const Figure figure =
        activations_figure({.view = static_cast<ActivationView>(view), .depth = 4, .width = 8});
    std::string panels;
    for (const Panel& panel : figure.panels) panels += panel.id + " ";
    EXPECT_TRUE(seen.insert(panels).second) << panels;
  }
}

TEST(ActivationsLab, SeluKeepsMeanAndVarianceAndHesChoiceKeepsReluAlone) {
  const Figure selu = activations_figure(activations_preset("selu_fixed"));
  EXPECT_NEAR(reading(selu, "output_mean"), 0, 1e-12);
  EXPECT_NEAR(reading(selu, "output_second_moment"), 1, 1e-12);
  Activations he = activations_preset("he");
  he.width = 4;
  EXPECT_NEAR(reading(activations_figure(he), "last_variance"), 1, 1e-9);
  he.highlight = function_of(Activation::gelu);
  EXPECT_LT(reading(activations_figure(he), "last_variance"), 0.5);
}

TEST(ActivationsLab, ASigmoidsGradientVanishesAsFastAsIsSaid) {
  Activations vanishing = activations_preset("vanishing");
  vanishing.width = 4;
  EXPECT_NEAR(reading(activations_figure(vanishing), "gradient_factor"), 0.056, 0.0005);
}

TEST(ActivationsLab, TanhStandsAtTheEdgeOfChaos) {
  Activations edge = activations_preset("edge");
  edge.width = 2;
  EXPECT_NEAR(reading(activations_figure(edge), "gradient_factor"), 1, 1e-9);
  edge.weight_variance -= 0.1;
  EXPECT_LT(reading(activations_figure(edge), "gradient_factor"), 1 - 1e-3);
}

TEST(ActivationsLab, AMeanTwoDeviationsBelowSwitchesReluOff) {
  const Figure dying = activations_figure(activations_preset("dying"));
  EXPECT_NEAR(1 - reading(dying, "share_without_slope"), 0.023, 0.0005);
}

}  // namespace
}  // namespace theta
