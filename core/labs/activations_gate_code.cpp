// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"

#include <string>

namespace theta {
namespace {

constexpr const char* gate_code = R"(
centres = np.asarray([-4 + 8 * n / 80 for n in range(81)])
value, slope = act(centres), slope_of_act(centres)
results["output"] = {"values": (centres[:, None] * value[None, :]).tolist()}
results["gradient_gate/gradient_gate"] = {"values": (centres[:, None] * slope[None, :]).tolist()}
results["gradient_value/gradient_value"] = {"values": (0 * centres[:, None] + value[None, :]).tolist()}

# Lines of equal output: b = level / act(a).
a = np.asarray([-4 + 8 * n / 400 for n in range(401)])
for level in (1, 2, 4):
    b = level / np.where(act(a) == 0, 0 * a + 1e-300, act(a))
    b = np.where(np.abs(b) <= 4, b, 0 * b + math.nan)
    results[f"level_{level}"], results[f"level_minus_{level}"] = curve(a, b), curve(a, -b)

gate_value, gate_slope = float(act(np.asarray([gate_input]))[0]), float(slope_of_act(np.asarray([gate_input]))[0])
results["readings"] = {
    "output": gate_value * value_input,
    "gate": gate_value,
    "gradient_gate": gate_slope * value_input,
    "gradient_value": gate_value,
}
)";

}  // namespace

std::string activations_gate_code(const Activations& a) {
  const PythonFormulas& act = python_formulas(facts_of(a.gate).activation);
  return function_of_x("act", act.value) + function_of_x("slope_of_act", act.slope) + gate_code;
}

}  // namespace theta
