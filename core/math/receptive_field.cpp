// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/receptive_field.h"

#include "core/math/floor_division.h"
#include "core/math/largest_whole.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace theta {
namespace {

constexpr std::int64_t most_phases = 1024;

bool fits(double number) { return std::abs(number) <= largest_whole; }

std::int64_t output_size(const AxisLayer& shape, std::int64_t input) {
  if (input < 1) return 0;
  if (shape.transposed) {
    if (!fits(static_cast<double>(input) * static_cast<double>(shape.stride))) return 0;
    return shape.same ? input * shape.stride
                      : (input - 1) * shape.stride - 2 * shape.padding + shape.extent();
  }
  if (shape.same) return (input + shape.stride - 1) / shape.stride;
  const std::int64_t room = input + 2 * shape.padding - shape.extent();
  return room < 0 ? 0 : room / shape.stride + 1;
}

std::int64_t padding_before(const AxisLayer& shape, std::int64_t input) {
  if (!shape.same) return shape.padding;
  if (shape.transposed) return std::max<std::int64_t>(shape.extent() - shape.stride, 0) / 2;
  if (input < 1) return 0;
  const std::int64_t output = output_size(shape, input);
  return std::max<std::int64_t>((output - 1) * shape.stride + shape.extent() - input, 0) / 2;
}

bool ordered(const LayerField& field) {
  for (std::int64_t unit = 0; unit < field.period; ++unit) {
    const Range own = field.region(unit), next = field.region(unit + 1);
    if (own.empty() || next.first < own.first || next.last < own.last) return false;
  }
  return true;
}

/// Builds the regions of one layer; what does not fit is noted and leaves the field without one.
class Builder {
 public:
  explicit Builder(LayerField& field) : field_(field) {}

  void convolve(const LayerField& input, const AxisLayer& shape) {
    const std::int64_t common = std::gcd(input.period, shape.stride);
    const double shift = static_cast<double>(input.shift) * static_cast<double>(shape.stride / common);
    if (!fits(shift)) return leave(NoField::too_large);
    field_.period = input.period / common;
    field_.shift = input.shift * (shape.stride / common);
    field_.regions.resize(static_cast<std::size_t>(field_.period));
    for (std::int64_t unit = 0; unit < field_.period; ++unit) {
      const std::int64_t first = unit * shape.stride - field_.padding_before;
      region(unit) = hull(input, first, shape.dilation, shape.kernel);
    }
  }

  void transpose(const LayerField& input, const AxisLayer& shape) {
    if (input.period * shape.stride > most_phases) return leave(NoField::too_fine);
    field_.period = input.period * shape.stride;
    field_.shift = input.shift;
    field_.regions.resize(static_cast<std::size_t>(field_.period));
    // The taps that meet an input at all are every `every`-th, and step over `step` inputs.
    const std::int64_t common = std::gcd(shape.stride, shape.dilation);
    const std::int64_t every = shape.stride / common, step = shape.dilation / common;
    for (std::int64_t unit = 0; unit < field_.period; ++unit) {
      const std::int64_t at = unit + field_.padding_before;
      std::int64_t tap = 0;
      while (tap < std::min(every, shape.kernel) && (at - tap * shape.dilation) % shape.stride != 0) ++tap;
      if (tap >= std::min(every, shape.kernel)) {
        region(unit) = {};
        continue;
      }
      const std::int64_t taps = (shape.kernel - 1 - tap) / every + 1;
      const std::int64_t last = floor_division(at - tap * shape.dilation, shape.stride);
      region(unit) = hull(input, last - (taps - 1) * step, step, taps);
    }
  }

  void join(const LayerField& left, const LayerField& right) {
    const double across = static_cast<double>(left.shift) * static_cast<double>(right.period);
    if (across != static_cast<double>(right.shift) * static_cast<double>(left.period))
      return leave(NoField::unequal_jumps);
    field_.period = std::lcm(left.period, right.period);
    if (field_.period > most_phases) return leave(NoField::too_fine);
    field_.shift = left.shift * (field_.period / left.period);
    field_.regions.resize(static_cast<std::size_t>(field_.period));
    for (std::int64_t unit = 0; unit < field_.period; ++unit) {
      const Range one = left.region(unit + field_.crop), other = right.region(unit + field_.join_crop);
      if (one.empty() || other.empty()) {
        region(unit) = one.empty() ? other : one;
        continue;
      }
      region(unit) = {std::min(one.first, other.first), std::max(one.last, other.last)};
      const double apart = std::abs(static_cast<double>(one.first - other.first) +
                                    static_cast<double>(one.last - other.last)) /
                           2;
      field_.misalignment = std::max(field_.misalignment, apart);
    }
  }

