// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_lenses_code.h"

#include "core/labs/code_script.h"
#include "core/labs/float_format_code.h"
#include "core/labs/float_format_names.h"
#include "core/labs/least_base_memo.h"

#include <optional>

namespace theta {
namespace {

constexpr const char* error_code = R"(
def angles(format, s):
    """Frequency, distance and their product, each rounded."""
    return held(np.outer(held(s, format), held(frequencies, format)), format)


def cosine_sums(format, s):
    return np.cos(angles(format, s)).sum(1)


# The least and the largest error of C at eight distances of each column.
error_starts = columns_of(distance_limit, min(max(12000 // pairs, 24), 200))
looked_at = np.asarray(samples(error_starts, 8))
skipped = 1 if error_starts[1] == 1 else 0  # at distance 0 nothing turns
middles = np.asarray([(first + end - 1) / 2 for first, end in zip(error_starts, error_starts[1:])])[skipped:]
for format in ["float32", "bfloat16", "float16"]:
    error = np.abs(cosine_sums(format, looked_at) - cosine_sums("float64", looked_at))
    error = np.clip(error, 1e-12, None).reshape(-1, 8)[skipped:]
    low, high = curve(middles, np.amin(error, 1)), curve(middles, np.amax(error, 1))
    results["error_" + format] = high
    results["error_" + format + "_range"] = {"x": low["x"], "low": low["y"], "high": high["y"]}
)";

constexpr const char* base_code = R"(

def first_negative(theta, limit):
    """The first distance below the limit at which C is negative."""
    for first in range(0, limit, 32768):
        below = np.where(summed_cosines(theta, first, min(32768, limit - first)) < 0)[0].tolist()
        if below:
            return first + below[0]
    return None


def least_base(step):
    """The first base at which C is negative nowhere in the context; bases that are have gaps, so all are tried."""
    base, dip = 100.0, 0
    while base <= 1e9:
        # C dips about where it did at the base before; if not there, then anywhere.
        theta, first = inverse_frequencies(base, rotary_dimensions), int(0.99 * dip)
        c = summed_cosines(theta, first, min(dip // 50 + 64, context - first))
        if np.amin(c) >= 0:
            first, c = 0, summed_cosines(theta, 0, context)
        if np.amin(c) >= 0:
            return base
        dip = first + int(np.argmax(-c))
        while base <= 1e9 and float(np.cos(dip * inverse_frequencies(base, rotary_dimensions)).sum()) < 0:
            base *= 1 + step  # that dip rules it out
    return None


searched = min(max(context, 2), 2000000 // pairs)


def supported_by(base):
    return first_negative(inverse_frequencies(base, rotary_dimensions), searched) or searched


readings["first_negative"] = first_negative(frequencies, max(distance_limit + 1, context, 100000))
)";

constexpr const char* supported_code = R"(
# Eight bases a decade, fewer once three in a row support the context.
bases, supported, in_a_row, n, step = [], [], 0, 0, 1
while n <= 48 and not (in_a_row >= 3 and bases[-1] >= max(base, readings["base_needed"] or 0)):
    step = 4 if in_a_row >= 3 else step
    bases.append(min(100 * 10 ** (n / 8), 1e8))
    supported.append(supported_by(bases[-1]))
    in_a_row = in_a_row + 1 if supported[-1] >= searched else 0
    n += step
results["supported_context"] = {"x": bases, "y": supported}
supporting = [b for b, tokens in zip(bases, supported) if tokens >= searched]
if supporting:
    results["supporting_bases"] = {"x": supporting, "y": [searched] * len(supporting)}
results["base/base"] = {"x": [base], "y": [supported_by(base)]}
)";

}  // namespace

std::string decay_precision_code(const AttentionDecay& p) {
  std::string text = float_format_code() + error_code;
  if (p.precision == FloatFormat::float64) return text;
  return text + "\n# C with rounded angles, and the worst cosine at the probe.\nrounded_at = " +
         (p.draws_every_distance() ? "s" : "np.asarray(samples(starts, 1))") +
         (p.distance_scale == DistanceScale::log ? "[1:]" : "") + "\nresults[\"decay_same_" +
         id_of(p.precision) + "\"] = curve(rounded_at, cosine_sums(precision, rounded_at))\n" +
         R"(at = np.asarray([float(probe)])
error = float(np.amax(np.abs(np.cos(angles(precision, at)) - np.cos(np.outer(at, frequencies)))))
readings["cosine_error"] = error if math.isfinite(error) else None
)";
}

std::string decay_bases_code(const AttentionDecay& p) {
  const std::optional<double> step = least_base_step(p.rotary_dimensions, p.context);
  return std::string(base_code) + "readings[\"base_needed\"] = " +
         (step ? "least_base(" + python_number(*step) + ")" : "None  # the search would take too long") +
         "\n" + supported_code;
}

}  // namespace theta
