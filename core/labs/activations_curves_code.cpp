// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"

#include <algorithm>
#include <string>
#include <vector>

namespace theta {
namespace {

constexpr const char* point_code = R"(

def at(g, x):
    return float(g(np.asarray([x]))[0])


def number(y):
    """Nothing where there is no value."""
    return y if y is not None and math.isfinite(y) else None


value, slope, curvature = at(f, probe), at(df, probe), at(d2f, probe)
if math.isfinite(value) and math.isfinite(slope):
    reach = (high - low) / 6
    ends = [max(low, probe - reach), min(high, probe + reach)]
    results["tangent"] = {"x": ends, "y": [value + slope * (x - probe) for x in ends]}
)";

constexpr const char* features_code = R"(
spacing = (high - low) / 800
steps = [low + (high - low) * n / 800 for n in range(801)]


def change(holds, start, end):
    """Where what holds at one end only begins or ends: bisection to the last digits."""
    at_start = holds(start)
    for _ in range(100):
        middle = start + (end - start) / 2
        if middle in (start, end):
            break
        start, end = (middle, end) if holds(middle) == at_start else (start, middle)
    return start + (end - start) / 2


def crossing(g, start, end):
    """Where g passes 0: the middle, should it be 0 on the way."""
    below, above = change(lambda x: at(g, x) < 0, start, end), change(lambda x: at(g, x) > 0, start, end)
    return below + (above - below) / 2


def sign_changes(g):
    y = g(np.asarray(steps)).tolist()
    before, found = y[0], []
    for n in range(1, 801):
        if before < 0 < y[n] or before > 0 > y[n]:
            found.append(steps[n - 1] if y[n - 1] == 0 else crossing(g, steps[n - 1], steps[n]))
        before = y[n] if y[n] != 0 else before
    return found


# Extrema, where the slope changes its sign.
extrema = sign_changes(df)
minima = [x for x in extrema if not at(df, max(low, x - spacing)) > 0]
lowest = min(minima, key=lambda x: at(f, x), default=None)
if extrema:
    results["extrema"] = {"x": extrema, "y": [number(at(f, x)) for x in extrema]}


# Fixed points, where f(x) = x: single ones, and stretches from a kink or the axis' end on.
def excess(x):
    """f(x) - x, 0 where it is no more than rounding."""
    rest = f(x) - x
    return np.where(np.abs(rest) <= 1e-12 * np.clip(np.abs(x), 1, math.inf), 0 * x, rest)


def is_fixed(x):
    return at(excess, x) == 0


fixed, stretches = [], []
zero = [y == 0 for y in excess(np.asarray(steps)).tolist()]
for n in range(801):
    if zero[n] and (n == 0 or not zero[n - 1]):
        stretches.append([low if n == 0 else change(is_fixed, steps[n - 1], steps[n]), high])
    if n < 800 and zero[n] and not zero[n + 1]:
        stretches[-1][1] = change(is_fixed, steps[n], steps[n + 1])
for start, end in stretches:
    if end - start < spacing:
        fixed.append((start + end) / 2)
    elif any(abs(start - x) < 1e-6 for x in [low] + kinks):
        results["fixed_points"] = {"x": [start, end]}
for x in sign_changes(excess):
    apart = all(not start - 1e-9 <= x <= end + 1e-9 for start, end in stretches)
    if apart and abs(at(f, x) - x) < 1e-6 * max(1.0, abs(x)):
        fixed.append(x)
fixed = [0.0 if abs(x) < 1e-3 * spacing else x for x in fixed]
fixed += results.get("fixed_points", {"x": []})["x"]
if fixed:
    results["fixed_points"] = {"x": fixed, "y": fixed}

results["readings"] = {
    "x": probe,
    "value": number(value),
    "slope": number(slope),
    "curvature": number(curvature),
    "minimum_at": lowest,
    "minimum": lowest if lowest is None else at(f, lowest),
}
)";

/// Its curves in all panels that have it.
std::string curves_of(const Written& each) {
  return value_curve(each) + "results[\"slope/" + each.id + "\"] = curve(x, " + each.slope + ")\n" +
         (each.bends ? "results[\"curvature/" + each.id + "\"] = curve(x, " + each.curvature + ")\n" : "");
}

}  // namespace

std::string activations_curves_code(const Activations& a) {
  std::string code = grid_code;
  for (const Function function : drawn_functions(a)) {
    const Written each = written(function, a);
    code += each.functions + curves_of(each);
  }
  const Written f = written(a.highlight, a);
  return code + function_of_x("f", f.value) + function_of_x("df", f.slope) +
         function_of_x("d2f", f.curvature) + "\nkinks = " + f.kinks + "\n" + point_code + features_code;
}

}  // namespace theta
