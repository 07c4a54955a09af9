// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_lenses_code.h"
#include "core/labs/attention_decay_panels.h"
#include "core/labs/attention_decay_parameters.h"
#include "core/labs/code_script.h"
#include "core/labs/distance_columns_code.h"
#include "core/labs/lab_code.h"
#include "core/labs/rotary_code.h"

#include <cstdint>
#include <set>

namespace theta {
namespace {

/// The rules whose functions a script needs.
std::string rules(const AttentionDecay& p) {
  std::set<RotaryScaling> needed = {p.scaling};
  for (const PositionScheme scheme : p.schemes)
    if (scheme != PositionScheme::rope && scheme <= PositionScheme::longrope)
      needed.insert(static_cast<RotaryScaling>(static_cast<int>(scheme)));
  std::string text;
  for (const RotaryScaling rule : needed) text += rotary_scaling_code(rule);
  return text;
}

constexpr const char* sums_code = R"(
def pair_sums(real, imaginary, theta, first, count, turned=phasors):
    """Re Σ h e^{jsθ} at s = first, first + 1, …: phasors of some starts times those of the steps between."""
    block = math.isqrt(count) + 1
    cosine, sine = turned(np.arange(float(block)), theta)
    a, b = turned(np.arange(float(first), float(first + count), block), theta)
    sums = (a * real - b * imaginary) @ cosine.T - (a * imaginary + b * real) @ sine.T
    return sums.reshape(-1)[:count]


def summed_cosines(theta, first, count):
    return pair_sums(1.0 + 0 * theta, 0 * theta, theta, first, count)

)";

/// How layers over the distance are drawn: every distance, or of columns the mean and the range.
std::string layers_over_distance(const AttentionDecay& p) {
  const bool logarithmic = p.distance_scale == DistanceScale::log;
  const std::string shown = logarithmic ? "[1:]  # a logarithmic axis has no 0\n" : "\n";
  const std::string start = "\ns = np.arange(distance_limit + 1.0)\n";
  if (p.draws_every_distance())
    return start + "\n\ndef over_distance(name, y):\n    results[name] = " +
           (logarithmic ? "curve(s[1:], y[1:])  # a logarithmic axis has no 0\n\n" : "curve(s, y)\n\n");
  return start + R"(starts = columns_of(distance_limit, 600)
columns = list(zip(starts, starts[1:])))" +
         shown + R"(points = list(range(1001)) + [int(n) for n in samples(starts, 1) if n > 1000]
points = points)" +
         (logarithmic ? "[1:]" : "") + R"( + [distance_limit] * (points[-1] < distance_limit)


def over_columns(name, parts):
    """The mean and the range of the values in each column."""
    x = [(first + end - 1) / 2 for (first, end), part in zip(columns, parts)]
    low, high = [float(np.amin(part)) for part in parts], [float(np.amax(part)) for part in parts]
    results[name + "_mean"] = {"x": x, "y": [float(part.mean()) for part in parts]}
    results[name + "_range"] = {"x": x, "low": low, "high": high}


def over_distance(name, y):
    over_columns(name, [y[first:end] for first, end in columns])


def with_points(name, y):
    over_distance(name, y)
    results[name] = curve(s[points], y[points])

)";
}

/// A pair's q times the conjugate of its k, halved: pairs of coordinates of variance 1 then have length 1.
std::string content(DecayContent content) {
  switch (content) {
    case DecayContent::ones:
      return "real, imaginary = 1.0 + 0 * i, 0.0 * i\n";
    case DecayContent::same_random:
      return "real, imaginary = products(q, q)\n";
    case DecayContent::independent:
      return "real, imaginary = products(q, k)\n";
    case DecayContent::peak:
      break;
  }
  return R"(ahead, aside = phasors(np.asarray([float(peak_distance)]), frequencies)  # the key is the query turned ahead
real, imaginary = products(q, q)[0] * ahead[0], -products(q, q)[0] * aside[0]
)";
}

std::string random_content(const AttentionDecay& p) {
  if (!p.is_random()) return {};
  return R"(
def random_vector(which, draw=0):
    return np.asarray([normals(seed, draw * 2**32 + 2 * j + which, 1)[0] for j in range(rotary_dimensions)])


def products(q, k):
    """Of each pair q times the conjugate of k, halved."""
    return (q[::2] * k[::2] + q[1::2] * k[1::2]) / 2, (q[1::2] * k[::2] - q[::2] * k[1::2]) / 2


q, k = random_vector(0), random_vector(1)
)";
}

