// SPDX-License-Identifier: GPL-3.0-or-later
// Linear attention with rotated features.
#include "core/labs/rope_views_code.h"

namespace theta {
namespace {

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
results["sum_softmax"] = {"x": [low, low + span], "y": [sum(softmax)] * 2}
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

}  // namespace

std::string rope_linear_attention_code(const Rope& rope) {
  return keys_code(rope.content) + linear_attention_code;
}

}  // namespace theta
