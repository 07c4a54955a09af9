// SPDX-License-Identifier: GPL-3.0-or-later
// The logit against the distance, pair by pair, while both tokens move, and in two layouts.
#include "core/labs/rope_scene.h"
#include "core/labs/rope_views.h"
#include "core/labs/rope_views_code.h"

#include <algorithm>

namespace theta {
namespace {

constexpr const char* overview_code = R"(results["logit"] = curve(s, logits.sum(1) + rest_logit)
results["logit_pair"] = curve(s, logits[:, pair])

rotated_q = rotated(q, query_position + shift, first, second)
results["readings"] = {
    "logit": float(rotated(q, query_position, first, second) @ rotated(k, key_position, first, second)),
    "logit_shifted": float(rotated_q @ rotated(k, key_position + shift, first, second)),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
    "attention_factor": attention,
}
)";

constexpr const char* pairs_code = R"(
off = [math.floor(each + 0.5) for each in pairs_off]
within = {"all": lambda n: True, "fast": lambda n: n <= pair, "slow": lambda n: n >= pair}[kept]
kept_pairs = [n for n in range(pairs) if within(n) and n not in off]
parts = parts_of(q, k, first, second, np.asarray([float(query_position - key_position)]))[0].tolist()
bars = {
    "contributions": [n for n in kept_pairs if n != pair],
    "contribution_pair": [n for n in kept_pairs if n == pair],
    "contributions_off": [n for n in range(pairs) if n not in kept_pairs],
}
for name, places in bars.items():
    if places:
        results[name] = {"x": places, "y": [parts[n] for n in places]}
constant = rest_logit if unrotated else 0.0
swing = results["swing"] = {"x": [], "low": [], "high": []}  # the bars, as their angles go round
lengths = attention**2 * np.sqrt((q[first] ** 2 + q[second] ** 2) * (k[first] ** 2 + k[second] ** 2))
for n, reach in enumerate(lengths.tolist()):
    swing["x"] += [n - 0.4, n + 0.4]
    swing["low"] += [-reach, -reach]
    swing["high"] += [reach, reach]
results["logit/logit"] = curve(s, logits[:, kept_pairs].sum(1) + constant)
results["logit_pair"] = curve(s, logits[:, pair])
results["readings"] = {
    "logit": sum(parts[n] for n in kept_pairs) + constant,
    "logit_all": sum(parts) + rest_logit,
    "pairs_kept": len(kept_pairs),
    "contribution": parts[pair],
    "unrotated": rest_logit,
}
)";

constexpr const char* slide_code = R"(
def encodings(positions):
    """Sines and cosines in turn, a row a position, as they are added to a query or a key."""
    cosine, sine = phasors(positions, inverse_frequencies(base, head_dimension))
    return np.stack([sine, cosine], 2).reshape(len(positions), head_dimension)


def added(shifts):
    return ((q + encodings(query_position + shifts)) * (k + encodings(key_position + shifts))).sum(1)


low = shift - distance_span / 2 if shift > distance_span else 0
step = min(1.0, distance_span / 512)
s = low + step * np.arange(round(distance_span / step) + 1)
results["logit_added"] = curve(s, added(s))
coarse = [low + n * distance_span / 128 for n in range(129)]
turned = [
    float(rotated(q, query_position + c, first, second) @ rotated(k, key_position + c, first, second))
    for c in coarse
]
results["logit_rotated"] = {"x": coarse, "y": turned}
rotated_q = rotated(q, query_position + shift, first, second)
results["readings"] = {
    "logit": float(rotated(q, query_position, first, second) @ rotated(k, key_position, first, second)),
    "logit_shifted": float(rotated_q @ rotated(k, key_position + shift, first, second)),
    "spread": max(turned) - min(turned),
    "added": float(added(np.asarray([0.0]))[0]),
    "added_shifted": float(added(np.asarray([float(shift)]))[0]),
    "spread_added": float(np.amax(added(s)) - np.amin(added(s))),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
}
)";

constexpr const char* layout_code = R"(results["logit/logit"] = curve(s, logits.sum(1) + rest_logit)


def permuted(v):
    moved = v + 0.0
    moved[other_first], moved[other_second] = v[first], v[second]
    return moved


right = parts_of(permuted(q), permuted(k), other_first, other_second, s)
wrong = parts_of(q, k, other_first, other_second, s)
results["logit_permuted"] = curve(s, right.sum(1) + rest_logit)
results["logit_mixed"] = curve(s, wrong.sum(1) + rest_logit)
rotated_q, mixed_q = rotated(q, query_position, first, second), rotated(q, query_position, other_first, other_second)
moved_q = rotated(permuted(q), query_position, other_first, other_second)
mixed_k = rotated(k, key_position, other_first, other_second)
for name, place, of_q, of_k in [
    ("length", 0, q, k),
    ("length_rotated", 1, rotated_q, rotated(k, key_position, first, second)),
    ("length_mixed", 2, mixed_q, mixed_k),
]:
    results[name] = {"x": [place, place + 3], "y": [math.sqrt(of_q @ of_q), math.sqrt(of_k @ of_k)]}
results["readings"] = {
    "logit": float(rotated_q @ rotated(k, key_position, first, second)),
    "logit_permuted": float(moved_q @ rotated(permuted(k), key_position, other_first, other_second)),
    "logit_mixed": float(mixed_q @ mixed_k),
    "largest_difference": float(np.amax(np.abs(logits.sum(1) - wrong.sum(1)))),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
    "norm_q_mixed": math.sqrt(mixed_q @ mixed_q),
}
)";

/// The curve of all pairs is left out where it would flatten the others.
bool draws_all_pairs(const Rope& rope) {
  const Figure figure = draw_rope_pairs(rope_scene(rope, {}));
  return std::ranges::any_of(find_panel(figure, "logit")->layers,
                             [](const Layer& layer) { return mark_of(layer).id == "logit_all"; });
}

}  // namespace

std::string rope_overview_code() {
  return std::string(overview_code) + frequencies_panel_code() + pair_readings_code();
}

std::string rope_pairs_code(const Rope& rope) {
  std::string text = pairs_code;
  if (draws_all_pairs(rope)) text += "results[\"logit_all\"] = curve(s, logits.sum(1) + rest_logit)\n";
  if (rope.rotary_dimensions < rope.head_dimension) {
    text += "results[\"contributions/unrotated\"] = {\"x\": [pairs], \"y\": [rest_logit]}\n";
    if (rope.keeps_unrotated)
      text +=
          "results[\"logit/unrotated\"] = {\"x\": [float(s[0]), float(s[-1])], \"y\": [rest_logit] * 2}\n";
  }
  return text + pair_readings_code();
}

std::string rope_slide_code() { return slide_code; }

std::string rope_layout_code() { return layout_code; }

}  // namespace theta
