// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"
#include "core/labs/code_script.h"

#include <string>

namespace theta {
namespace {

constexpr const char* moments_code = R"(
x, weight = normal_points(input_mean, input_deviation)
value, slope = f(x), df(x)
seen = (np.abs(value) <= 1e100) & (np.abs(slope) <= 1e100)
weight, value, slope = (np.where(seen, each, 0 * weight) for each in (weight, value, slope))
mean, second = float((weight * value).sum()), float((weight * value * value).sum())
results["readings"] = {
    "output_mean": mean,
    "output_second_moment": second,
    "output_variance": max(0.0, second - mean * mean),
    "slope_second_moment": float((weight * slope * slope).sum()),
    "share_without_slope": float(np.where(slope == 0, weight, 0 * weight).sum()),
}


def density_of_input(x):
    z = (x - input_mean) / input_deviation
    return np.exp(-z * z / 2) / math.sqrt(2 * math.pi) / input_deviation


x = np.asarray([low + (high - low) * n / 240 for n in range(241)])
results["input_density"] = {"x": x.tolist(), "low": (0 * x).tolist(), "high": density_of_input(x).tolist()}
)";

constexpr const char* output_code = R"(
# Each x at which f is y adds the input's density by |f'| to the density of y.
inner = [input_mean + input_deviation * (n / 250 - 8) for n in range(4001)]
beside = [x for each in kinks for x in (math.nextafter(each, -math.inf), each, math.nextafter(each, math.inf))]
nodes = sorted(inner + [x for x in beside if inner[0] < x < inner[-1]])
heights = f(np.asarray(nodes)).tolist()
bin_width = (output_high - output_low) / bins
middles = [output_low + bin_width * (n + 0.5) for n in range(bins)]
found = []
for x, after, y, y_after in zip(nodes, nodes[1:], heights, heights[1:]):
    if math.isfinite(y) and math.isfinite(y_after) and y != y_after:
        first, last = ((each - output_low) / bin_width for each in (min(y, y_after), max(y, y_after)))
        for n in range(max(0, math.floor(first) - 1), min(bins, math.ceil(last) + 1)):
            if min(y, y_after) <= middles[n] < max(y, y_after):
                found.append((n, x, after, y < y_after))
output = [0.0] * bins
if found:
    start, end = np.asarray([each[1] for each in found]), np.asarray([each[2] for each in found])
    level, rises = np.asarray([middles[each[0]] for each in found]), np.asarray([each[3] for each in found])
    for _ in range(60):
        x = (start + end) / 2
        beyond = (f(x) > level) == rises
        start, end = np.where(beyond, start, x), np.where(beyond, x, end)
    reached = np.abs(f(x) - level) <= 1e-6 * np.clip(np.abs(level), 1e-3, math.inf)  # not jumped past
    share = np.where(reached, density_of_input(x) / np.abs(np.where(reached, df(x), 0 * x + 1)), 0 * x)
    for (n, *_), each in zip(found, share.tolist()):
        output[n] += each

# At a corner that f rises through, the density jumps.
x, y, cut = [], [], set()
for kink in kinks:
    at, left, right = (float(g(np.asarray([z]))[0]) for g, z in ((f, kink), (df, kink - 1e-9), (df, kink + 1e-9)))
    place = (at - output_low) / bin_width
    if left >= 0 and right >= 0 and abs(left - right) > 1e-6 * max(left, right) and -1e-6 <= place < bins - 1e-6:
        rho = float(density_of_input(np.asarray(kink)))
        x, y = x + [at, at], y + [rho / slope if slope > 0 else 0.0 for slope in (left, right)]
        if 1e-6 < place - round(place) or place - round(place) < -1e-6:
            cut.add(math.floor(place))
x += [middles[n] for n in range(bins) if n not in cut]
y += [output[n] for n in range(bins) if n not in cut]
results["output_density"] = {"x": x, "y": y}

# A flat piece puts all it receives at one value.
atoms = {}
below = [math.erfc((input_mean - x) / input_deviation / math.sqrt(2)) / 2 for x in nodes]
for n in range(len(nodes) - 1):
    if heights[n] == heights[n + 1]:
        atoms[heights[n]] = atoms.get(heights[n], 0.0) + below[n + 1] - below[n]
atoms = {y: share for y, share in atoms.items() if output_low <= y <= output_high and share >= 1e-4}
if atoms:
    results["output_atoms"] = {"x": list(atoms.keys()), "y": list(atoms.values())}
)";

}  // namespace

std::string activations_input_code(const Activations& a) {
  const Written f = written(a.highlight, a);
  const Limits axis = output_limits(a);
  return expectations_code(f) + moments_code + grid_code + value_curve(f) +
         "\nbins = " + std::to_string(output_bins) +
         "\noutput_low, output_high = " + python_number(axis.low) + ", " + python_number(axis.high) +
         "  # of the axis\n" + output_code;
}

}  // namespace theta
