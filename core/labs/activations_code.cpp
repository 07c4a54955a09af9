// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"
#include "core/labs/activations_shown.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/python_formula.h"
#include "core/math/mean_field.h"

#include <algorithm>

namespace theta {
namespace {

constexpr const char* start_code = R"(
rate = math.sqrt(2 / math.pi)
numpy: erfc = np.vectorize(math.erfc)
torch: erfc = torch.special.erfc


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x < 0, small, 0.0 * x + 1) / (1 + small)


def softplus(x):
    return np.where(x > 0, x, 0.0 * x) + np.log1p(np.exp(-np.abs(x)))


def negative(x):
    return np.where(x < 0, x, 0.0 * x)


def distribution(x):
    return erfc(-x / math.sqrt(2)) / 2

)";

constexpr const char* grid_code = R"(
def grid(kinks):
    """Even steps between the kinks, which are in it."""
    ends = [low] + [each for each in kinks if low < each < high] + [high]
    x = []
    for start, end in zip(ends, ends[1:]):
        steps = math.ceil(96 * (end - start) / (high - low))
        x += [start + (end - start) * n / steps for n in range(steps)] + [end]
    return np.asarray(x)

)";

constexpr const char* quadrature_code = R"(
def legendre(count):
    """Nodes and weights of the Gauss-Legendre rule on [-1, 1], the nodes by Newton's steps."""
    rule = []
    for n in range(count):
        x = math.cos(math.pi * (n + 0.75) / (count + 0.5))
        for _ in range(20):
            before, value = 1.0, x
            for k in range(2, count + 1):
                before, value = value, ((2 * k - 1) * x * value - (k - 1) * before) / k
            slope = count * (x * value - before) / (x * x - 1)
            x -= value / slope
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


rule = legendre(16)


def normal_points(mean, deviation):
    """x and weights such that their sum is an expectation over a normal x; cut where f is not smooth."""
    if deviation == 0:
        return np.asarray([mean]), np.asarray([1.0])
    cuts = [-12.0] + [z for z in ((each - mean) / deviation for each in kinks) if -12 < z < 12] + [12.0]
    x, weight = [], []
    for start, end in zip(cuts, cuts[1:]):
        pieces = max(1, math.ceil(end - start))
        half = (end - start) / pieces / 2
        for piece in range(pieces):
            for node, share in rule:
                z = start + half * (2 * piece + 1 + node)
                x.append(mean + deviation * z)
                weight.append(half * share * math.exp(-z * z / 2) / math.sqrt(2 * math.pi))
    return np.asarray(x), np.asarray(weight)

)";

constexpr const char* input_code = R"(
x, weight = normal_points(input_mean, input_deviation)
value = f(x)
weight = np.where(np.isfinite(value), weight, 0 * weight)
value = np.where(np.isfinite(value), value, 0 * value)
mean, second = float((weight * value).sum()), float((weight * value * value).sum())
results["readings"] = {
    "output_mean": mean,
    "output_second_moment": second,
    "output_variance": max(0.0, second - mean * mean),
}
)";

constexpr const char* input_slope_code = R"(
slope = df(x)
results["readings"]["slope_second_moment"] = float((weight * slope * slope).sum())
results["readings"]["share_without_slope"] = float(np.where(slope == 0, weight, 0 * weight).sum())
)";

constexpr const char* input_density_code = R"(
x = np.asarray([low + (high - low) * n / 240 for n in range(241)])
z = (x - input_mean) / input_deviation
density_of_x = np.exp(-z * z / 2) / math.sqrt(2 * math.pi) / input_deviation
results["input_density"] = {"x": x.tolist(), "low": (0 * x).tolist(), "high": density_of_x.tolist()}
)";

