// SPDX-License-Identifier: GPL-3.0-or-later
// Angles kept in a number format.
#include "core/labs/distance_columns_code.h"
#include "core/labs/float_format_code.h"
#include "core/labs/rope_views_code.h"

namespace theta {
namespace {

constexpr const char* precision_code = R"(
def angles(position, format):
    return held(held(frequencies, format) * held(np.asarray([float(position)]), format), format)


def logit_in(format, position):
    """With a key there, and the query at its distance from it."""
    between = angles(position + query_position - key_position, format) - angles(position, format)
    real = q[first] * k[first] + q[second] * k[second]
    imaginary = q[second] * k[first] - q[first] * k[second]
    return float((attention**2 * (np.cos(between) * real - np.sin(between) * imaginary)).sum()) + rest_logit


def number(x):
    return x if math.isfinite(x) else None


exact = float(parts_of(q, k, first, second, np.asarray([float(query_position - key_position)])).sum()) + rest_logit
low = shift - distance_span / 2 if shift > distance_span else 0
step = math.ceil(distance_span / 257)
shifts = [math.ceil(low) + step * n for n in range(int((low + distance_span - math.ceil(low)) // step) + 1)]
results["logit_rounded"] = {"x": shifts, "y": [number(logit_in(precision, key_position + c)) for c in shifts]}
low_logit = min([exact] + [y for y in results["logit_rounded"]["y"] if y is not None])
high_logit = max([exact] + [y for y in results["logit_rounded"]["y"] if y is not None])
results["logit_exact"] = {"x": [low, low + distance_span], "y": [exact, exact]}
positions = samples(columns_of(10000000, 96), 1)[1:]  # a logarithmic axis has no 0
for format in ["float64", "float32", "bfloat16", "float16"]:
    errors = [number(abs(logit_in(format, n) - exact)) for n in positions]
    errors = [each if each is None else max(each, 1e-16) for each in errors]
    results["error_" + format] = {"x": positions, "y": errors}
here = logit_in(precision, key_position + shift)
at_query = angles(query_position + shift, precision)
off = np.abs(np.cos(at_query) - np.cos((query_position + shift) * frequencies))
results["readings"] = {
    "logit": exact,
    "logit_rounded": number(here),
    "error": number(here - exact),
    "spread": high_logit - low_logit,
    "largest_cosine_error": number(float(np.amax(off))),
    "angle": float((query_position + shift) * frequencies[pair]),
    "angle_rounded": number(float(at_query[pair])),
}
)";

}  // namespace

std::string rope_precision_code() {
  return float_format_code() + distance_columns_code(true) + precision_code;
}

}  // namespace theta
