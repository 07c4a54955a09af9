// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace theta {

/// The value of a reading that the figure must have.
inline double reading(const Figure& figure, std::string_view id) {
  const auto found =
      std::ranges::find(figure.readings, id, [](const Reading& each) { return std::string_view(each.id); });
  EXPECT_NE(found, figure.readings.end()) << id;
  return found == figure.readings.end() ? 0 : found->value;
}

}  // namespace theta
