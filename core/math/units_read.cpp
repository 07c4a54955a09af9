// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/units_read.h"

#include "core/math/bit_window.h"
#include "core/math/floor_division.h"
#include "core/math/largest_whole.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// What a range of units reads of the layer's input, end to end.
Range input_range(const AxisLayer& shape, std::int64_t padding, Range units) {
  if (!shape.transposed)
    return {units.first * shape.stride - padding, units.last * shape.stride - padding + shape.extent() - 1};
  return {ceiling_division(units.first + padding - shape.extent() + 1, shape.stride),
          floor_division(units.last + padding, shape.stride)};
}

Range moved(Range range, std::int64_t by) { return {range.first + by, range.last + by}; }

bool far(Range range, std::int64_t stride) {
  const double most = largest_whole / static_cast<double>(stride) / 2;
  return std::abs(static_cast<double>(range.first)) > most ||
         std::abs(static_cast<double>(range.last)) > most;
}

/// The units that read some of a range of inputs, end to end.
Range reading_range(const AxisLayer& shape, std::int64_t padding, Range inputs) {
  if (shape.transposed)
    return {inputs.first * shape.stride - padding, inputs.last * shape.stride - padding + shape.extent() - 1};
  return {ceiling_division(inputs.first + padding - shape.extent() + 1, shape.stride),
          floor_division(inputs.last + padding, shape.stride)};
}

/// The inputs that a set of units reads, of `size` that are there.
BitWindow inputs(const AxisLayer& shape, std::int64_t padding, const BitWindow& units, std::int64_t size) {
  Range range = input_range(shape, padding, units.hull());
  if (shape.transposed) {
    BitWindow read({std::max<std::int64_t>(range.first, 0), std::min(range.last, size - 1)});
    units.for_each([&](std::int64_t unit) {
      if (shape.dilation == 1) return read.set(input_range(shape, padding, {unit, unit}));
      for (std::int64_t tap = 0; tap < shape.kernel; ++tap) {
        const std::int64_t at = unit + padding - tap * shape.dilation;
        if (at % shape.stride == 0) read.set(Range{at / shape.stride, at / shape.stride});
      }
    });
    return read;
  }
  range.last = std::min(range.last, size - 1);
  BitWindow read(range);
  if (shape.stride == 1) {
    read.add(units.moved(-padding).within(range));
  } else {
    units.for_each([&](std::int64_t unit) {
      const std::int64_t first = unit * shape.stride - padding;
      if (first <= range.last) read.set(first);
    });
  }
  for (std::int64_t taps = 1; taps < shape.kernel;) {  // twice as many taps each time
    const std::int64_t more = std::min(taps, shape.kernel - taps);
    read.add_shifted(more * shape.dilation);
    taps += more;
  }
  return read.within({0, size - 1});
}

}  // namespace

std::int64_t UnitsRead::count() const {
  std::int64_t count = 0;
  for (const Range& run : runs) count += run.size();
  return count;
}

std::vector<Range> ranges_read(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                               std::size_t layer, std::int64_t unit) {
  std::vector<Range> read(layer + 1);
  read[layer] = {unit, unit};
  for (std::size_t at = layer; at > 0; --at) {
    const Range units = read[at];
    const AxisLayer& shape = layers[at - 1];
    if (units.empty() || far(units, shape.stride)) continue;
    grow(read[source_of(shape, at)],
         input_range(shape, fields[at].padding_before, moved(units, fields[at].crop)));
    if (shape.join > 0) grow(read[joined_by(shape, at)], moved(units, fields[at].join_crop));
  }
  return read;
}

std::vector<Range> ranges_reached(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                  std::size_t layer, std::int64_t unit) {
  std::vector<Range> reached(layers.size() + 1);
  reached[layer] = {unit, unit};
  for (std::size_t at = layer + 1; at <= layers.size(); ++at) {
    const AxisLayer& shape = layers[at - 1];
    const Range inputs = reached[source_of(shape, at)];
    Range own;
    if (!inputs.empty() && !far(inputs, shape.stride))
      own = moved(reading_range(shape, fields[at].padding_before, inputs), -fields[at].crop);
    if (shape.join > 0 && !reached[joined_by(shape, at)].empty())
      grow(own, moved(reached[joined_by(shape, at)], -fields[at].join_crop));
    reached[at] = {std::max<std::int64_t>(own.first, 0), std::min(own.last, fields[at].output_size - 1)};
  }
  return reached;
}

std::vector<UnitsRead> units_read(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                  std::size_t layer, std::int64_t unit) {
  std::vector<UnitsRead> read(layer + 1);
  std::vector<BitWindow> sets(layer + 1);
  sets[layer] = BitWindow({unit, unit});
  sets[layer].set(unit);
  read[layer].reach = {unit, unit};
  for (std::size_t at = layer + 1; at-- > 0;) {
    const BitWindow units = std::move(sets[at]);
    read[at].runs = units.runs();
    if (at == 0 || read[at].runs.empty()) continue;
    const AxisLayer& shape = layers[at - 1];
    const std::size_t source = source_of(shape, at);
    const BitWindow own = units.moved(fields[at].crop);
    grow(read[source].reach, input_range(shape, fields[at].padding_before, own.hull()));
    sets[source].add(inputs(shape, fields[at].padding_before, own, fields[source].output_size));
    if (shape.join > 0) {
      const std::size_t joined = joined_by(shape, at);
      const BitWindow other = units.moved(fields[at].join_crop);
      grow(read[joined].reach, other.hull());
      sets[joined].add(other);
    }
  }
  return read;
}

}  // namespace theta
