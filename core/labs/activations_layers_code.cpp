// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_layers_code.h"

#include "core/labs/activations_shown.h"
#include "core/labs/code_script.h"
#include "core/math/mean_field.h"

namespace theta {
namespace {

constexpr const char* variance_code = R"(
def bounded(value, most):
    """Nothing where there is no value, a large number where it is infinite."""
    return np.where(np.isnan(value), np.zeros_like(value), np.clip(value, -most, most))


def second_moment(q):
    """E f(x)^2 of a normal x of variance q."""
    x, weight = normal_points(0.0, math.sqrt(q))
    return float((weight * bounded(f(x), 1e150) ** 2).sum())


def next_variance(q):
    return min(weight_variance * second_moment(q) + bias_variance, 1e300)


variance = [1.0]
for _ in range(depth):
    variance.append(next_variance(variance[-1]))
)";

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
    return float((weight * df(x) ** 2).sum())


gradient = [1.0]
for q in reversed(variance[:-1]):
    gradient.insert(0, min(gradient[0] * min(weight_variance * slope_moment(q), 1e300), 1e300))
chi = weight_variance * slope_moment(max(variance[-1] if settled is None else settled, 1e-200))
results["gradient/gradient"] = by_layer(gradient)
results["readings"]["gradient_factor"] = chi if chi < 1e12 else None
results["readings"]["first_gradient"] = gradient[0]
if 0 < chi < 1 - 1e-9:
    results["readings"]["depth_scale"] = -1 / math.log(chi)
)";

constexpr const char* network_code = R"(
# One network of finite width: normal weights, as drawn, column by column.
drawn = iter(normals(seed, 0, width * (2 + depth * (width + 1))))


def vector():
    return np.asarray([next(drawn) for _ in range(width)])


z = vector()
z = z * math.sqrt(width / float((z * z).sum()))
received, weights, mean_squares = [z], [], [1.0]
for _ in range(depth):
    weights.append(np.asarray([[next(drawn) for _ in range(width)] for _ in range(width)]).T)
    z = math.sqrt(weight_variance / width) * (weights[-1] @ bounded(f(z), 1e150))
    z = z + math.sqrt(bias_variance) * vector()
    mean_squares.append(min(float((z * z).sum()) / width, 1e300))
    z = bounded(z, 1e100)
    received.append(z)
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

constexpr const char* law_code = R"(
half = reach / bins
deviation = math.sqrt(variance[layer])
x = np.asarray([-reach + half + 2 * (reach - half) * n / 240 for n in range(241)])
law = np.where(np.abs(x) <= half, 0 * x + 1, 0 * x)
if deviation > 0:
    law = distribution((x + half) / deviation) - distribution((x - half) / deviation)
results["received_law"] = curve(x, law)
results["readings"] = {"layer_variance": variance[layer]}
)";

constexpr const char* counts_code = R"(

def shares(numbers):
    """What share of some numbers falls into each bin."""
    counted = [0] * bins
    for number in numbers.tolist():
        if abs(number) <= reach:
            counted[min(int((number + reach) // (2 * half)), bins - 1)] += 1
    return [count / len(numbers) for count in counted]


columns = [shares(z) for z in received]
results["received_by_layer"] = {"values": [[each[n] / max(max(each), 1e-12) for each in columns] for n in range(bins)]}
put_out = bounded(f(received[layer]), 1e150)
mean = float(put_out.sum()) / width
results["readings"]["layer_mean_square"] = mean_squares[layer]
results["readings"]["put_out_mean"] = mean
results["readings"]["put_out_deviation"] = math.sqrt(float(((put_out - mean) ** 2).sum()) / width)
)";

/// Whether plain Python draws the weights in a moment, and no rounding error grows to what one sees: chaos
/// multiplies them from layer to layer.
bool follows_network(const Activations& a) {
  const Unit unit = unit_of(highlighted_function(a));
  const Trajectory path = trajectory(unit, {a.weight_variance, a.bias_variance}, 1, a.depth);
  return a.width * a.width * a.depth <= 200'000 && path.gradient.front() < 100;
}

std::string depth_part(const Activations& a, bool has_slope) {
  std::string code = std::string(variance_code) + depth_code + (has_slope ? gradient_code : "");
  if (!follows_network(a)) return code;
  code += network_code + std::string("results[\"variance_of_run\"] = by_layer(mean_squares)\n");
  return code + (has_slope ? backward_code : "");
}

std::string counts_part(const Activations& a) {
  const std::string axis = "\nbins = " + std::to_string(received_bins) +
                           "\nreach = " + python_number(received_reach(a)) + "  # of the axis\n";
  return variance_code + axis + law_code +
         (follows_network(a) ? network_code + std::string(counts_code) : "");
}

}  // namespace

std::string activations_layers_code(const Activations& activations, bool has_slope) {
  return activations.view == ActivationView::layers ? counts_part(activations)
                                                    : depth_part(activations, has_slope);
}

}  // namespace theta
