// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/attention_decay_parameters.h"
#include "core/model/lab.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <variant>
#include <vector>

// What the tests of the lab `attention-decay` share.

namespace theta {

inline const Lab& decay_lab() { return *find_lab("attention-decay"); }

inline Figure decay_figure(const AttentionDecay& parameters, const Pass& pass = {}) {
  return decay_lab().draw(to_values(parameters), pass);
}

/// x and y of a curve or points.
struct Series {
  std::vector<double> x, y;

  double at(double wanted) const {
    const auto place = std::ranges::find(x, wanted);
    return place == x.end() ? NAN : y[static_cast<std::size_t>(place - x.begin())];
  }
};

inline Series series_of(const Figure& figure, std::string_view panel, std::string_view id) {
  for (const Layer& each : find_panel(figure, panel)->layers) {
    if (mark_of(each).id != id) continue;
    if (const auto* curve = std::get_if<Curve>(&each)) return {curve->x, curve->y};
    if (const auto* points = std::get_if<Points>(&each)) return {points->x, points->y};
  }
  return {};
}

}  // namespace theta
