// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace theta {

/// The first two derivatives of a function at a point; NaN where it has none.
struct Derivatives {
  double first = 0, second = 0;
};

/// Derivatives from values alone: difference quotients at halved steps, extrapolated to step 0 (Richardson),
/// from both sides and from each, of which the one that agrees best with itself is taken. Where left and
/// right each converge to slopes of their own, or f jumps, there is no derivative. Steps start at 1/4 and
/// become narrower where those do not settle, down to the doubles around x. `at` is f(x).
Derivatives derivatives(const std::function<double(double)>& f, double x, double at);

}  // namespace theta
