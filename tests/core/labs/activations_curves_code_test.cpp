// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ActivationsCurvesCode, DrawsTheHighlightedFunctionOnceWhereverItStands) {
  const auto times = [](const std::vector<Function>& functions) {
    const std::string script = activations_code(
        {.functions = functions, .highlight = function_of(Activation::mish)}, CodeLibrary::numpy);
    int found = 0;
    for (std::size_t at = 0; (at = script.find("results[\"value/mish\"]", at)) != script.npos; ++at) ++found;
    return found;
  };
  EXPECT_EQ(times({function_of(Activation::mish), function_of(Activation::relu)}), 1);
  EXPECT_EQ(times({function_of(Activation::relu)}), 1);
  EXPECT_EQ(times({}), 1);
}

}  // namespace
}  // namespace theta
