// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/attention_weights.h"

#include <Eigen/Core>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace theta {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Sums of e^(logit − peak), plain and times the logit above the peak and the distance; the peak moves up
/// with the logits, so that nothing overflows.
struct ExponentialSums {
  double peak = -infinity;
  double plain = 0, times_logit = 0, times_distance = 0;

  void raise(double other) {
    if (!(other > peak)) return;
    const double fallen = peak - other, factor = std::exp(fallen);
    times_logit = plain > 0 ? factor * (times_logit + fallen * plain) : 0;
    plain *= factor;
    times_distance *= factor;
    peak = other;
  }

  void add(double distance, double logit, double copies) {
    raise(logit);
    const double above = logit - peak, weight = copies * std::exp(above);
    plain += weight;
    times_logit += weight * above;
    times_distance += weight * distance;
  }

  void add(double first, const Eigen::ArrayXd& logits) {
    raise(logits.maxCoeff());
    const Eigen::ArrayXd above = logits - peak, weights = above.exp();
    const double here = weights.sum();
    plain += here;
    times_logit += (weights * above).sum();
    const auto steps = Eigen::ArrayXd::LinSpaced(logits.size(), 0, static_cast<double>(logits.size() - 1));
    times_distance += first * here + (weights * steps).sum();
  }

  void add(ExponentialSums other) {
    if (!(other.plain > 0)) return;
    const double highest = std::max(peak, other.peak);
    raise(highest);
    other.raise(highest);
    plain += other.plain;
    times_logit += other.times_logit;
    times_distance += other.times_distance;
  }
};

/// The weights of a column from its logits' extremes and its sums.
void finish(AttentionWeights& result, const std::vector<ExponentialSums>& columns,
            const DistanceColumns& distances, double temperature) {
  ExponentialSums all;
  for (const ExponentialSums& each : columns) all.add(each);
  result.log_sum = all.peak + std::log(all.plain);
  result.entropy = std::max(0.0, std::log(all.plain) - all.times_logit / all.plain);
  result.mean_distance = all.times_distance / all.plain;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto weight = [&](double logit) { return std::exp(logit - result.log_sum); };
    const double least = result.logits.least[c], most = result.logits.most[c];
    result.weights.least.push_back(weight(least / temperature));
    result.weights.most.push_back(most == least ? result.weights.least.back() : weight(most / temperature));
    result.weights.mean.push_back(columns[c].plain * weight(columns[c].peak) /
                                  static_cast<double>(distances.count(c)));
  }
}

}  // namespace

AttentionWeights attention_weights(const DistanceColumns& columns, const DistanceFunction& logits,
                                   double temperature, const std::stop_token& stop) {
  assert(temperature > 0);
  AttentionWeights result;
  std::vector<ExponentialSums> sums(columns.size());
  result.logits = {.least = std::vector(columns.size(), infinity),
                   .most = std::vector(columns.size(), -infinity),
                   .mean = std::vector(columns.size(), 0.0)};
  visit_columns(
      columns, logits, stop, [&](std::size_t column, std::int64_t first, std::span<const double> values) {
        const Eigen::Map<const Eigen::ArrayXd> here(values.data(), static_cast<Eigen::Index>(values.size()));
        result.logits.least[column] = std::min(result.logits.least[column], here.minCoeff());
        result.logits.most[column] = std::max(result.logits.most[column], here.maxCoeff());
        result.logits.mean[column] += here.sum();
        if (here.size() == 1)  // an array of one would cost more than all the rest
          sums[column].add(static_cast<double>(first), here[0] / temperature, 1);
        else
          sums[column].add(static_cast<double>(first), here / temperature);
      });
  for (std::size_t c = 0; c < columns.size(); ++c)
    result.logits.mean[c] /= static_cast<double>(columns.count(c));
  if (!stop.stop_requested()) finish(result, sums, columns, temperature);
  return result;
}

AttentionWeights sampled_attention_weights(const DistanceColumns& columns, std::span<const double> distances,
                                           std::span<const double> logits, double temperature) {
  assert(temperature > 0 && distances.size() == logits.size() && distances.size() % columns.size() == 0);
  const std::size_t each = distances.size() / columns.size();
  AttentionWeights result;
  result.logits = summarise_samples(logits, each);
  std::vector<ExponentialSums> sums(columns.size());
  for (std::size_t n = 0; n < logits.size(); ++n) {
    const double copies = static_cast<double>(columns.count(n / each)) / static_cast<double>(each);
    sums[n / each].add(distances[n], logits[n] / temperature, copies);
  }
  finish(result, sums, columns, temperature);
  return result;
}

}  // namespace theta
