// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/rope_parameters.h"
#include "core/labs/rotary_code.h"

#include <cstdlib>

namespace theta {
namespace {

/// Which of the head's dimensions hold the first numbers of all pairs, and which the second.
std::string places(RopeLayout layout) {
  return layout == RopeLayout::interleaved
             ? "first, second = 2 * i, 2 * i + 1\n"
             : "first, second = i, i + pairs  # one from each half of the rotated dimensions\n";
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

}  // namespace

std::string rope_code(const Rope& rope, CodeLibrary library) {
  if (rope.view != RopeView::overview) return {};
  const std::string body = inverse_frequency_code() + rotary_scaling_code(rope.scaling) + phasors_code() + R"(
frequencies, attention = )" +
                           rotary_scaling_name(rope.scaling) + "()\n" + places(rope.layout) +
                           content(rope.content) + R"(

def rotated(v, position):
    cosine, sine = phasors(np.asarray([float(position)]), frequencies)
    turned = v + 0.0
    turned[first] = attention * (cosine[0] * v[first] - sine[0] * v[second])
    turned[second] = attention * (sine[0] * v[first] + cosine[0] * v[second])
    return turned


# The logit against the distance: Re sum q_i conj(k_i) e^(j s theta_i), and what carries no position.
)" + distances(rope) + R"(step = min(1.0, (high - low) / 512)
s = low + step * np.arange(round((high - low) / step) + 1)
real = q[first] * k[first] + q[second] * k[second]
imaginary = q[second] * k[first] - q[first] * k[second]
cosine, sine = phasors(s, frequencies)
logits = attention**2 * (cosine * real - sine * imaginary)
constant = q[rotary_dimensions:] @ k[rotary_dimensions:]
results["logit"] = curve(s, logits.sum(1) + constant)
results["logit_pair"] = curve(s, logits[:, pair])
results["inverse_frequency"] = curve(i, frequencies)
results["inverse_frequency_unscaled"] = curve(i, unscaled)

rotated_q = rotated(q, query_position + shift)
wavelength = 2 * math.pi / float(frequencies[pair])
results["readings"] = {
    "logit": float(rotated(q, query_position) @ rotated(k, key_position)),
    "logit_shifted": float(rotated_q @ rotated(k, key_position + shift)),
    "norm_q": math.sqrt(q @ q),
    "norm_q_rotated": math.sqrt(rotated_q @ rotated_q),
    "theta": float(frequencies[pair]),
    "wavelength": wavelength,
    "turns": original_context / wavelength,
    "attention_factor": attention,
}
)";
  return code_script("Rotary embedding: a query and a key turned to their positions", rope, library, body);
}

}  // namespace theta
