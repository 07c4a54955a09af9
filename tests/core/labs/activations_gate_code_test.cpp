// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_views_code.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(ActivationsGateCode, numpy_multiplies_the_gate_and_the_value) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto readings = [](Gate gate) {
    const Activations a{.view = ActivationView::gate, .gate = gate, .gate_input = -1.25, .value_input = 3};
    return results_of(activations_code(a, CodeLibrary::numpy))["readings"];
  };
  for (const Gate gate : {Gate::glu, Gate::bilinear, Gate::reglu, Gate::geglu, Gate::swiglu}) {
    const auto each = readings(gate);
    EXPECT_DOUBLE_EQ(each["output"], 3 * each["gate"].get<double>());
    EXPECT_EQ(each["gradient_value"], each["gate"]);
  }
  EXPECT_NEAR(readings(Gate::glu)["gate"], 1 / (1 + std::exp(1.25)), 1e-15);
  EXPECT_DOUBLE_EQ(readings(Gate::bilinear)["gate"], -1.25);
  EXPECT_EQ(readings(Gate::reglu)["gate"], 0);
}

}  // namespace
}  // namespace theta
