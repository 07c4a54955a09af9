// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_panels.h"
#include "core/labs/attention_decay_parameters.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/rotary_code.h"

#include <algorithm>
#include <set>

namespace theta {
namespace {

constexpr std::int64_t most_at_once =
    4096;  // distances the figure draws one by one, and a script holds in memory

bool draws_all(const AttentionDecay& p) { return p.distance_limit <= most_at_once; }

/// The rules whose functions a script needs.
std::string rules(const AttentionDecay& p) {
  std::set<RotaryScaling> needed = {p.scaling};
  for (const PositionScheme scheme : p.schemes)
    if (draws_all(p) && scheme != PositionScheme::rope && scheme <= PositionScheme::longrope)
      needed.insert(static_cast<RotaryScaling>(static_cast<int>(scheme)));
  std::string text;
  for (const RotaryScaling rule : needed) text += rotary_scaling_code(rule);
  return text;
}

std::string distances(const AttentionDecay& p) {
  std::string text = draws_all(p)
                         ? "s = np.arange(distance_limit + 1.0)\n"
                         : "s = np.arange(1001.0)  # of all distances those with a point of their own\n";
  text += "cosine, sine = phasors(s, frequencies)\n\n\ndef over_distance(y):\n";
  return text + (p.distance_scale == DistanceScale::log
                     ? "    return curve(s[1:], y[1:])  # a logarithmic axis has no 0\n\n\n"
                     : "    return curve(s, y)\n\n\n");
}

/// A pair's q times the conjugate of its k, halved: pairs of coordinates of variance 1 then have length 1.
std::string content(DecayContent content) {
  switch (content) {
    case DecayContent::ones:
      return "real, imaginary = unscaled * 0 + 1, unscaled * 0\n";
    case DecayContent::same_random:
      return "real, imaginary = (q[::2] ** 2 + q[1::2] ** 2) / 2, unscaled * 0\n";
    case DecayContent::independent:
      return R"(real = (q[::2] * k[::2] + q[1::2] * k[1::2]) / 2
imaginary = (q[1::2] * k[::2] - q[::2] * k[1::2]) / 2
)";
    case DecayContent::peak:
      break;
  }
  return R"(ahead, aside = phasors(np.asarray([float(peak_distance)]), frequencies)  # the key is the query turned ahead
lengths = (q[::2] ** 2 + q[1::2] ** 2) / 2
real, imaginary = lengths * ahead[0], -lengths * aside[0]
)";
}

std::string random_content(const AttentionDecay& p) {
  if (!p.is_random()) return {};
  return R"(q = np.asarray([normals(seed, 2 * j, 1)[0] for j in range(rotary_dimensions)])
k = np.asarray([normals(seed, 2 * j + 1, 1)[0] for j in range(rotary_dimensions)])
)";
}

std::string decay_curves(const AttentionDecay& p) {
  std::string text;
  const auto logit = [&](DecayCurve curve, DecayContent of, const std::string& id) {
    if (p.draws(curve))
      text += content(of) + "results[\"" + id + "\"] = over_distance(cosine @ real - sine @ imaginary)\n";
  };
  if (p.draws(DecayCurve::decay_bound))
    text += R"(partial = np.sqrt(np.cumsum(cosine, 1) ** 2 + np.cumsum(sine, 1) ** 2)
results["decay_bound"] = over_distance(partial.mean(1))
)";
  if (p.draws(DecayCurve::decay_same)) text += "results[\"decay_same\"] = over_distance(cosine.sum(1))\n";
  logit(DecayCurve::same_random, DecayContent::same_random, "same_random");
  logit(DecayCurve::independent, DecayContent::independent, "independent");
  logit(DecayCurve::peak, DecayContent::peak, "peak");
  return text;
}

/// q·k of the coordinates that are not rotated.
std::string unrotated(const AttentionDecay& p) {
  if (p.content == DecayContent::ones) return "unrotated = head_dimension - rotary_dimensions\n";
  return std::string(R"(rest = range(rotary_dimensions, head_dimension)
unrotated = sum(normals(seed, 2 * j, 1)[0] * normals(seed, 2 * j)") +
         (p.content == DecayContent::independent ? " + 1" : "") + ", 1)[0] for j in rest)\n";
}

std::string scheme_logits(const AttentionDecay& p, PositionScheme scheme) {
  const std::string id = id_of_scheme(scheme);
  const std::string turned = " + constant\n";
  switch (scheme) {
    case PositionScheme::none:
      return "logits[\"none\"] = constant + (real.sum() * strength) + s * 0\n";
    case PositionScheme::alibi:
      return R"(power = 2 ** int(math.log2(heads))
slopes = [2 ** (-8 * h / power) for h in range(1, power + 1)]
slopes += [2 ** (-8 * h / (2 * power)) for h in range(1, 2 * power + 1, 2)]
logits["alibi"] = constant + real.sum() * strength - slopes[head - 1] * s
)";
    case PositionScheme::xpos:
      return R"(zeta = (2.0 * i + 0.4 * rotary_dimensions) / (1.4 * rotary_dimensions)
cosine, sine = phasors(s, unscaled)
fading = np.exp(np.outer(s, np.log(zeta) / 512))
logits["xpos"] = constant + strength * ((fading * cosine) @ real - (fading * sine) @ imaginary)
)";
    default:
      break;
  }
  const auto rule =
      scheme == PositionScheme::rope ? p.scaling : static_cast<RotaryScaling>(static_cast<int>(scheme));
  return "theta, factor_of_rule = " + rotary_scaling_name(rule) +
         "()\ncosine, sine = phasors(s, theta)\nlogits[\"" + id +
         "\"] = constant + strength * factor_of_rule**2 * (cosine @ real - sine @ imaginary)\n";
}

/// The logits of the chosen content under each scheme, and what a softmax over all keys makes of them.
std::string schemes(const AttentionDecay& p) {
  if (!draws_all(p) || p.schemes.empty()) return {};
  std::string text =
      "\n# The scaled logits of the content under each scheme, and the attention they get.\n" +
      content(p.content) + unrotated(p) +
      "strength, constant = 2 / math.sqrt(head_dimension), unrotated / math.sqrt(head_dimension)\n"
      "logits = {}\n";
  for (const PositionScheme scheme : p.schemes) text += scheme_logits(p, scheme);
  return text + R"(
for name, logit in logits.items():
    above = (logit - np.amax(logit)) / temperature
    weight = np.exp(above) / np.exp(above).sum()
    results["logit_" + name] = over_distance(logit)
    results["weight_" + name] = over_distance(weight)
    log_sum = math.log(float(np.exp(above).sum()))
    readings["entropy_" + name] = float((weight * (log_sum - above)).sum())
)";
}

}  // namespace

std::string attention_decay_code(const AttentionDecay& p, CodeLibrary library) {
  const std::string body = inverse_frequency_code() + rules(p) + phasors_code() +
                           "\nfrequencies, attention = " + rotary_scaling_name(p.scaling) + "()\n" +
                           distances(p) + random_content(p) + decay_curves(p) + R"(
at_probe, beside = phasors(np.asarray([float(probe)]), frequencies)
partial = np.sqrt(np.cumsum(at_probe[0], 0) ** 2 + np.cumsum(beside[0], 0) ** 2)
results["readings"] = readings = {
    "decay_bound": float(partial.mean()),
    "decay_same": float(at_probe.sum()),
    "attention_factor": attention,
    "uniform_entropy": math.log(distance_limit + 1),
}
)" + schemes(p);
  return code_script("Attention and distance: bound and logit against the distance", p, library, body);
}

}  // namespace theta
