// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace theta {

/// Whole distances 0 … limit cut into columns, one beside the other: column c holds starts[c] … starts[c + 1]
/// − 1.
struct DistanceColumns {
  std::vector<std::int64_t> starts;  ///< one more than there are columns; the last is limit + 1

  std::size_t size() const { return starts.size() - 1; }
  std::int64_t limit() const { return starts.back() - 1; }
  std::int64_t count(std::size_t column) const { return starts[column + 1] - starts[column]; }
  double middle(std::size_t column) const;
};

/// At most `most` columns of the same width, or, `logarithmic`, of the same ratio; no column is empty, so
/// that few distances have a column each. limit ≥ 0, most ≥ 2.
DistanceColumns distance_columns(std::int64_t limit, std::size_t most, bool logarithmic);

/// What a function of the distance does in each column: of all whole distances in it, or of those looked at.
struct ColumnSummary {
  std::vector<double> least, most, mean;
};

/// Fills in a function's values at first, first + 1, ….
using DistanceFunction = std::function<void(std::int64_t first, std::span<double> values)>;

/// Calls `visit` with each stretch of values that lies in one column, in ascending order: a column's values
/// may come in several stretches. Every whole distance is looked at. Ends early once `stop` is requested.
void visit_columns(
    const DistanceColumns& columns, const DistanceFunction& function, const std::stop_token& stop,
    const std::function<void(std::size_t column, std::int64_t first, std::span<double> values)>& visit);

/// Every whole distance is looked at. Ends early, its columns unfinished, once `stop` is requested.
ColumnSummary summarise(const DistanceColumns& columns, const DistanceFunction& function,
                        const std::stop_token& stop);

/// From values at `each` distances a column, column by column.
ColumnSummary summarise_samples(std::span<const double> values, std::size_t each);

/// `each` distances of every column, ascending within it: the first where it holds no more, else evenly
/// spread and each moved within its stretch by a fraction that no period repeats, so that nothing periodic
/// hides between them.
std::vector<double> sample_distances(const DistanceColumns& columns, std::size_t each);

}  // namespace theta
