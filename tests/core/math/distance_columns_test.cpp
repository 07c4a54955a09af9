// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/distance_columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace theta {
namespace {

TEST(DistanceColumns, HoldEveryDistanceOnce) {
  for (const std::int64_t limit : {0, 1, 9, 10, 599, 600, 601, 12'345, 10'000'000}) {
    for (const std::size_t most : {2u, 3u, 600u}) {
      for (const bool logarithmic : {false, true}) {
        const DistanceColumns columns = distance_columns(limit, most, logarithmic);
        EXPECT_EQ(columns.starts.front(), 0);
        EXPECT_EQ(columns.limit(), limit);
        EXPECT_LE(columns.size(), most);
        for (std::size_t c = 0; c < columns.size(); ++c) ASSERT_GT(columns.count(c), 0) << limit << " " << c;
      }
    }
  }
}

TEST(DistanceColumns, AreEvenOnTheirAxis) {
  const DistanceColumns even = distance_columns(99'999, 100, false);
  ASSERT_EQ(even.size(), 100u);
  for (std::size_t c = 0; c < 100; ++c) EXPECT_EQ(even.count(c), 1000);
  const DistanceColumns ratio = distance_columns(9'999'999, 700, true);
  for (std::size_t c = 300; c + 1 < ratio.size(); ++c)
    EXPECT_NEAR(std::log10(static_cast<double>(ratio.starts[c + 1]) / static_cast<double>(ratio.starts[c])),
                0.01, 1e-3);
}

TEST(DistanceColumns, OfFewDistancesHoldOneEach) {
  const DistanceColumns columns = distance_columns(50, 1000, false);
  ASSERT_EQ(columns.size(), 51u);
  EXPECT_EQ(columns.middle(50), 50);
}

TEST(DistanceColumns, SummariseEveryDistance) {
  const auto wave = [](std::int64_t s) {
    return std::cos(2.4 * static_cast<double>(s)) + 1e-5 * static_cast<double>(s);
  };
  const DistanceColumns columns = distance_columns(100'000, 333, true);
  const ColumnSummary summary = summarise(columns,
                                          [&](std::int64_t first, std::span<double> values) {
                                            for (std::size_t n = 0; n < values.size(); ++n)
                                              values[n] = wave(first + static_cast<std::int64_t>(n));
                                          },
                                          {});
  for (std::size_t c = 0; c < columns.size(); ++c) {
    double least = INFINITY, most = -INFINITY, sum = 0;
    for (std::int64_t s = columns.starts[c]; s < columns.starts[c + 1]; ++s) {
      least = std::min(least, wave(s));
      most = std::max(most, wave(s));
      sum += wave(s);
    }
    EXPECT_EQ(summary.least[c], least);
    EXPECT_EQ(summary.most[c], most);
    EXPECT_NEAR(summary.mean[c], sum / static_cast<double>(columns.count(c)), 1e-12);
  }
}

TEST(DistanceColumns, StopEarly) {
  std::stop_source source;
  int calls = 0;
  summarise(
      distance_columns(10'000'000, 10, false),
      [&](std::int64_t, std::span<double> values) {
        std::ranges::fill(values, 0.0);
        if (++calls == 3) source.request_stop();
      },
      source.get_token());
  EXPECT_EQ(calls, 3);
}

TEST(DistanceColumns, SamplesLieInTheirColumns) {
  const DistanceColumns columns = distance_columns(1'000'000, 400, true);
  const std::vector<double> distances = sample_distances(columns, 3);
  ASSERT_EQ(distances.size(), 3 * columns.size());
  for (std::size_t n = 0; n < distances.size(); ++n) {
    EXPECT_GE(distances[n], static_cast<double>(columns.starts[n / 3]));
    EXPECT_LT(distances[n], static_cast<double>(columns.starts[n / 3 + 1]));
    EXPECT_EQ(distances[n], std::floor(distances[n]));
  }
  const ColumnSummary summary = summarise_samples(std::vector{1.0, 5.0, 3.0, -1.0, 0.0, 4.0}, 3);
  EXPECT_EQ(summary.least, (std::vector{1.0, -1.0}));
  EXPECT_EQ(summary.most, (std::vector{5.0, 4.0}));
  EXPECT_EQ(summary.mean, (std::vector{3.0, 1.0}));
}

TEST(DistanceColumns, SamplesOfAPeriodicFunctionFindItsWholeRange) {
  const DistanceColumns columns =
      distance_columns(999'999, 100, false);  // every column starts at the same phase
  double least = 1, most = -1;
  for (const double s : sample_distances(columns, 1)) {
    least = std::min(least, std::cos(2 * M_PI * s / 1000));
    most = std::max(most, std::cos(2 * M_PI * s / 1000));
  }
  EXPECT_LT(least, -0.95);
  EXPECT_GT(most, 0.95);
}

}  // namespace
}  // namespace theta
