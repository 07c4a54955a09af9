// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shared_axis.h"

#include "core/model/shared_text.h"

#include <algorithm>

namespace theta {
namespace {

/// Whether the shorter list is the start of the longer one.
bool agree(const std::vector<Text>& left, const std::vector<Text>& right) {
  const auto [end, _] = std::ranges::mismatch(left, right);
  return static_cast<std::size_t>(end - left.begin()) == std::min(left.size(), right.size());
}

}  // namespace

std::optional<Axis> shared_axis(const std::vector<Axis>& axes) {
  Axis shared = axes.front();
  std::vector<Text> labels;
  for (const Axis& axis : axes) {
    if (axis.scale != shared.scale || !agree(axis.categories, shared.categories)) return {};
    if (axis.categories.size() > shared.categories.size()) shared.categories = axis.categories;
    shared.low = std::min(shared.low, axis.low);
    shared.high = std::max(shared.high, axis.high);
    shared.multiples_of_pi = shared.multiples_of_pi && axis.multiples_of_pi;
    shared.whole = shared.whole && axis.whole;
    labels.push_back(axis.label);
  }
  shared.label = shared_text(labels);
  return shared;
}

}  // namespace theta
