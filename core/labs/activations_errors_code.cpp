// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"

#include <string>
#include <vector>

namespace theta {
namespace {

constexpr const char* error_code = R"(
def largest(g):
    """Where |g| is largest, the left of equals: the best of even steps, then golden sections about it."""

    def size(x):
        return abs(float(g(np.asarray([x]))[0]))

    spacing, ratio = (high - low) / 1000, (math.sqrt(5) - 1) / 2
    sizes = np.abs(g(np.asarray([low + spacing * n for n in range(1001)]))).tolist()
    best = low + spacing * next(n for n in range(1001) if sizes[n] >= (1 - 1e-12) * max(sizes))
    left, right = max(low, best - spacing), min(high, best + spacing)
    while right - left > 1e-9 * max(1.0, abs(best)):
        a, b = right - ratio * (right - left), left + ratio * (right - left)
        left, right = (a, right) if size(a) < size(b) else (left, b)
    return max(best, (left + right) / 2, key=size)


def compare(name, approximate, kinks):
    def error(x):
        return approximate(x) - exact(x)

    x = grid(kinks)
    results["error_" + name] = curve(x, error(x))
    farthest = largest(error)
    at_probe, most = error(np.asarray([probe, farthest])).tolist()
    results["largest_" + name] = {"x": [farthest], "y": [most]}
    results["readings"]["error_" + name] = at_probe
    results["readings"]["largest_error_" + name] = abs(most)
    results["readings"]["largest_error_at_" + name] = farthest

)";

}  // namespace

std::string activations_errors_code(const Activations& a) {
  const auto [exact, approximations] = compared(a.comparison);
  const Written f = written(function_of(exact), a);
  std::string code = grid_code + function_of_x("exact", f.value) + error_code +
                     "\nresults[\"readings\"] = {}\n" + value_curve(f);
  for (const Activation each : approximations) {
    const Written stand_in = written(function_of(each), a);
    std::vector<Kink> corners = kinks(each, a.parameters());
    for (const Kink& kink : kinks(exact, a.parameters())) corners.push_back(kink);
    code += "\n" + value_curve(stand_in) + "compare(\"" + stand_in.id + "\", lambda x: " + stand_in.value +
            ", " + listed_kinks(corners) + ")\n";
  }
  return code;
}

}  // namespace theta
