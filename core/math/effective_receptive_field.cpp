// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/effective_receptive_field.h"

#include "core/math/floor_division.h"
#include "core/math/nan.h"
#include "core/math/random.h"
#include "core/math/units_read.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace theta {
namespace {

constexpr std::int64_t few_taps = 8;  // above, running sums are faster than a multiplication a tap

std::size_t index(std::int64_t number) { return static_cast<std::size_t>(number); }

/// The taps of a unit that meet an input: first, first + every, …, `count` of them.
struct Taps {
  std::int64_t first = 0, every = 1, count = 0;
};

Taps taps_of(const AxisLayer& shape, std::int64_t at) {
  if (!shape.transposed) return {0, 1, shape.kernel};
  Taps taps{0, shape.stride / std::gcd(shape.stride, shape.dilation), 0};
  while (taps.first < taps.every && (at - taps.first * shape.dilation) % shape.stride != 0) ++taps.first;
  if (taps.first < std::min(taps.every, shape.kernel))
    taps.count = (shape.kernel - 1 - taps.first) / taps.every + 1;
  return taps;
}

/// What a layer's units read of its input, end to end, as far as it is there.
Range inputs_of(const AxisLayer& shape, std::int64_t padding, Range units, std::int64_t size) {
  Range range = {units.first * shape.stride - padding,
                 units.last * shape.stride - padding + shape.extent() - 1};
  if (shape.transposed)
    range = {ceiling_division(units.first + padding - shape.extent() + 1, shape.stride),
             floor_division(units.last + padding, shape.stride)};
  return {std::max<std::int64_t>(range.first, 0), std::min(range.last, size - 1)};
}

Range range_of(const GradientProfile& profile) {
  return {profile.first, profile.first + static_cast<std::int64_t>(profile.values.size()) - 1};
}

GradientProfile zeros(Range range) { return {range.first, std::vector<double>(index(range.size()))}; }

void add(GradientProfile& sum, GradientProfile other, double factor) {
  if (other.values.empty()) return;
  if (sum.values.empty()) {
    sum = std::move(other);
    if (factor != 1) {
      for (double& value : sum.values) value *= factor;
    }
    return;
  }
  Range both = range_of(sum);
  grow(both, range_of(other));
  if (!(both == range_of(sum))) {
    GradientProfile grown = zeros(both);
    std::ranges::copy(sum.values, grown.values.begin() + (sum.first - both.first));
    sum = std::move(grown);
  }
  const std::size_t offset = index(other.first - sum.first);
  for (std::size_t i = 0; i < other.values.size(); ++i) sum.values[offset + i] += factor * other.values[i];
}

/// The gradient with respect to a layer's input from the one with respect to its units. `spread(from, count,
/// to, step, taps)` adds `count` units' gradients, each times a weight, to inputs `step` apart.
GradientProfile through(const AxisLayer& shape, std::int64_t padding, const GradientProfile& units,
                        std::int64_t size, auto&& spread) {
  GradientProfile read = zeros(inputs_of(shape, padding, range_of(units), size));
  const Range all = range_of(units), there = range_of(read);
  if (there.empty()) return read;
  if (!shape.transposed) {
    for (std::int64_t tap = 0; tap < shape.kernel; ++tap) {
      const std::int64_t offset = tap * shape.dilation - padding;
      const std::int64_t first = std::max(all.first, ceiling_division(there.first - offset, shape.stride));
      const std::int64_t last = std::min(all.last, floor_division(there.last - offset, shape.stride));
      if (first <= last)
        spread(&units.values[index(first - all.first)], index(last - first + 1),
               &read.values[index(first * shape.stride + offset - there.first)], index(shape.stride),
               shape.kernel);
    }
    return read;
  }
  for (std::int64_t unit = all.first; unit <= all.last; ++unit) {
    const Taps taps = taps_of(shape, unit + padding);
    for (std::int64_t n = 0; n < taps.count; ++n) {
      const std::int64_t tap = taps.first + n * taps.every;
      const std::int64_t input = (unit + padding - tap * shape.dilation) / shape.stride;
      if (input >= there.first && input <= there.last)
        spread(&units.values[index(unit - all.first)], 1, &read.values[index(input - there.first)], 1,
               taps.count);
    }
  }
  return read;
}

void spread_evenly(const double* from, std::size_t count, double* to, std::size_t step, std::int64_t taps) {
  const double weight = 1 / static_cast<double>(taps);
  if (step == 1) {
    for (std::size_t i = 0; i < count; ++i) to[i] += weight * from[i];
  } else {
    for (std::size_t i = 0; i < count; ++i) to[i * step] += weight * from[i];
  }
}

/// The same with all weights 1 / kernel, for a long kernel: a running sum along each of the dilation's combs.
GradientProfile through_mean(const AxisLayer& shape, std::int64_t padding, const GradientProfile& units,
                             std::int64_t size) {
  if (shape.transposed || shape.kernel <= few_taps)
    return through(shape, padding, units, size, spread_evenly);
  const Range reach = range_of(units);
  const std::int64_t first = reach.first * shape.stride - padding;
  GradientProfile spread = zeros({first, reach.last * shape.stride - padding + shape.extent() - 1});
  for (std::size_t i = 0; i < units.values.size(); ++i)
    spread.values[i * index(shape.stride)] = units.values[i] / static_cast<double>(shape.kernel);
  std::vector<double> sums = spread.values;
  const std::size_t step = index(shape.dilation), window = index(shape.dilation * shape.kernel);
  for (std::size_t i = step; i < sums.size(); ++i) {
    sums[i] += sums[i - step];
    if (i >= window) sums[i] -= spread.values[i - window];
  }
  GradientProfile read = zeros(inputs_of(shape, padding, reach, size));
  for (std::size_t i = 0; i < read.values.size(); ++i)
    read.values[i] = std::max(0.0, sums[i + index(read.first - first)]);  // cancelled to below zero: nothing
  return read;
}

/// Of the paths down from a layer, the part that goes on through its own kernel and the part through what is
/// joined with it; 0 where nothing is.
struct Shares {
  double own = 1, joined = 0;
};

/// Per layer, item 0 the first. Paths are counted as powers of two: a thousand joins double them 1 000 times.
std::vector<Shares> shares_of_paths(std::span<const AxisLayer> layers) {
  std::vector<double> doublings = {0};
  std::vector<Shares> shares;
  shares.reserve(layers.size());
  for (std::size_t at = 1; at <= layers.size(); ++at) {
    const AxisLayer& shape = layers[at - 1];
    const double own = doublings[source_of(shape, at)];
    const double ratio = shape.join > 0 ? std::exp2(doublings[joined_by(shape, at)] - own) : 0;
    doublings.push_back(own + std::log2(1 + ratio));
    const double share = 1 / (1 + ratio);
    shares.push_back({share, 1 - share});
  }
  return shares;
}

/// Walks down from a unit to the image; `pass` takes one layer's gradient to its input.
GradientProfile gradient(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                         std::size_t layer, std::int64_t unit, std::span<const Shares> shares, auto&& pass) {
  std::vector<GradientProfile> profiles(layer + 1);
  profiles[layer] = {unit, {1}};
  for (std::size_t at = layer; at > 0; --at) {
    GradientProfile units = std::move(profiles[at]);
    if (units.values.empty()) continue;
    const AxisLayer& shape = layers[at - 1];
    const LayerField& field = fields[at];
    const std::size_t source = source_of(shape, at);
    const std::int64_t first = units.first;
    units.first = first + field.crop;
    add(profiles[source], pass(shape, field.padding_before, units, fields[source].output_size),
        shares[at - 1].own);
    units.first = first + field.join_crop;
    if (shape.join > 0) add(profiles[joined_by(shape, at)], units, shares[at - 1].joined);
  }
  return std::move(profiles[0]);
}

/// Weights ±1/√taps, their signs the bits of the generator.
class Signs {
 public:
  Signs(std::uint64_t seed, std::uint64_t stream) : random_(seed, stream) {}
  void operator()(const double* from, std::size_t count, double* to, std::size_t step, std::int64_t taps) {
    const double weight = 1 / std::sqrt(static_cast<double>(taps));
    for (std::size_t block = 0; block < count; block += 64) {
      const std::uint64_t signs = random_.bits();
      for (std::size_t i = block; i < std::min(block + 64, count); ++i) {
        const std::uint64_t sign = (signs >> (i - block)) << 63;
        to[i * step] += weight * std::bit_cast<double>(std::bit_cast<std::uint64_t>(from[i]) ^ sign);
      }
    }
  }

