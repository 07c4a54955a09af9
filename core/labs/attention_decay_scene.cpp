// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_scene.h"

#include "core/math/position_bias.h"
#include "core/math/random.h"
#include "core/math/rope.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr std::size_t most_columns = 600;       // about a pixel each
constexpr std::int64_t quick_phasors = 60'000;  // what a quick pass may compute one by one
constexpr std::int64_t quick_terms = 800'000;   // pairs times distances it may go through in blocks

/// Coordinate `index` of a query (which = 0) or a key (1), each from a stream of its own: a wider head keeps
/// what the narrower had, and another draw shares nothing.
double coordinate(const AttentionDecay& p, std::uint64_t draw, std::int64_t index, std::uint64_t which) {
  const std::uint64_t stream = (draw << 32) + 2 * static_cast<std::uint64_t>(index) + which;
  return Random(p.seed.number, stream).normal();
}

std::complex<double> coordinate_pair(const AttentionDecay& p, std::uint64_t draw, std::int64_t pair,
                                     std::uint64_t which) {
  return {coordinate(p, draw, 2 * pair, which), coordinate(p, draw, 2 * pair + 1, which)};
}

/// q·k of the coordinates that are not rotated.
double unrotated_content(const AttentionDecay& p) {
  if (p.content == DecayContent::ones) return p.head_dimension - p.rotary_dimensions;
  double sum = 0;
  for (int j = p.rotary_dimensions; j < p.head_dimension; ++j) {
    const double query = coordinate(p, 0, j, 0);
    sum += query * (p.content == DecayContent::independent ? coordinate(p, 0, j, 1) : query);
  }
  return sum;
}

/// Every whole distance up to 1000 and one of each column beyond.
std::vector<double> exact_distances(const DistanceColumns& columns) {
  constexpr std::int64_t all_up_to = 1000;
  std::vector<double> distances;
  for (std::int64_t s = 0; s <= all_up_to; ++s) distances.push_back(static_cast<double>(s));
  for (const double s : sample_distances(columns, 1)) {
    if (s > all_up_to) distances.push_back(s);
  }
  if (distances.back() < static_cast<double>(columns.limit()))
    distances.push_back(static_cast<double>(columns.limit()));
  return distances;
}

bool turns(PositionScheme scheme) {
  return scheme != PositionScheme::alibi && scheme != PositionScheme::none;
}

/// How many sets of frequencies and decays a figure goes through.
std::int64_t rate_sets(const AttentionDecay& p) {
  return 1 + std::ranges::count_if(p.schemes, [](PositionScheme scheme) {
           return turns(scheme) && scheme != PositionScheme::rope;
         });
}

/// Whether all of the figure can be drawn at once.
bool fits_a_frame(const AttentionDecay& p, std::int64_t pairs) {
  const std::int64_t terms = (p.distance_limit + 1) * pairs;
  const bool rounds = p.precision != FloatFormat::float64;
  return terms * (1 + rate_sets(p)) <= quick_terms && p.context * pairs <= quick_terms / 3 &&
         (!rounds || terms <= quick_phasors);
}

DistanceFunction in_blocks(const LogitFunction& function, const PairSums& sums) {
  return [&function, &sums](std::int64_t first, std::span<double> values) {
    if (function.coefficients.empty())
      std::ranges::fill(values, 0.0);
    else
      sums.at(function.coefficients, first, values);
    for (std::size_t n = 0; n < values.size(); ++n)
      values[n] +=
          function.constant - function.slope * static_cast<double>(first + static_cast<std::int64_t>(n));
  };
}

}  // namespace

AttentionDecayScene attention_decay_scene(const AttentionDecay& p, const Pass& pass) {
  AttentionDecayScene scene;
  scene.parameters = p;
  scene.pass = pass;
  scene.scaled = scaled_frequencies(p.rotary_dimensions, p.base, p.scaling, scaling_parameters(p));
  const std::int64_t count = p.distance_limit + 1;
  scene.partial = pass.quick && !fits_a_frame(p, scene.pairs());
  scene.every = p.draws_every_distance() && !scene.partial;
  std::size_t most = scene.every ? static_cast<std::size_t>(count) : most_columns;
  if (scene.partial)
    most = std::min(most, static_cast<std::size_t>(quick_phasors / (scene.pairs() * rate_sets(p))));
  scene.columns =
      distance_columns(p.distance_limit, std::max<std::size_t>(most, 2), scene.logarithmic() && !scene.every);
  if (!scene.partial) scene.sums.emplace(PairRates{scene.scaled.inverse_frequency});
  if (scene.every) return scene;
  scene.points = scene.partial ? sample_distances(scene.columns, 1) : exact_distances(scene.columns);
  scene.phasors_at_points = pair_phasors({scene.scaled.inverse_frequency}, scene.points);
  return scene;
}

