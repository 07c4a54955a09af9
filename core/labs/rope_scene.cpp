// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_scene.h"

#include "core/math/random.h"

namespace theta {
namespace {

/// Standard normal numbers, one a coordinate, each from its own stream: a wider head keeps what the narrower
/// had.
Eigen::VectorXd random_content(Seed seed, std::uint64_t which, int dimensions) {
  Eigen::VectorXd content(dimensions);
  for (int i = 0; i < dimensions; ++i)
    content[i] = Random(seed.number, 2 * static_cast<std::uint64_t>(i) + which).normal();
  return content;
}

/// Logits at every distance for several contents, or rounded angles, of many pairs.
bool takes_longer_than_a_frame(const Rope& rope) {
  constexpr int most_terms = 250'000, most_rounded = 128;
  if (rope.view == RopeView::precision) return rope.rotary_dimensions > most_rounded;
  const bool several = Rope::in<RopeView::pairs, RopeView::layout>(rope);
  return several && rope.distance_span * rope.rotary_dimensions / 2 > most_terms;
}

}  // namespace

Eigen::VectorXd at_position(const RopeScene& scene, const Eigen::VectorXd& vector, std::int64_t position) {
  return rotated(vector, static_cast<double>(position), scene.scaled.inverse_frequency, scene.rope.layout,
                 scene.attention());
}

RopeScene rope_scene(const Rope& rope, const Pass& pass) {
  RopeScene scene{.rope = rope, .pairs = rope.rotary_dimensions / 2};
  scene.unscaled = inverse_frequencies(rope.rotary_dimensions, rope.base);
  scene.scaled =
      scaled_frequencies(rope.rotary_dimensions, rope.base, rope.scaling, scaling_parameters(rope));
  scene.place = rope_pair(rope.layout, rope.rotary_dimensions, rope.pair);
  if (rope.content == RopeContent::ones) {
    scene.query = scene.key = Eigen::VectorXd::Ones(rope.head_dimension);
  } else {
    scene.query = random_content(rope.seed, 0, rope.head_dimension);
    scene.query[scene.place.first] = rope.query.x;
    scene.query[scene.place.second] = rope.query.y;
    scene.key =
        rope.content == RopeContent::same ? scene.query : random_content(rope.seed, 1, rope.head_dimension);
    if (rope.content == RopeContent::random) {
      scene.key[scene.place.first] = rope.key.x;
      scene.key[scene.place.second] = rope.key.y;
    }
  }
  scene.rotated_query = at_position(scene, scene.query, rope.query_position + rope.shift);
  scene.rotated_key = at_position(scene, scene.key, rope.key_position + rope.shift);
  scene.distance = static_cast<double>(rope.query_position - rope.key_position);
  scene.products = pair_products(scene.query, scene.key, scene.pairs, rope.layout);
  for (std::complex<double>& product : scene.products) product *= scene.attention() * scene.attention();
  const Eigen::Index rest = rope.head_dimension - rope.rotary_dimensions;
  scene.unrotated = scene.query.tail(rest).dot(scene.key.tail(rest));
  scene.partial = pass.quick && takes_longer_than_a_frame(rope);
  return scene;
}

}  // namespace theta