 private:
  Random random_;
};

}  // namespace

double GradientProfile::peak() const { return values.empty() ? 0 : std::ranges::max(values); }

double GradientProfile::sum() const { return std::accumulate(values.begin(), values.end(), 0.0); }

Range GradientProfile::effective() const {
  const double least = effective_threshold * peak();
  if (!(least > 0)) return {};
  const auto counts = [&](double value) { return value >= least; };
  const auto low = std::ranges::find_if(values, counts);
  const auto high = std::find_if(values.rbegin(), values.rend(), counts);
  return {first + (low - values.begin()), first + (values.rend() - high) - 1};
}

GradientProfile mean_gradient(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                              std::size_t layer, std::int64_t unit) {
  return gradient(layers, fields, layer, unit, shares_of_paths(layers), through_mean);
}

GradientProfile squared_gradient(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                 std::size_t layer, std::int64_t unit, std::uint64_t seed, int draws,
                                 const std::stop_token& stop) {
  std::vector<Shares> roots = shares_of_paths(layers);  // their squares are added
  for (Shares& each : roots) each = {std::sqrt(each.own), std::sqrt(each.joined)};
  GradientProfile mean;
  for (int draw = 0; draw < draws && !stop.stop_requested(); ++draw) {
    Signs signs(seed, static_cast<std::uint64_t>(draw));
    const auto pass = [&](const AxisLayer& shape, std::int64_t padding, const GradientProfile& units,
                          std::int64_t size) { return through(shape, padding, units, size, signs); };
    GradientProfile drawn = gradient(layers, fields, layer, unit, roots, pass);
    for (double& value : drawn.values) value *= value;
    add(mean, std::move(drawn), 1.0 / draws);
  }
  return mean;
}

