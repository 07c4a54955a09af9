// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/float_format_code.h"

#include "core/labs/code_script.h"
#include "core/labs/float_format_names.h"
#include "core/labs/rope_parameters.h"
#include "core/math/float_format.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>

namespace theta {
namespace {

/// What a format holds and what it does not: halves between two numbers, subnormal numbers, both ends.
constexpr std::array numbers = {0.1,     1 + 0x1p-8, 1 + 3 * 0x1p-9, 2049.0,     2051.0, 65504.0,  65519.9,
                                65520.0, 3e38,       0x1p-24,        0x1p-25,    3e-8,   0x1p-149, 0x1p-150,
                                -2.5e5,  -1e39,      1.5e-45,        123456.789, 0.0,    8388609.5};

TEST(FloatFormatCode, numpy_rounds_as_the_core) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::string list;
  for (const double number : numbers) list += python_number(number) + ", ";
  const auto results = results_of(code_script(
      "Rounding", Rope{}, CodeLibrary::numpy,
      float_format_code() +
          "results = {}\nfor name in [\"float64\", \"float32\", \"bfloat16\", \"float16\"]:\n" +
          "    results[name] = [str(float(each)) for each in held(np.asarray([" + list + "]), name)]\n"));
  for (const FloatFormat format :
       {FloatFormat::float64, FloatFormat::float32, FloatFormat::bfloat16, FloatFormat::float16}) {
    for (std::size_t n = 0; n < numbers.size(); ++n)
      EXPECT_EQ(std::stod(results[id_of(format)][n].get<std::string>()), rounded(numbers[n], format))
          << id_of(format) << " of " << numbers[n];
  }
}

}  // namespace
}  // namespace theta
