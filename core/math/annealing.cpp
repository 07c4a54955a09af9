// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/annealing.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace theta {

double annealed_temperature(const AnnealingSchedule& schedule, double step) {
  assert(step >= 0 && schedule.refresh >= 1);
  const double set_at = std::floor(step / schedule.refresh) * schedule.refresh;
  const double range = schedule.start - schedule.floor, done = std::min(1.0, set_at / schedule.steps);
  switch (schedule.kind) {
    case Annealing::exponential:
      return std::max(schedule.floor, schedule.start * std::exp(-schedule.rate * set_at));
    case Annealing::linear:
      return schedule.start - done * range;
    case Annealing::cosine:
      return schedule.floor + range * (1 + std::cos(std::numbers::pi * done)) / 2;
    case Annealing::constant:
      break;
  }
  return schedule.start;
}

double floor_reached_at(const AnnealingSchedule& schedule) {
  return std::log(schedule.start / schedule.floor) / schedule.rate;
}

}  // namespace theta
