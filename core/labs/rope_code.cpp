// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/rope_parameters.h"
#include "core/labs/rope_views_code.h"
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
      return rope_table_code(rope);
    case RopeView::pairs:
      return against_distance + rope_pairs_code(rope);
    case RopeView::slide:
      return turned + rope_slide_code();
    case RopeView::precision:
      return against_distance + rope_precision_code();
    case RopeView::linear_attention:
      return against_distance + rope_linear_attention_code(rope);
    case RopeView::scalings:
      return rope_scalings_code(rope);
    case RopeView::layout:
      return against_distance + other_places(rope.layout) + rope_layout_code();
    case RopeView::overview:
      break;
  }
  return against_distance + rope_overview_code();
}

}  // namespace

std::string rope_code(const Rope& rope, CodeLibrary library) {
  return code_script("Rotary embedding: a query and a key turned to their positions", rope, library,
                     frequencies_code(rope) + code_of_view(rope));
}

}  // namespace theta
