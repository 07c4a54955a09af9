// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_network_code.h"
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"
#include "core/labs/code_script.h"

#include <string>

namespace theta {
namespace {

constexpr const char* depth_code = R"(
def settled_variance():
    """Where the variance stays: steps of the recursion, and Aitken's extrapolation of them where they shrink."""
    none_attracts = next_variance(0.0) == 0 and next_variance(1e-12) <= 1e-12 * (1 + 1e-9)
    q = 1.0
    for _ in range(2000):
        first = next_variance(q)
        second = next_variance(first)
        if second >= 1e12:
            return None
        if first < (1e-4 if none_attracts else 1e-12):
            return 0.0
        if abs(first - q) <= 1e-13 * q:
            return first
        step, then = first - q, second - first
        q = q - step * step / (then - step) if abs(then) < abs(step) else second
        q = second if q < 0 else q
    return None


def by_layer(numbers):
    """What the axis can show."""
    seen = [(n, y) for n, y in enumerate(numbers) if 1e-12 <= y <= 1e12]
    return {"x": [n for n, _ in seen], "y": [y for _, y in seen]}


settled = settled_variance()
results["variance/variance"] = by_layer(variance)
results["readings"] = {"settled_variance": settled, "last_variance": variance[-1]}
)";

constexpr const char* gradient_code = R"(
def slope_moment(q):
    """E f'(x)^2 of a normal x of variance q."""
    x, weight = normal_points(0.0, math.sqrt(q))
    return float((weight * bounded(df(x), 1e150) ** 2).sum())


def gradient_factor(q):
    return min(weight_variance * slope_moment(max(q, 1e-200)), 1e300)


def variance_factor(q):
    """The slope of next_variance, by Stein's lemma without a second derivative."""
    if q == 0:
        return gradient_factor(q)
    x, weight = normal_points(0.0, math.sqrt(q))
    return weight_variance * float((weight * bounded(f(x), 1e150) * bounded(df(x), 1e150) * x / q).sum())


def scale(factor):
    """Layers over which what shrinks by a factor a layer falls to 1/e."""
    return -1 / math.log(factor) if 0 < factor < 1 - 1e-9 else None


gradient = [1.0]
for q in reversed(variance[:-1]):
    gradient.insert(0, min(gradient[0] * min(weight_variance * slope_moment(q), 1e300), 1e300))
chi = gradient_factor(variance[-1] if settled is None else settled)
results["gradient/gradient"] = by_layer(gradient)
results["readings"]["gradient_factor"] = chi if chi < 1e12 else None
results["readings"]["first_gradient"] = gradient[0]
results["readings"]["variance_scale"] = None if settled is None else scale(variance_factor(settled))
)";

constexpr const char* correlation_code = R"(
# What the correlation of two inputs becomes, by the Hermite series of f at the variance that stays.
q = settled or variance[-1]
results["readings"]["correlation_limit"], results["readings"]["depth_scale"] = None, scale(chi)
if 1e-12 <= q <= 1e12:
    x, weight = normal_points(0.0, math.sqrt(q))
    z, weighted, total_variance = x / math.sqrt(q), weight * bounded(f(x), 1e150), next_variance(q)
    before, here, share = 0 * z, 0 * z + 1, []
    for n in range(400):
        share.append(weight_variance * float((weighted * here).sum()) ** 2 / total_variance)
        before, here = here, (z * here - math.sqrt(n) * before) / math.sqrt(n + 1)
    share[0] += bias_variance / total_variance
    slope_at_one = gradient_factor(q) * q / total_variance

    def next_correlation(c):
        total = 0.0
        for each in reversed(share):
            total = total * c + each
        return total

    def correlation_slope(c):
        return slope_at_one if c == 1 else sum(n * share[n] * c ** (n - 1) for n in range(1, 400))

    # It ends at 1, or where the map is steeper than 1 there at a fixed point below.
    limit, start, end = 1.0, 0.0, 1 - 1e-9
    if slope_at_one > 1 + 1e-9 and next_correlation(end) <= end:
        for _ in range(60):
            middle = (start + end) / 2
            start, end = (middle, end) if next_correlation(middle) > middle else (start, middle)
        limit = 0.0 if start == 0 else (start + end) / 2
    if settled:
        results["readings"]["correlation_limit"] = limit
        results["readings"]["depth_scale"] = scale(correlation_slope(limit))
    for n, c in enumerate([0.95, 0.6, 0.1]):
        correlations = [c]
        for _ in range(depth):
            correlations.append(min(max(next_correlation(correlations[-1]), 0.0), 1.0))
        results[f"correlation_{n + 1}"] = {"x": list(range(depth + 1)), "y": correlations}
)";