std::vector<std::complex<double>> independent_content(const AttentionDecayScene& scene, std::uint64_t draw) {
  std::vector<std::complex<double>> products;
  for (std::int64_t i = 0; i < scene.pairs(); ++i)
    products.push_back(0.5 * coordinate_pair(scene.parameters, draw, i, 0) *
                       std::conj(coordinate_pair(scene.parameters, draw, i, 1)));
  return products;
}

std::vector<std::complex<double>> pair_content(const AttentionDecayScene& scene, DecayContent content) {
  const AttentionDecay& p = scene.parameters;
  if (content == DecayContent::independent) return independent_content(scene, 0);
  std::vector<std::complex<double>> products;
  for (std::int64_t i = 0; i < scene.pairs(); ++i) {
    std::complex<double> product = 1;
    if (content != DecayContent::ones) product = 0.5 * std::norm(coordinate_pair(p, 0, i, 0));
    if (content == DecayContent::peak)  // the key is the query turned ahead
      product *= std::conj(phasor(static_cast<double>(p.peak_distance), scene.scaled.inverse_frequency[i]));
    products.push_back(product);
  }
  return products;
}

LogitFunction scheme_logit(const AttentionDecayScene& scene, PositionScheme scheme) {
  const AttentionDecay& p = scene.parameters;
  const double root = std::sqrt(p.head_dimension);
  LogitFunction function{.coefficients = pair_content(scene, p.content)};
  function.constant = unrotated_content(p) / root;
  double strength = 2 / root;  // the content is counted for pairs of length 1
  if (!turns(scheme)) {
    for (const std::complex<double>& product : function.coefficients)
      function.constant += strength * product.real();
    function.coefficients.clear();
    if (scheme == PositionScheme::alibi)
      function.slope = alibi_slopes(p.heads)[static_cast<std::size_t>(p.head - 1)];
    return function;
  }
  if (scheme == PositionScheme::xpos) {
    function.rates = {inverse_frequencies(p.rotary_dimensions, p.base), xpos_decays(p.rotary_dimensions)};
  } else if (scheme == PositionScheme::rope) {
    function.as_set = true;
    strength *= scene.scaled.attention_factor * scene.scaled.attention_factor;
  } else {
    const ScaledFrequencies scaled =
        scaled_frequencies(p.rotary_dimensions, p.base, static_cast<RotaryScaling>(static_cast<int>(scheme)),
                           scaling_parameters(p));
    function.rates = {scaled.inverse_frequency};
    strength *= scaled.attention_factor * scaled.attention_factor;
  }
  for (std::complex<double>& product : function.coefficients) product *= strength;
  return function;
}

std::vector<double> values_at_points(const AttentionDecayScene& scene, const LogitFunction& function) {
  std::vector<double> values(scene.points.size(), function.constant);
  if (!function.coefficients.empty() && !values.empty()) {
    const Eigen::ArrayXd sums =
        pair_sums(function.as_set ? scene.phasors_at_points : pair_phasors(function.rates, scene.points),
                  function.coefficients);
    for (std::size_t n = 0; n < values.size(); ++n) values[n] += sums[static_cast<Eigen::Index>(n)];
  }
  for (std::size_t n = 0; n < values.size(); ++n) values[n] -= function.slope * scene.points[n];
  return values;
}

namespace {

template <class Summary>
auto from_all_distances(const AttentionDecayScene& scene, const LogitFunction& function,
                        const Summary& summary) {
  return function.as_set ? summary(in_blocks(function, *scene.sums))
                         : summary(in_blocks(function, PairSums(function.rates)));
}

}  // namespace

ColumnSummary summary_of(const AttentionDecayScene& scene, const LogitFunction& function) {
  if (scene.partial) return summarise_samples(values_at_points(scene, function), 1);
  return from_all_distances(scene, function, [&](const DistanceFunction& values) {
    return summarise(scene.columns, values, scene.pass.stop);
  });
}

ColumnSummary bound_summary(const AttentionDecayScene& scene) {
  if (scene.partial) {
    const Eigen::ArrayXd bounds = decay_bounds(scene.phasors_at_points);
    return summarise_samples(std::span(bounds.data(), static_cast<std::size_t>(bounds.size())), 1);
  }
  const DecayBounds bounds(scene.scaled.inverse_frequency);
  return summarise(
      scene.columns, [&](std::int64_t first, std::span<double> values) { bounds.at(first, values); },
      scene.pass.stop);
}

AttentionWeights weights_of(const AttentionDecayScene& scene, const LogitFunction& function) {
  const double temperature = scene.parameters.temperature;
  if (scene.partial)
    return sampled_attention_weights(scene.columns, scene.points, values_at_points(scene, function),
                                     temperature);
  return from_all_distances(scene, function, [&](const DistanceFunction& logits) {
    return attention_weights(scene.columns, logits, temperature, scene.pass.stop);
  });
}

}  // namespace theta
