// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/context_base.h"

#include "core/math/attention_decay.h"
#include "core/math/rope.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>
#include <vector>

namespace theta {
namespace {

/// What one base after the other is tried in: most need few distances, and taking memory for each of
/// thousands of bases would take longer than their sums.
struct Space {
  std::vector<double> values = std::vector<double>(4096);
  std::vector<std::complex<double>> ones = {};
  PairSumSpace sums = {};
};

/// The first distance of [from, limit) at which the sum is negative.
std::optional<std::int64_t> negative_between(const Eigen::ArrayXd& frequencies, std::int64_t from,
                                             std::int64_t limit, const std::stop_token& stop, Space& space) {
  const PairSums sums({frequencies});
  space.ones.assign(static_cast<std::size_t>(frequencies.size()), 1);
  std::int64_t portion = 512;  // small bases turn negative soon
  for (std::int64_t first = from; first < limit && !stop.stop_requested(); first += portion) {
    if (first - from >= 8 * portion) portion = static_cast<std::int64_t>(space.values.size());
    const std::span<double> here(space.values.data(),
                                 static_cast<std::size_t>(std::min(portion, limit - first)));
    sums.at(space.ones, first, here, space.sums);
    const auto found = std::ranges::find_if(here, [](double value) { return value < 0; });
    if (found != here.end()) return first + (found - here.begin());
  }
  return {};
}

}  // namespace

std::optional<std::int64_t> first_negative(const Eigen::ArrayXd& frequencies, std::int64_t limit,
                                           const std::stop_token& stop) {
  Space space;
  return negative_between(frequencies, 0, limit, stop, space);
}

std::optional<double> least_base(int rotary_dimensions, std::int64_t context, double low, double high,
                                 double step, const std::stop_token& stop) {
  assert(low > 0 && low <= high && step > 0);
  Space space;
  std::int64_t failed_at = -1;
  for (double base = low; base <= high; base *= 1 + step) {
    const Eigen::ArrayXd frequencies = inverse_frequencies(rotary_dimensions, base);
    if (failed_at >= 0) {
      // Where the base before failed this one mostly fails too, or farther on by as much as the base grew.
      const auto farther = static_cast<std::int64_t>(1.5 * step * static_cast<double>(failed_at)) + 16;
      if (const auto found = negative_between(frequencies, std::max<std::int64_t>(failed_at - 8, 0),
                                              std::min(context, failed_at + farther), stop, space)) {
        failed_at = *found;
        continue;
      }
    }
    const auto found = negative_between(frequencies, 0, context, stop, space);
    if (stop.stop_requested()) return {};
    if (!found) return base;
    failed_at = *found;
  }
  return {};
}

}  // namespace theta
