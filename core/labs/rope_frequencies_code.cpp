// SPDX-License-Identifier: GPL-3.0-or-later
// Frequencies of all pairs: in a table of rotations, and under every rule of scaling.
#include "core/labs/rope_views_code.h"
#include "core/labs/rotary_code.h"

#include <cstddef>
#include <vector>

namespace theta {
namespace {

std::string table_code(RotationEntry entry) {
  return std::string(R"(
most = positions_shown - 1
low = math.floor(query_position - most / 2) if query_position > most else 0
cosine, sine = phasors(low + np.arange(positions_shown), frequencies)
table = [None] * rotary_dimensions
for n in range(pairs):
    table[int(first[n])] = table[int(second[n])] = (attention * )") +
         (entry == RotationEntry::cosine ? "cosine" : "sine") + R"([:, n]).tolist()
results["table"] = {"values": table}

step = min(1.0, most / 512)
s = low + step * np.arange(round(most / step) + 1)
cosine, sine = phasors(s, frequencies[pair : pair + 1])
results["cosine"] = curve(s, attention * cosine[:, 0])
results["sine"] = curve(s, attention * sine[:, 0])
cosine, sine = phasors(np.asarray([float(query_position)]), frequencies)
results["readings"] = {"cosine": attention * float(cosine[0, pair]), "sine": attention * float(sine[0, pair])}
)";
}

}  // namespace

std::string frequencies_panel_code() {
  return R"(
results["inverse_frequency"] = curve(i, frequencies)
results["inverse_frequency_unscaled"] = curve(i, unscaled)
incomplete = [n for n in range(pairs) if frequencies[n] < 2 * math.pi / original_context]  # no whole turn
results["incomplete"] = {"x": incomplete, "y": [float(frequencies[n]) for n in incomplete]}
)";
}

std::string pair_readings_code() {
  return R"(
wavelength = 2 * math.pi / float(frequencies[pair])
results["readings"].update(
    {"theta": float(frequencies[pair]), "wavelength": wavelength, "turns": original_context / wavelength}
)
)";
}

std::string rope_table_code(const Rope& rope) {
  return table_code(rope.entry) + frequencies_panel_code() +
         "results[\"frequencies/pair\"] = {\"x\": [pair], \"y\": [float(frequencies[pair])]}\n" +
         pair_readings_code();
}

/// Every rule's frequencies as parts of those without; the readings are of the highlighted pair.
std::string rope_scalings_code(const Rope& rope) {
  const std::vector<OptionName> rules = rotary_scaling_options();
  std::string code, readings;
  for (std::size_t n = 0; n < rules.size(); ++n) {
    const std::string name = rotary_scaling_name(static_cast<RotaryScaling>(n));
    if (static_cast<RotaryScaling>(n) != rope.scaling)
      code += rotary_scaling_code(static_cast<RotaryScaling>(n));
    code += "results[\"ratios/" + rules[n].id + "\"] = curve(i, " + name + "()[0] / unscaled)\n";
    if (n > 0)
      readings += "    \"ratio_" + rules[n].id + "\": float((" + name + "()[0] / unscaled)[pair]),\n";
  }
  return code + R"(results["wavelengths/wavelength"] = curve(i, 2 * math.pi / unscaled)
)" +
         (rope.scaling == RotaryScaling::none
              ? ""
              : R"(results["wavelength_scaled"] = curve(i, 2 * math.pi / frequencies)
)") + R"(results["ratios/pair"] = {"x": [pair], "y": [float(frequencies[pair] / unscaled[pair])]}
results["wavelengths/pair"] = {"x": [pair], "y": [2 * math.pi / float(frequencies[pair])]}
results["readings"] = {
)" + readings +
         R"(    "wavelength": 2 * math.pi / float(unscaled[pair]),
    "wavelength_scaled": 2 * math.pi / float(frequencies[pair]),
    "attention_factor": attention,
}
)";
}

}  // namespace theta