constexpr const char* independent_band_code = R"(
# Mean and two standard deviations of independent draws at some distances.
some = [float(first) for first in starts[:-1][:: -(-(len(starts) - 1) // 200)]]
some = np.asarray([each for each in some if each > 0 or distance_scale == "linear"])
cosine, sine = phasors(some, frequencies)
draws = [products(random_vector(0, draw), random_vector(1, draw)) for draw in range(24)]
drawn = np.stack([cosine @ real - sine @ imaginary for real, imaginary in draws])
mean = drawn.mean(0)
spread = 2 * np.sqrt(((drawn - mean) ** 2).sum(0) / 23)
results["independent_draws_mean"] = curve(some, mean)
results["independent_band"] = {"x": some.tolist(), "low": (mean - spread).tolist(), "high": (mean + spread).tolist()}

)";

/// Of all distances where they are few, else of those of the first columns: a sum has as many parts as pairs.
std::string bound_code(const AttentionDecay& p) {
  constexpr std::int64_t most_terms = 6'400'000;
  const std::string bounds = R"(
def bounds(s):
    cosine, sine = phasors(s, frequencies)
    return np.sqrt(np.cumsum(cosine, 1) ** 2 + np.cumsum(sine, 1) ** 2).mean(1)


)";
  if (p.draws_every_distance()) return bounds + "over_distance(\"decay_bound\", bounds(s))\n";
  const bool all = p.distance_limit * (p.rotary_dimensions / 2) < most_terms;
  return bounds + "results[\"decay_bound\"] = curve(s[points], bounds(s[points]))\n" +
         (all ? "within = columns\n"
              : "# All columns would take long: here are the first.\nwithin = [each for each in columns if "
                "each[1] * pairs <= " +
                    std::to_string(most_terms) + "]\n") +
         "over_columns(\"decay_bound\", [bounds(s[first:end]) for first, end in within])\n";
}

std::string decay_curves(const AttentionDecay& p) {
  const std::string draw = p.draws_every_distance() ? "over_distance" : "with_points";
  std::string text;
  const auto logit = [&](DecayCurve curve, DecayContent of, const std::string& id) {
    if (p.draws(curve))
      text += content(of) + draw + "(\"" + id +
              "\", pair_sums(real, imaginary, frequencies, 0, distance_limit + 1))\n";
  };
  if (p.draws(DecayCurve::decay_bound)) text += bound_code(p);
  logit(DecayCurve::decay_same, DecayContent::ones, "decay_same");
  logit(DecayCurve::same_random, DecayContent::same_random, "same_random");
  logit(DecayCurve::peak, DecayContent::peak, "peak");
  if (p.draws(DecayCurve::independent))
    text += (p.draws_every_distance() ? "starts = list(range(distance_limit + 2))\n" : "") +
            std::string(independent_band_code);
  logit(DecayCurve::independent, DecayContent::independent, "independent");
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
      return "draw(\"none\", constant + real.sum() * strength + 0 * s)\n";
    case PositionScheme::alibi:
      return R"(power = 2 ** int(math.log2(heads))
slopes = [2 ** (-8 * h / power) for h in range(1, power + 1)]
slopes += [2 ** (-8 * h / (2 * power)) for h in range(1, 2 * power + 1, 2)]
draw("alibi", constant + real.sum() * strength - slopes[head - 1] * s)
)";
    case PositionScheme::xpos:
      return R"(zeta = (2.0 * i + 0.4 * rotary_dimensions) / (1.4 * rotary_dimensions)


def fading(s, theta):
    cosine, sine = phasors(s, theta)
    faded = np.exp(np.outer(s, np.log(zeta) / 512))
    return faded * cosine, faded * sine


draw("xpos", constant + strength * pair_sums(real, imaginary, unscaled, 0, distance_limit + 1, fading))
)";
    default:
      break;
  }
  const auto rule =
      scheme == PositionScheme::rope ? p.scaling : static_cast<RotaryScaling>(static_cast<int>(scheme));
  return "theta, factor_of_rule = " + rotary_scaling_name(rule) +
         "()\nturned = pair_sums(real, imaginary, theta, 0, distance_limit + 1)\ndraw(\"" + id +
         "\", constant + strength * factor_of_rule**2 * turned)\n";
}

/// The logits of the chosen content under each scheme, and what a softmax over all keys makes of them.
std::string schemes(const AttentionDecay& p) {
  if (p.schemes.empty()) return {};
  std::string text =
      "\n# The scaled logits of the content under each scheme, and the attention they get.\n" + unrotated(p) +
      R"(strength, constant = 2 / math.sqrt(head_dimension), unrotated / math.sqrt(head_dimension)


def draw(name, logit):
    above = (logit - np.amax(logit)) / temperature
    weight = np.exp(above)
    total = float(weight.sum())
    weight = weight / total
    over_distance("logit_" + name, logit)
    over_distance("weight_" + name, weight)
    readings["entropy_" + name] = math.log(total) - float((weight * above).sum())
    readings.setdefault("mean_distance", float((weight * s).sum()))  # under the first scheme


)";
  for (const PositionScheme scheme : p.schemes) text += scheme_logits(p, scheme);
  return text;
}

}  // namespace

std::string attention_decay_code(const AttentionDecay& p, CodeLibrary library) {
  const std::string body = inverse_frequency_code() + rules(p) + phasors_code() + sums_code +
                           "\nfrequencies, attention = " + rotary_scaling_name(p.scaling) + "()\n" +
                           distance_columns_code(p.distance_scale == DistanceScale::log) +
                           layers_over_distance(p) + random_content(p) + decay_curves(p) +
                           "\n# The content at the probe.\n" + content(p.content) +
                           R"(at_probe, beside = phasors(np.asarray([float(probe)]), frequencies)
partial = np.sqrt(np.cumsum(at_probe[0], 0) ** 2 + np.cumsum(beside[0], 0) ** 2)
lengths = np.sqrt((real[1:] - real[:-1]) ** 2 + (imaginary[1:] - imaginary[:-1]) ** 2).tolist()
lengths.append(math.hypot(float(real[-1]), float(imaginary[-1])))
results["readings"] = readings = {
    "decay_bound": float(partial.mean()),
    "decay_same": float(at_probe.sum()),
    "logit": float((at_probe[0] * real - beside[0] * imaginary).sum()),
    "logit_bound": pairs * max(lengths) * float(partial.mean()),
    "attention_factor": attention,
    "uniform_entropy": math.log(distance_limit + 1),
}
)" + schemes(p) + decay_precision_code(p) +
                           decay_bases_code(p);
  return code_script("Attention and distance: bound and logit against the distance", p, library, body);
}

}  // namespace theta
