// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/float_format_code.h"
#include "core/labs/lab_code.h"
#include "core/labs/rope_parameters.h"
#include "core/labs/rope_views.h"
#include "core/labs/rotary_code.h"

#include <cstdlib>

namespace theta {
namespace {

/// Which of the head's dimensions hold the first numbers of all pairs, and which the second.
std::string places(RopeLayout layout, const std::string& name = "") {
  const std::string both = name + "first, " + name + "second = ";
  return both + (layout == RopeLayout::interleaved
                     ? "2 * i, 2 * i + 1\n"
                     : "i, i + pairs  # one from each half of the rotated dimensions\n");
}

std::string other_places(RopeLayout layout) {
  return places(layout == RopeLayout::interleaved ? RopeLayout::half_split : RopeLayout::interleaved,
                "other_");
}

std::string content(RopeContent content) {
  switch (content) {
    case RopeContent::ones:
      return "q = k = np.asarray([1.0] * head_dimension)\n";
    case RopeContent::same:
      return R"(q = np.asarray([normals(seed, 2 * j, 1)[0] for j in range(head_dimension)])
q[first[pair]], q[second[pair]] = query
k = q
)";
    case RopeContent::random:
      break;
  }
  return R"(q = np.asarray([normals(seed, 2 * j, 1)[0] for j in range(head_dimension)])
k = np.asarray([normals(seed, 2 * j + 1, 1)[0] for j in range(head_dimension)])
q[first[pair]], q[second[pair]] = query
k[first[pair]], k[second[pair]] = key
)";
}

/// The distances shown, as the figure chooses them.
std::string distances(const Rope& rope) {
  const std::int64_t distance = rope.query_position - rope.key_position;
  if (std::abs(distance) > rope.distance_span)
    return R"(distance = query_position - key_position
low, high = distance - distance_span / 2, distance + distance_span / 2
)";
  return distance < 0 ? "low, high = -distance_span, distance_span\n" : "low, high = 0, distance_span\n";
}

constexpr const char* rotated_code = R"(

def rotated(v, position, first, second):
    cosine, sine = phasors(np.asarray([float(position)]), frequencies)
    turned = v + 0.0
    turned[first] = attention * (cosine[0] * v[first] - sine[0] * v[second])
    turned[second] = attention * (sine[0] * v[first] + cosine[0] * v[second])
    return turned

)";

/// The logit against the distance: Re Σ qᵢ k̄ᵢ e^{jsθᵢ}, and what carries no position.
constexpr const char* logits_code = R"(step = min(1.0, (high - low) / 512)
s = low + step * np.arange(round((high - low) / step) + 1)


def parts_of(q, k, first, second, s):
    real = q[first] * k[first] + q[second] * k[second]
    imaginary = q[second] * k[first] - q[first] * k[second]
    cosine, sine = phasors(s, frequencies)
    return attention**2 * (cosine * real - sine * imaginary)


rest_logit = float(q[rotary_dimensions:] @ k[rotary_dimensions:])
logits = parts_of(q, k, first, second, s)
)";

constexpr const char* overview_code = R"(results["logit"] = curve(s, logits.sum(1) + rest_logit)
results["logit_pair"] = curve(s, logits[:, pair])
results["inverse_frequency"] = curve(i, frequencies)
results["inverse_frequency_unscaled"] = curve(i, unscaled)

rotated_q = rotated(q, query_position + shift, first, second)
wavelength = 2 * math.pi / float(frequencies[pair])
results["readings"] = {
    "logit": float(rotated(q, query_position, first, second) @ rotated(k, key_position, first, second)),
    "logit_shifted": float(rotated_q @ rotated(k, key_position + shift, first, second)),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
    "theta": float(frequencies[pair]),
    "wavelength": wavelength,
    "turns": original_context / wavelength,
    "attention_factor": attention,
}
)";

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

constexpr const char* pairs_code = R"(
off = [round(each) for each in pairs_off]
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
    "added": float(added(np.asarray([0.0]))[0]),
    "added_shifted": float(added(np.asarray([float(shift)]))[0]),
    "spread_added": float(np.amax(added(s)) - np.amin(added(s))),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
}
)";

constexpr const char* precision_code = R"(
def angles(position, format):
    return held(held(frequencies, format) * held(np.asarray([float(position)]), format), format)


def logit_in(format, position):
    """With a key there, and the query at its distance from it."""
    between = angles(position + query_position - key_position, format) - angles(position, format)
    real = q[first] * k[first] + q[second] * k[second]
    imaginary = q[second] * k[first] - q[first] * k[second]
    return float((attention**2 * (np.cos(between) * real - np.sin(between) * imaginary)).sum()) + rest_logit


def number(x):
    return x if math.isfinite(x) else None