constexpr const char* phases_code = R"(
def exponent(i):
    t = abs(i) / 60
    return (12 if i > 0 else -10) * (0.25 * t + 0.75 * t**3)


# Variances with their moments, dense about 1: by them networks of any initialisation are followed.
table = [(q, second_moment(q), slope_moment(q)) for q in (10 ** exponent(i) for i in range(-60, 61))]


def course(weights, biases):
    """The gradient's factor where a variance that begins at 1 ends, and whether it leaves the table."""

    def growth(i):
        return (weights * table[i][1] + biases) / table[i][0] - 1

    def between(i):
        left, right = growth(i), growth(i + 1)
        start, end = weights * table[i][2], weights * table[i + 1][2]
        return start + (end - start) * left / (left - right)

    i = 60
    if growth(i) > 1e-12:
        while i < 120 and growth(i + 1) > 1e-14:
            i += 1
        return (between(i), False) if i < 120 else (weights * table[i][2], True)
    if growth(i) < -1e-12:
        while i > 0 and growth(i - 1) < 0:
            i -= 1
        return between(i - 1) if i > 0 else weights * table[0][2], False
    return weights * table[i][2], False


def boundary(biases):
    """The weight variance from which on networks are chaotic; whether the factor passes through 1 there."""
    start, end = 0.0, 25.0
    if not course(end, biases)[0] >= 1:
        return None, False
    for _ in range(44):
        middle = (start + end) / 2
        start, end = (middle, end) if course(middle, biases)[0] < 1 else (start, middle)
    (below, _), (above, endless) = course(start, biases), course(end, biases)
    return end, not endless and above - below < 0.01


heights = [bias_axis * (n / 60) ** 3 for n in range(61)]
found = [boundary(height) for height in heights]
near = lambda n: found[max(n - 1, 0)][1] and found[min(n + 1, 60)][1]
edge = [(x, y) for (x, passes), y in zip(found, heights) if passes]
other = [(found[n][0], heights[n]) for n in range(61) if found[n][0] is not None and not (found[n][1] and near(n))]
if len(edge) > 1 or edge and found[0][1]:
    results["edge_of_chaos"] = {"x": [x for x, _ in edge], "y": [y for _, y in edge]}
if len(other) > 1:
    results["phase_boundary"] = {"x": [x for x, _ in other], "y": [y for _, y in other]}
results["phase/setting"] = {"x": [weight_variance], "y": [bias_variance]}


def critical(q):
    """The bias and weight variance with which the variance stays q and the gradient keeps its size."""
    weights = 1 / slope_moment(q)
    return q - weights * second_moment(q), weights


# On the edge of chaos exactly, by the variance that stays there.
weights, passes = boundary(bias_variance)
if passes:
    candidates = []
    if bias_variance == 0 and abs(critical(1e-20)[0]) <= 1e-29:
        candidates.append(critical(1e-20)[1])
    excess = [q - second / slope - bias_variance if slope > 0 else math.nan for q, second, slope in table]
    for n in range(120 if not candidates else 0):
        if (excess[n] < 0) != (excess[n + 1] < 0):
            start, end = table[n][0], table[n + 1][0]
            for _ in range(50):
                middle = (start + end) / 2
                same = (critical(middle)[0] < bias_variance) == (excess[n] < 0)
                start, end = (middle, end) if same else (start, middle)
            candidates.append(critical(start)[1])
    nearest = min(candidates, key=lambda each: abs(each - weights), default=weights)
    if candidates and (bias_variance == 0 or abs(nearest - weights) < 0.01 * weights):
        weights = nearest
results["readings"]["critical_weight_variance"] = weights
)";

constexpr const char* backward_code = R"(
back = vector()
back = back / math.sqrt(float((back * back).sum()))
gradient = [1.0]
for matrix, z in zip(reversed(weights), reversed(received[:-1])):
    back = math.sqrt(weight_variance / width) * (matrix.T @ back) * df(z)
    gradient.insert(0, float((back * back).sum()))
results["gradient_of_run"] = by_layer(gradient)
)";

}  // namespace

std::string activations_depth_code(const Activations& a) {
  std::string code = expectations_code(written(a.highlight, a)) + variance_code + depth_code + gradient_code +
                     correlation_code + "\nbias_axis = " + python_number(highest_bias_variance(a)) +
                     "  # its end\n" + phases_code;
  if (!follows_network(a)) return code + no_network_code;
  return code + network_code + "results[\"variance_of_run\"] = by_layer(mean_squares)\n" + backward_code;
}

}  // namespace theta
