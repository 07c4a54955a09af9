// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"

#include <string>
#include <vector>

namespace theta {
namespace {

constexpr const char* count_code = R"(
# The axis ends in 2026; the count steps up by one with each function.
x, y = [1940], [0]
for count, came in enumerate(sorted(years.values())):
    x, y = x + [came, came], y + [count, count + 1]
results["timeline/known"] = {"x": x + [2026], "y": y + [len(years)]}

known = [came for came in years.values() if came <= year]
results["now"] = {"x": [year], "y": [len(known)]}
results["readings"] = {
    "known": len(known),
    "newest_year": max(known),
    "newest_value": float(newest(np.asarray([probe]))[0]),
    "newest_slope": float(slope_of_newest(np.asarray([probe]))[0]),
}
)";

/// The years of the papers of all functions.
std::string years_code() {
  constexpr int all = 10'000;
  std::string list;
  for (const Function function : known_by(all)) {
    const ActivationFacts& known = facts(static_cast<Activation>(function));
    list += "    \"" + std::string(known.id) + "\": " + std::to_string(known.year) + ",\n";
  }
  return "\nyears = {\n" + list + "}\n";
}

}  // namespace

std::string activations_history_code(const Activations& a) {
  const std::vector<Function> known = known_by(a.year);
  std::string code = grid_code;
  for (const Function function : known) code += value_curve(written(function, a));
  const Written newest = written(known.back(), a);
  return code + function_of_x("newest", newest.value) + function_of_x("slope_of_newest", newest.slope) +
         years_code() + count_code;
}

}  // namespace theta