constexpr const char* variance_code = R"(
def second_moment(q):
    """E f(x)^2 of a normal x of variance q."""
    x, weight = normal_points(0.0, math.sqrt(q))
    return float((weight * f(x) ** 2).sum())


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
received, weights = [z], []
for _ in range(depth):
    weights.append(np.asarray([[next(drawn) for _ in range(width)] for _ in range(width)]).T)
    z = math.sqrt(weight_variance / width) * (weights[-1] @ f(z)) + math.sqrt(bias_variance) * vector()
    received.append(z)
mean_squares = [1.0] + [float((z * z).sum()) / width for z in received[1:]]
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
results["received_law"] = curve(x, distribution((x + half) / deviation) - distribution((x - half) / deviation))
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
results["received_by_layer"] = {"values": [[each[n] / max(each) for each in columns] for n in range(bins)]}
put_out = f(received[layer])
mean = float(put_out.sum()) / width
results["readings"]["layer_mean_square"] = mean_squares[layer]
results["readings"]["put_out_mean"] = mean
results["readings"]["put_out_deviation"] = math.sqrt(float(((put_out - mean) ** 2).sum()) / width)
)";

constexpr const char* gate_code = R"(
centres = np.asarray([-4 + 8 * n / 80 for n in range(81)])
value, slope = act(centres), slope_of_act(centres)
results["output"] = {"values": (centres[:, None] * value[None, :]).tolist()}
results["gradient_gate/gradient_gate"] = {"values": (centres[:, None] * slope[None, :]).tolist()}
results["gradient_value/gradient_value"] = {"values": (0 * centres[:, None] + value[None, :]).tolist()}
gate_value, gate_slope = float(act(np.asarray([gate_input]))[0]), float(slope_of_act(np.asarray([gate_input]))[0])
results["readings"] = {
    "output": gate_value * value_input,
    "gate": gate_value,
    "gradient_gate": gate_slope * value_input,
    "gradient_value": gate_value,
}
)";

std::string listed_kinks(std::vector<Kink> kinks) {
  std::ranges::sort(kinks, {}, &Kink::x);
  std::string list;
  for (const Kink& kink : kinks) list += (list.empty() ? "" : ", ") + python_number(kink.x);
  return "[" + list + "]";
}

std::string function_of_x(const std::string& name, const std::string& formula) {
  return "\ndef " + name + "(x):\n    return " + formula + "\n\n";
}

/// A function as the scripts write it; its own formula has no slope there.
struct Written {
  std::string id, value, slope = {}, kinks = "[]", functions = {};
};

Written written(Function function, const Activations& a) {
  if (function == custom_function) {
    PythonFormula own = python_formula(a.expression.text);
    return {.id = "custom", .value = std::move(own.formula), .functions = std::move(own.functions)};
  }
  const auto activation = static_cast<Activation>(function);
  const auto [value, slope] = python_formulas(activation);
  return {.id = std::string(facts(activation).id),
          .value = value,
          .slope = slope,
          .kinks = listed_kinks(kinks(activation, a.parameters()))};
}

/// Its curves in the panels of values and, where asked for, of slopes.
std::string curves_of(const Written& each, bool with_slope) {
  std::string code = each.functions + "x = grid(" + each.kinks + ")\nresults[\"value/" + each.id +
                     "\"] = curve(x, " + each.value + ")\n";
  if (with_slope && !each.slope.empty())
    code += "results[\"slope/" + each.id + "\"] = curve(x, " + each.slope + ")\n";
  return code;
}

/// Value and slope at the point, as readings.
std::string readings_code(const Written& each, const std::string& value, const std::string& slope) {
  std::string code = "x = np.asarray([probe])\nresults[\"readings\"] = {\n    \"" + value + "\": float((" +
                     each.value + ")[0]),\n";
  if (!each.slope.empty()) code += "    \"" + slope + "\": float((" + each.slope + ")[0]),\n";
  return code + "}\n";
}

