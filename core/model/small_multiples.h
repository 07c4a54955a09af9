// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/swept_figure.h"

#include <string_view>
#include <vector>

namespace theta {

/// One panel of several figures side by side, a copy a value, titled with it: about as many columns as rows,
/// axes and colour scales that reach as far as any and one colour a series, so that the copies compare. What
/// an axis shows stands at the left and below, and a layer's name in the first copy where it looks so.
/// Figures without the panel are left out, and a remark says so; nothing can be dragged or clicked. Throws
/// InputError where none has it; not empty.
Figure small_multiples(const std::vector<SweptFigure>& figures, std::string_view id);

}  // namespace theta