double gradient_work(std::span<const AxisLayer> layers, std::span<const LayerField> fields, std::size_t layer,
                     std::int64_t unit) {
  const std::vector<Range> ranges = ranges_read(layers, fields, layer, unit);
  double work = 0;
  for (std::size_t at = 1; at <= layer; ++at) {
    const AxisLayer& shape = layers[at - 1];
    const Range there = {std::max<std::int64_t>(ranges[at].first, 0),
                         std::min(ranges[at].last, fields[at].output_size - 1)};
    const std::int64_t taps = shape.transposed ? (shape.kernel - 1) / shape.stride + 1 : shape.kernel;
    work += static_cast<double>(there.size()) * static_cast<double>(taps);
  }
  return work;
}

std::vector<PositionMoments> gradient_moments(std::span<const AxisLayer> layers,
                                              std::span<const LayerField> fields) {
  const std::vector<Shares> shares = shares_of_paths(layers);
  std::vector<PositionMoments> moments = {{0, 0}};
  for (std::size_t at = 1; at < fields.size(); ++at) {
    if (fields[at].missing != NoField::defined) {
      moments.push_back({nan, nan});
      continue;
    }
    const AxisLayer& shape = layers[at - 1];
    const std::size_t source = source_of(shape, at);
    const double below = fields[source].jump();
    const double own = shape.transposed ? below / static_cast<double>(shape.stride) : below;
    const double to_middle =
        static_cast<double>(fields[at].padding_before) - static_cast<double>(shape.extent() - 1) / 2;
    const double taps = static_cast<double>(shape.kernel), step = static_cast<double>(shape.dilation) * own;
    PositionMoments next = {moments[source].mean + (shape.transposed ? to_middle : -to_middle) * own,
                            moments[source].variance + step * step * (taps * taps - 1) / 12};
    if (shape.join > 0) {
      const PositionMoments& joined = moments[joined_by(shape, at)];
      const double jump = fields[at].jump();
      const double left = next.mean + static_cast<double>(fields[at].crop) * jump;
      const double right = joined.mean + static_cast<double>(fields[at].join_crop) * jump;
      const auto [through_own, through_joined] = shares[at - 1];
      next = {through_own * left + through_joined * right,
              through_own * next.variance + through_joined * joined.variance +
                  through_own * through_joined * (left - right) * (left - right)};
    }
    moments.push_back(next);
  }
  return moments;
}

std::vector<double> effective_widths(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                     double most_work) {
  std::vector<std::size_t> last_use(fields.size());  // beyond, a profile's memory serves the next ones
  for (std::size_t at = 1; at < fields.size(); ++at)
    last_use[source_of(layers[at - 1], at)] = last_use[joined_by(layers[at - 1], at)] = at;
  const std::vector<Shares> shares = shares_of_paths(layers);
  std::vector<GradientProfile> profiles(fields.size());
  profiles[0] = {0, {1}};
  std::vector<double> widths = {1};
  double work = 0;
  for (std::size_t at = 1; at < fields.size(); ++at) {
    widths.push_back(nan);
    const AxisLayer& shape = layers[at - 1];
    const LayerField& field = fields[at];
    const GradientProfile& input = profiles[source_of(shape, at)];
    const GradientProfile& joined = profiles[joined_by(shape, at)];
    if (field.missing != NoField::defined || shape.transposed || input.values.empty() || field.period != 1)
      continue;
    if (shape.join > 0 && joined.values.empty()) continue;
    const double taps = static_cast<double>(std::min(shape.kernel, few_taps));
    work += taps * static_cast<double>(field.largest());
    if (!(work <= most_work)) break;
    // Turned about: the layer's kernel in steps of the input's jump, read by the pixels the input reads.
    const std::int64_t jump = fields[source_of(shape, at)].shift;
    const AxisLayer turned = {.kernel = shape.kernel, .dilation = shape.dilation * jump};
    GradientProfile own = input;
    own.first = 0;
    const std::int64_t length = static_cast<std::int64_t>(input.values.size()) + turned.extent() - 1;
    own = through_mean(turned, 0, own, length);
    own.first = input.first + (field.crop * shape.stride - field.padding_before) * jump;
    if (shape.join > 0) {
      GradientProfile both, other = joined;
      other.first += field.join_crop * field.shift;
      add(both, std::move(own), shares[at - 1].own);
      add(both, std::move(other), shares[at - 1].joined);
      own = std::move(both);
    }
    widths.back() = static_cast<double>(own.effective().size());
    for (const std::size_t used : {source_of(shape, at), joined_by(shape, at)}) {
      if (last_use[used] == at) profiles[used] = {};
    }
    profiles[at] = std::move(own);
  }
  widths.resize(fields.size(), nan);
  return widths;
}

}  // namespace theta
