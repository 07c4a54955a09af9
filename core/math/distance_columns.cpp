// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/distance_columns.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace theta {

double DistanceColumns::middle(std::size_t column) const {
  return 0.5 * static_cast<double>(starts[column] + starts[column + 1] - 1);
}

DistanceColumns distance_columns(std::int64_t limit, std::size_t most, bool logarithmic) {
  assert(limit >= 0 && most >= 2);
  DistanceColumns columns{.starts = {0}};
  const double end = static_cast<double>(limit) + 1, count = static_cast<double>(most);
  for (std::size_t c = 1; c < most; ++c) {
    const auto place = static_cast<double>(c);
    const double start =
        logarithmic ? std::pow(end, (place - 1) / (count - 1)) : end * place / count;  // 0 stands by itself
    columns.starts.push_back(
        std::clamp(static_cast<std::int64_t>(std::ceil(start)), columns.starts.back() + 1, limit + 1));
    if (columns.starts.back() > limit) return columns;
  }
  columns.starts.push_back(limit + 1);
  return columns;
}

void visit_columns(
    const DistanceColumns& columns, const DistanceFunction& function, const std::stop_token& stop,
    const std::function<void(std::size_t column, std::int64_t first, std::span<double> values)>& visit) {
  constexpr std::int64_t portion = 16'384;
  std::vector<double> values(static_cast<std::size_t>(std::min(portion, columns.starts.back())));
  std::size_t column = 0;
  for (std::int64_t first = 0; first < columns.starts.back(); first += portion) {
    if (stop.stop_requested()) return;
    const std::int64_t last = std::min(first + portion, columns.starts.back());
    const std::span<double> here(values.data(), static_cast<std::size_t>(last - first));
    function(first, here);
    for (std::int64_t s = first; s < last;) {
      const std::int64_t end = std::min(last, columns.starts[column + 1]);
      visit(column, s, here.subspan(static_cast<std::size_t>(s - first), static_cast<std::size_t>(end - s)));
      s = end;
      if (s == columns.starts[column + 1]) ++column;
    }
  }
}

ColumnSummary summarise(const DistanceColumns& columns, const DistanceFunction& function,
                        const std::stop_token& stop) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const std::size_t size = columns.size();
  ColumnSummary summary{.least = std::vector(size, infinity),
                        .most = std::vector(size, -infinity),
                        .mean = std::vector(size, 0.0)};
  visit_columns(columns, function, stop,
                [&](std::size_t column, std::int64_t, std::span<const double> values) {
                  for (const double value : values) {
                    summary.least[column] = std::min(summary.least[column], value);
                    summary.most[column] = std::max(summary.most[column], value);
                    summary.mean[column] += value;
                  }
                });
  for (std::size_t c = 0; c < size; ++c) summary.mean[c] /= static_cast<double>(columns.count(c));
  return summary;
}

ColumnSummary summarise_samples(std::span<const double> values, std::size_t each) {
  assert(each > 0 && values.size() % each == 0);
  ColumnSummary summary;
  for (std::size_t first = 0; first < values.size(); first += each) {
    const auto column = values.subspan(first, each);
    const auto [least, most] = std::ranges::minmax_element(column);
    double sum = 0;
    for (const double value : column) sum += value;
    summary.least.push_back(*least);
    summary.most.push_back(*most);
    summary.mean.push_back(sum / static_cast<double>(each));
  }
  return summary;
}

std::vector<double> sample_distances(const DistanceColumns& columns, std::size_t each) {
  assert(each > 0);
  std::vector<double> distances;
  distances.reserve(columns.size() * each);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto width = static_cast<double>(columns.count(c)) / static_cast<double>(each);
    for (std::size_t n = 0; n < each; ++n) {
      const double turns = static_cast<double>(distances.size()) * (std::numbers::phi - 1);
      const double within = width > 1 ? turns - std::floor(turns) : 0;
      distances.push_back(
          std::floor(static_cast<double>(columns.starts[c]) + (static_cast<double>(n) + within) * width));
    }
  }
  return distances;
}

}  // namespace theta
