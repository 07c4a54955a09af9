// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/units_read.h"

#include "core/math/random.h"
#include "tests/core/math/axis_layers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace theta {
namespace {

TEST(UnitsRead, HolesOfDilationAreSeen) {
  const struct {
    std::vector<std::int64_t> dilations;
    std::int64_t hull, reached;
  } golden[] = {{{2, 2, 2}, 13, 7}, {{1, 2, 4}, 15, 15}, {{1, 2, 3}, 13, 13}, {{4, 4}, 17, 5}};
  for (const auto& each : golden) {
    Layers layers;
    for (const std::int64_t dilation : each.dilations)
      layers.push_back(convolution(3, 1, dilation, dilation));
    const auto fields = receptive_fields(layers, 101);
    const auto read = units_read(layers, fields, layers.size(), 50);
    EXPECT_EQ(fields.back().largest(), each.hull);
    EXPECT_EQ(read[0].reach.size(), each.hull);
    EXPECT_EQ(read[0].count(), each.reached);
  }
}

/// The sets written out, unit by unit.
std::vector<std::set<std::int64_t>> brute_force(const Layers& layers, const std::vector<LayerField>& fields,
                                                std::size_t layer, std::int64_t unit) {
  std::vector<std::set<std::int64_t>> sets(layer + 1);
  sets[layer] = {unit};
  for (std::size_t at = layer; at > 0; --at) {
    const AxisLayer& shape = layers[at - 1];
    const std::size_t source = source_of(shape, at), joined = joined_by(shape, at);
    for (const std::int64_t each : sets[at]) {
      const auto size = fields[source].output_size, own = each + fields[at].crop;
      for (std::int64_t input = 0; input < size; ++input) {
        for (std::int64_t tap = 0; tap < shape.kernel; ++tap) {
          const bool reads =
              shape.transposed
                  ? own + fields[at].padding_before - input * shape.stride == tap * shape.dilation
                  : own * shape.stride - fields[at].padding_before + tap * shape.dilation == input;
          if (reads) sets[source].insert(input);
        }
      }
      if (shape.join > 0) sets[joined].insert(each + fields[at].join_crop);
    }
  }
  return sets;
}

TEST(UnitsRead, AgreesWithTheSetsWrittenOut) {
  Random random(4);
  const auto any = [&](std::uint64_t low, std::uint64_t high) {
    return static_cast<std::int64_t>(low + random.bits() % (high - low + 1));
  };
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    Layers layers;
    for (int i = 0; i < 5; ++i)
      layers.push_back({.transposed = any(0, 3) == 0,
                        .kernel = any(1, 5),
                        .stride = any(1, 3),
                        .padding = any(0, 4),
                        .dilation = any(1, 4),
                        .same = any(0, 5) == 0,
                        .from = static_cast<std::size_t>(any(1, 2)),
                        .join = static_cast<std::size_t>(any(0, 5) == 0 ? any(1, 3) : 0)});
    const auto fields = receptive_fields(layers, 90);
    if (fields.back().missing != NoField::defined || fields.back().output_size < 1) continue;
    const std::int64_t unit = any(0, static_cast<std::uint64_t>(fields.back().output_size - 1));
    const auto read = units_read(layers, fields, layers.size(), unit);
    const auto want = brute_force(layers, fields, layers.size(), unit);
    for (std::size_t layer = 0; layer < read.size(); ++layer) {
      std::set<std::int64_t> got;
      for (const Range& run : read[layer].runs) {
        for (std::int64_t each = run.first; each <= run.last; ++each) got.insert(each);
      }
      ASSERT_EQ(got, want[layer]) << "round " << round << ", layer " << layer;
    }
    const Range region = fields.back().region(unit);
    if (!read[0].runs.empty()) {
      EXPECT_LE(region.first, read[0].runs.front().first);
      EXPECT_GE(region.last, read[0].runs.back().last);
    }
    ++compared;
  }
  EXPECT_GT(compared, 150);
}

TEST(UnitsRead, RegionsAreExactAwayFromTheEnds) {
  Random random(7);
  const auto any = [&](std::uint64_t low, std::uint64_t high) {
    return static_cast<std::int64_t>(low + random.bits() % (high - low + 1));
  };
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    Layers layers;
    for (int i = 0; i < 4; ++i)
      layers.push_back({.transposed = any(0, 2) == 0,
                        .kernel = any(1, 4),
                        .stride = any(1, 3),
                        .padding = any(0, 2),
                        .dilation = any(1, 3)});
    const auto fields = receptive_fields(layers, 600);
    const LayerField& top = fields.back();
    for (std::int64_t step = 0; step < std::min<std::int64_t>(top.period, 12); ++step) {
      const std::int64_t unit = top.output_size / 2 + step;
      const auto read = units_read(layers, fields, layers.size(), unit);
      const Range region = top.region(unit);
      if (read[0].runs.empty()) {
        EXPECT_TRUE(region.empty());
        continue;
      }
      ASSERT_EQ(region, (Range{read[0].runs.front().first, read[0].runs.back().last})) << round;
      ++compared;
    }
  }
  EXPECT_GT(compared, 300);
}

TEST(UnitsRead, WhatAUnitReachesIsWhatReadsIt) {
  Layers layers = {convolution(3, 1, 1), convolution(3, 2, 1), convolution(2, 1, 1, 2), transposed(3, 2),
                   convolution(3, 1, 0)};
  layers[3].join = 3;
  const auto fields = receptive_fields(layers, 31);
  for (const std::int64_t pixel : {0, 7, 30}) {
    const auto reached = ranges_reached(layers, fields, 0, pixel);
    for (std::size_t layer = 1; layer < fields.size(); ++layer) {
      Range readers;
      for (std::int64_t unit = 0; unit < fields[layer].output_size; ++unit) {
        const auto read = units_read(layers, fields, layer, unit);
        for (const Range& run : read[0].runs) {
          if (run.first <= pixel && pixel <= run.last) grow(readers, {unit, unit});
        }
      }
      EXPECT_EQ(reached[layer], readers) << pixel << " " << layer;
    }
  }
}

TEST(UnitsRead, ZerosOfThePaddingAreReadButReadNothing) {
  const Layers layers(2, convolution(3, 1, 1));
  const auto fields = receptive_fields(layers, 10);
  const auto read = units_read(layers, fields, 2, 0);
  EXPECT_EQ(read[1].reach, (Range{-1, 1}));
  EXPECT_EQ(read[1].runs, (std::vector<Range>{{0, 1}}));
  EXPECT_EQ(read[0].reach, (Range{-1, 2}));
  EXPECT_EQ(read[0].runs, (std::vector<Range>{{0, 2}}));
}

}  // namespace
}  // namespace theta
