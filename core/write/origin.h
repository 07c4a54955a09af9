// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure_state.h"
#include "core/model/lab.h"
#include "core/model/state.h"

#include <optional>
#include <string>

namespace theta {

/// What a figure was drawn from: with it the figure can be drawn again.
struct Origin {
  const Lab* lab = nullptr;
  State state;
  std::string version;  ///< of the program
  std::optional<ModelOrigin> model = {};
  std::optional<SweepOf> sweep = {};  ///< of one parameter; none: the state alone
};

/// All parameters of the figure, or of each of a sweep's. Throws InputError where a sweep cannot be.
std::vector<Values> values_drawn(const Origin& origin);

/// The figure, whole unless the pass says otherwise. Throws InputError where a sweep cannot be.
Figure drawn(const Origin& origin, const Pass& pass = {});

}  // namespace theta
