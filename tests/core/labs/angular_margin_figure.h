// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/angular_margin_parameters.h"
#include "core/model/change.h"

#include <gtest/gtest.h>

namespace theta {

inline const Lab& margin_lab() { return *find_lab("angular-margin"); }

inline Figure drawn(const AngularMargin& lab) {
  const Values values = to_values(lab);
  EXPECT_TRUE(check(margin_lab().fields, values).empty());
  return margin_lab().draw(values, {});
}

}  // namespace theta
