// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/float_format_code.h"

namespace theta {

std::string float_format_code() {
  return R"(
numpy: np.seterr(all="ignore")  # what a format does not hold becomes infinite
formats = {"float32": (24, -126, 127), "bfloat16": (8, -126, 127), "float16": (11, -14, 15)}


def held(x, format):
    """The nearest number of a format: digits, least and largest exponent."""
    if format == "float64":
        return x
    digits, least, largest = formats[format]
    unit = np.clip(np.frexp(x)[1] - 1, least, None) - (digits - 1)
    nearest = np.ldexp(np.round(np.ldexp(x, -unit)), unit)
    return np.where(np.abs(nearest) < 2.0 ** (largest + 1), nearest, math.inf * nearest)

)";
}

}  // namespace theta
