// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_written.h"

#include "core/labs/activations_formulas.h"
#include "core/labs/code_script.h"
#include "core/labs/python_formula.h"

#include <algorithm>
#include <utility>

namespace theta {
namespace {

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

    def add(start, end):
        """A piece, in halves while it is long beside its distance from x = 0."""
        first, last = mean + deviation * start, mean + deviation * end
        nearest = 0 if first < 0 < last else min(abs(first), abs(last))
        if last - first > max(1, nearest / 2) and end - start > 1e-7:
            add(start, (start + end) / 2)
            add((start + end) / 2, end)
            return
        half = (end - start) / 2
        for node, share in rule:
            z = start + half * (1 + node)
            x.append(mean + deviation * z)
            weight.append(half * share * math.exp(-z * z / 2) / math.sqrt(2 * math.pi))

    for start, end in zip(cuts, cuts[1:]):
        pieces = max(1, math.ceil(end - start))
        length = (end - start) / pieces
        for piece in range(pieces):
            add(start + length * piece, start + length * (piece + 1))
    return np.asarray(x), np.asarray(weight)

)";

constexpr const char* derivatives_code = R"(
def derivatives(f, x):
    """Slope and curvature from differences at halved steps, extrapolated to step 0 (Richardson): of each the
    entry that agrees best with its neighbours; none where the slopes of both sides differ."""
    here, near = f(x), 2.0**-30 * (1 + np.abs(x))
    before, after = (here - f(x - near)) / near, (f(x + near) - here) / near
    kink = ~(np.abs(after - before) <= 1e-4 * (1 + np.abs(before) + np.abs(after)))
    best, error = [0 * x + math.nan, 0 * x + math.nan], [0 * x + math.inf, 0 * x + math.inf]
    for first in (2.0**-2, 2.0**-9, 2.0**-16):
        rows = [[], []]
        for k in range(13):
            h = first / 2**k
            left, right = f(x - h), f(x + h)
            quotients = (right - left) / (2 * h), (right - 2 * here + left) / (h * h)
            for n, quotient in enumerate(quotients):
                noise, row = 4e-16 * (np.abs(here) + np.abs(x * quotients[0])) / h ** (n + 1), [quotient]
                for j, above in enumerate(rows[n]):
                    row.append(row[j] + (row[j] - above) / (4 ** (j + 1) - 1))
                    if j == 0:
                        continue  # two may agree by chance
                    off = np.abs(row[j + 1] - row[j]) + np.abs(row[j + 1] - above) + noise
                    best[n] = np.where(off < error[n], row[j + 1], best[n])
                    error[n] = np.where(off < error[n], off, error[n])
                rows[n] = row
    return [np.where(kink, 0 * x + math.nan, each) for each in best]

)";

/// The user's own, its derivatives from values alone, as the program has them.
Written own_written(const Activations& a) {
  const PythonFormula own = python_formula(a.expression.text);
  return {.id = "custom",
          .value = "own(x)",
          .slope = "derivatives(own, x)[0]",
          .curvature = "derivatives(own, x)[1]",
          .functions = own.functions + function_of_x("own", own.formula) + derivatives_code};
}

}  // namespace

const char* const grid_code = R"(
def grid(kinks):
    """Even steps between the kinks, which are in it."""
    ends = [low] + [each for each in kinks if low < each < high] + [high]
    x = []
    for start, end in zip(ends, ends[1:]):
        steps = math.ceil(96 * (end - start) / (high - low))
        x += [start + (end - start) * n / steps for n in range(steps)] + [end]
    return np.asarray(x)

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

Written written(Function function, const Activations& a) {
  if (function == custom_function) return own_written(a);
  const auto activation = static_cast<Activation>(function);
  const auto [value, slope, curvature] = python_formulas(activation);
  return {.id = std::string(facts(activation).id),
          .value = value,
          .slope = slope,
          .curvature = curvature,
          .bends = !facts(activation).piecewise_linear,
          .kinks = listed_kinks(kinks(activation, a.parameters()))};
}

std::string value_curve(const Written& function) {
  return "x = grid(" + function.kinks + ")\nresults[\"value/" + function.id + "\"] = curve(x, " +
         function.value + ")\n";
}

std::string expectations_code(const Written& f) {
  return f.functions + function_of_x("f", f.value) + function_of_x("df", f.slope) + "\nkinks = " + f.kinks +
         "\n" + quadrature_code;
}

}  // namespace theta