 private:
  Range& region(std::int64_t unit) { return field_.regions[static_cast<std::size_t>(unit)]; }

  void leave(NoField reason) { field_.missing = reason; }

  /// From the first to the last pixel that inputs first, first + step, … read, `count` of them.
  Range hull(const LayerField& input, std::int64_t first, std::int64_t step, std::int64_t count) {
    const std::int64_t last = first + (count - 1) * step;
    const double farthest = static_cast<double>(std::max(std::abs(first), std::abs(last))) + 1;
    if (!fits((farthest / static_cast<double>(input.period) + 2) * static_cast<double>(input.shift))) {
      leave(NoField::too_large);
      return {};
    }
    Range all;
    const std::int64_t most =
        input.ordered ? 1 : std::min(count, input.period);  // then it repeats, further on
    for (std::int64_t i = 0; i < most; ++i) {
      const Range low = input.region(first + i * step), high = input.region(last - i * step);
      grow(all, low);
      grow(all, high);
    }
    if (!fits(static_cast<double>(all.first)) || !fits(static_cast<double>(all.last)))
      leave(NoField::too_large);
    return all;
  }

  LayerField& field_;
};

LayerField field_of(const AxisLayer& shape, const LayerField& input, const LayerField* joined) {
  LayerField own;
  own.output_size = output_size(shape, input.output_size);
  own.padding_before = padding_before(shape, input.output_size);
  if (input.missing != NoField::defined)
    own.missing = NoField::from_above;
  else if (shape.transposed)
    Builder(own).transpose(input, shape);
  else
    Builder(own).convolve(input, shape);
  own.ordered = own.missing == NoField::defined && ordered(own);
  if (!joined) return own;

  LayerField both = own;
  both.output_size = std::min(own.output_size, joined->output_size);
  if (both.output_size > 0) {
    both.crop = (own.output_size - both.output_size) / 2;
    both.join_crop = (joined->output_size - both.output_size) / 2;
  }
  if (joined->missing != NoField::defined && both.missing == NoField::defined)
    both.missing = NoField::from_above;
  if (both.missing == NoField::defined) Builder(both).join(own, *joined);
  both.ordered = both.missing == NoField::defined && ordered(both);
  return both;
}

}  // namespace

void grow(Range& range, Range by) {
  if (by.empty()) return;
  range = range.empty() ? by : Range{std::min(range.first, by.first), std::max(range.last, by.last)};
}

std::int64_t LayerField::largest() const {
  return std::ranges::max(regions, {}, [](const Range& each) { return each.size(); }).size();
}

std::int64_t LayerField::least() const {
  return std::ranges::min(regions, {}, [](const Range& each) { return each.size(); }).size();
}

double LayerField::start() const { return centre(0); }

Range LayerField::region(std::int64_t unit) const {
  const std::int64_t turns = floor_division(unit, period);
  const Range& range = regions[static_cast<std::size_t>(unit - turns * period)];
  if (range.empty()) return range;
  return {range.first + turns * shift, range.last + turns * shift};
}

double LayerField::centre(std::int64_t unit) const {
  const Range own = region(unit);
  if (!own.empty()) return (static_cast<double>(own.first) + static_cast<double>(own.last)) / 2;
  for (std::size_t i = 0; i < regions.size(); ++i) {  // it reads nothing: it stands where its like would
    if (regions[i].empty()) continue;
    const double middle = (static_cast<double>(regions[i].first) + static_cast<double>(regions[i].last)) / 2;
    return middle + (static_cast<double>(unit) - static_cast<double>(i)) * jump();
  }
  return static_cast<double>(unit) * jump();
}

std::size_t source_of(const AxisLayer& shape, std::size_t layer) {
  return layer - std::min(std::max<std::size_t>(shape.from, 1), layer);
}

std::size_t joined_by(const AxisLayer& shape, std::size_t layer) {
  return layer - std::min(shape.join, layer);
}

std::vector<LayerField> receptive_fields(std::span<const AxisLayer> layers, std::int64_t input_size) {
  std::vector<LayerField> fields;
  fields.reserve(layers.size() + 1);
  fields.push_back({.output_size = input_size});
  for (std::size_t layer = 1; layer <= layers.size(); ++layer) {
    const AxisLayer& shape = layers[layer - 1];
    const LayerField& input = fields[source_of(shape, layer)];
    const LayerField* joined = shape.join > 0 ? &fields[joined_by(shape, layer)] : nullptr;
    fields.push_back(field_of(shape, input, joined));
  }
  return fields;
}

}  // namespace theta