exact = float(parts_of(q, k, first, second, np.asarray([float(query_position - key_position)])).sum()) + rest_logit
low = shift - distance_span / 2 if shift > distance_span else 0
step = math.ceil(distance_span / 257)
shifts = [math.ceil(low) + step * n for n in range(int((low + distance_span - math.ceil(low)) // step) + 1)]
results["logit_rounded"] = {"x": shifts, "y": [number(logit_in(precision, key_position + c)) for c in shifts]}
for format in ["float32", "bfloat16", "float16"]:
    errors = [number(abs(logit_in(format, n) - exact)) for n in some_positions]
    errors = [each if each is None else max(each, 1e-16) for each in errors]
    results["error_" + format] = {"x": some_positions, "y": errors}
here = logit_in(precision, key_position + shift)
at_query = angles(query_position + shift, precision)
off = np.abs(np.cos(at_query) - np.cos((query_position + shift) * frequencies))
results["readings"] = {
    "logit": exact,
    "logit_rounded": number(here),
    "error": number(here - exact),
    "largest_cosine_error": number(float(np.amax(off))),
    "angle": float((query_position + shift) * frequencies[pair]),
    "angle_rounded": number(float(at_query[pair])),
}
)";

std::string keys_code(RopeContent content) {
  return content == RopeContent::random
             ? "all_keys = [np.asarray(normals(seed, 2**32 + n, head_dimension)) for n in range(keys)]\n"
             : "all_keys = [q] * keys\n";
}

constexpr const char* linear_attention_code = R"(

def features(x):
    """ELU plus one: positive, so that weights not rotated are."""
    return np.where(x >= 0, x + 1, np.exp(np.where(x < 0, x, 0 * x)))


turned_query = rotated(features(q), query_position, first, second)
turned_keys = [rotated(features(key), n, first, second) for n, key in enumerate(all_keys)]
plain = [float(features(q) @ features(key)) for key in all_keys]
weights = [float(turned_query @ key) / sum(plain) for key in turned_keys]
logit = [
    float(rotated(q, query_position, first, second) @ rotated(key, n, first, second)) / math.sqrt(head_dimension)
    for n, key in enumerate(all_keys)
]
exponentials = [math.exp(each - max(logit)) for each in logit]
softmax = [each / sum(exponentials) for each in exponentials]
places = list(range(keys))
results["softmax"] = {"x": [n - 0.2 for n in places], "y": softmax}
for name, chosen in [
    ("linear", [n for n in places if weights[n] >= 0]),
    ("linear_negative", [n for n in places if weights[n] < 0]),
]:
    if chosen:
        results[name] = {"x": [n + 0.2 for n in chosen], "y": [weights[n] for n in chosen]}
results["linear_unrotated"] = {"x": places, "y": [each / sum(plain) for each in plain]}

# One state holds all keys: the sum of the weights wherever the query stands.
state = sum(turned_keys) / sum(plain)
span = max(64, 2 * keys)
low = query_position - span / 2 if query_position > span else 0
s = low + min(1.0, span / 512) * np.arange(round(span / min(1.0, span / 512)) + 1)
rest = features(q)[rotary_dimensions:] @ state[rotary_dimensions:]
total = parts_of(features(q), state, first, second, s).sum(1) / attention
results["sum_linear"] = curve(s, total + rest)
below = [each for each in weights if each < 0]
results["readings"] = {
    "sum_softmax": sum(softmax),
    "sum_linear": sum(weights),
    "negative": len(below),
    "sum_negative": sum(below),
    "weight_softmax": softmax[key_position] if key_position < keys else None,
    "weight_linear": weights[key_position] if key_position < keys else None,
    "weight_unrotated": plain[key_position] / sum(plain) if key_position < keys else None,
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
results["readings"] = {
    "logit": float(rotated_q @ rotated(k, key_position, first, second)),
    "logit_permuted": float(moved_q @ rotated(permuted(k), key_position, other_first, other_second)),
    "logit_mixed": float(mixed_q @ rotated(k, key_position, other_first, other_second)),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
    "norm_q_mixed": math.sqrt(mixed_q @ mixed_q),
}
)";

/// Every rule's frequencies as parts of those without; the readings are of the highlighted pair.
std::string scalings_code(const Rope& rope) {
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
)") + "results[\"readings\"] = {\n" +
         readings + R"(    "wavelength": 2 * math.pi / float(unscaled[pair]),
    "wavelength_scaled": 2 * math.pi / float(frequencies[pair]),
    "attention_factor": attention,
}
)";
}

/// A few of the positions at which errors are drawn.
std::string some_positions() {
  const std::vector<double> all = precision_positions(false);
  std::string list;
  for (std::size_t n = 0; n < all.size(); n += 8) list += (n == 0 ? "" : ", ") + python_number(all[n]);
  return "some_positions = [" + list + "]\n";
}

/// The frequencies in use, as every view needs them.
std::string frequencies_code(const Rope& rope) {
  return inverse_frequency_code() + rotary_scaling_code(rope.scaling) + phasors_code() +
         "\nfrequencies, attention = " + rotary_scaling_name(rope.scaling) + "()\n" + places(rope.layout);
}

std::string code_of_view(const Rope& rope) {
  const std::string turned = content(rope.content) + rotated_code,
                    against_distance = turned + distances(rope) + logits_code;
  switch (rope.view) {
    case RopeView::table:
      return table_code(rope.entry);
    case RopeView::pairs:
      return against_distance + pairs_code;
    case RopeView::slide:
      return turned + slide_code;
    case RopeView::precision:
      return against_distance + some_positions() + float_format_code() + precision_code;
    case RopeView::linear_attention:
      return against_distance + keys_code(rope.content) + linear_attention_code;
    case RopeView::scalings:
      return scalings_code(rope);
    case RopeView::layout:
      return against_distance + other_places(rope.layout) + layout_code;
    case RopeView::overview:
      break;
  }
  return against_distance + overview_code;
}

}  // namespace

std::string rope_code(const Rope& rope, CodeLibrary library) {
  return code_script("Rotary embedding: a query and a key turned to their positions", rope, library,
                     frequencies_code(rope) + code_of_view(rope));
}

}  // namespace theta
