// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/least_base_memo.h"

#include "core/math/context_base.h"

namespace theta {
namespace {

constexpr double least_searched = 1e2, most_searched = 1e9;

}  // namespace

/// Bases that do have gaps: the finer the step, the surer the least one is seen. Far contexts take longer.
std::optional<double> least_base_step(int rotary_dimensions, std::int64_t context) {
  const std::int64_t terms = context * (rotary_dimensions / 2);
  if (terms > std::int64_t{1'000'000} * 64) return {};
  return terms <= 8192 * 64 ? 0.0003 : 0.001;
}

LeastBaseMemo::Answer LeastBaseMemo::at(int rotary_dimensions, std::int64_t context, const Pass& pass) {
  const std::pair key(rotary_dimensions, context);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = found_.find(key); known != found_.end()) return {known->second, true};
  }
  const std::optional<double> step = least_base_step(rotary_dimensions, context);
  if (pass.quick || !step) return {};
  const auto base = least_base(rotary_dimensions, context, least_searched, most_searched, *step, pass.stop);
  if (pass.stop.stop_requested()) return {};
  const std::lock_guard lock(mutex_);
  found_[key] = base;
  return {base, true};
}

}  // namespace theta