std::string curves_code(const Activations& a) {
  std::vector<Function> functions = a.functions;
  if (std::ranges::find(functions, a.highlight) == functions.end()) functions.push_back(a.highlight);
  std::string code = grid_code;
  for (const Function function : functions) code += curves_of(written(function, a), true);
  return code + readings_code(written(a.highlight, a), "value", "slope");
}

std::string errors_code(const Activations& a) {
  const auto [exact, approximations] = compared(a.comparison);
  std::string code = grid_code;
  for (const Activation each : approximations) {
    std::vector<Kink> corners = kinks(each, a.parameters());
    for (const Kink& kink : kinks(exact, a.parameters())) corners.push_back(kink);
    code += "x = grid(" + listed_kinks(corners) + ")\nresults[\"error_" + std::string(facts(each).id) +
            "\"] = curve(x, " + python_formulas(each).value + " - (" + python_formulas(exact).value + "))\n";
  }
  return code;
}

std::string history_code(const Activations& a) {
  const std::vector<Function> known = known_by(a.year);
  std::string code = grid_code;
  for (const Function function : known) code += curves_of(written(function, a), false);
  return code + readings_code(written(known.back(), a), "newest_value", "newest_slope");
}

std::string gate_code_of(const Activations& a) {
  const auto [value, slope] = python_formulas(facts_of(a.gate).activation);
  return function_of_x("act", value) + function_of_x("slope_of_act", slope) + gate_code;
}

/// f, where it is not smooth, its slope if it is written, and expectations over a normal x.
std::string expectations_code(const Written& f) {
  return f.functions + function_of_x("f", f.value) + (f.slope.empty() ? "" : function_of_x("df", f.slope)) +
         "\nkinks = " + f.kinks + "\n" + quadrature_code;
}

std::string input_code_of(const Activations& a) {
  const Written f = written(a.highlight, a);
  return expectations_code(f) + input_code + (f.slope.empty() ? "" : input_slope_code) + input_density_code +
         grid_code + curves_of({.id = f.id, .value = f.value, .kinks = f.kinks}, false);
}

/// Whether plain Python draws the weights in a moment, and no rounding error grows to what one sees: chaos
/// multiplies them from layer to layer.
bool follows_network(const Activations& a) {
  const Unit unit = unit_of(highlighted_function(a));
  const Trajectory path = trajectory(unit, {a.weight_variance, a.bias_variance}, 1, a.depth);
  return a.width * a.width * a.depth <= 200'000 && path.gradient.front() < 100;
}

std::string depth_code_of(const Activations& a) {
  const Written f = written(a.highlight, a);
  const bool has_slope = !f.slope.empty();
  std::string code = expectations_code(f) + variance_code + depth_code + (has_slope ? gradient_code : "");
  if (!follows_network(a)) return code;
  code += network_code + std::string("results[\"variance_of_run\"] = by_layer(mean_squares)\n");
  return code + (has_slope ? backward_code : "");
}

std::string layers_code_of(const Activations& a) {
  const std::string axis = "\nbins = " + std::to_string(received_bins) +
                           "\nreach = " + python_number(received_reach(a)) + "  # of the axis\n";
  return expectations_code(written(a.highlight, a)) + variance_code + axis + law_code +
         (follows_network(a) ? network_code + std::string(counts_code) : "");
}

std::string code_of_view(const Activations& a) {
  switch (a.view) {
    case ActivationView::errors:
      return errors_code(a);
    case ActivationView::input:
      return input_code_of(a);
    case ActivationView::gate:
      return gate_code_of(a);
    case ActivationView::depth:
      return depth_code_of(a);
    case ActivationView::layers:
      return layers_code_of(a);
    case ActivationView::history:
      return history_code(a);
    case ActivationView::curves:
      break;
  }
  return curves_code(a);
}

}  // namespace

std::string activations_code(const Activations& activations, CodeLibrary library) {
  return code_script("Activation functions", activations, library, start_code + code_of_view(activations));
}

}  // namespace theta
