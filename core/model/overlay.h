// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/swept_figure.h"

#include <vector>

namespace theta {

/// One figure of 2 to 12, laid over each other panel by panel. A layer that is the same in all stands once,
/// as does a curve that is only cut elsewhere; a curve, a band or points that differ stand once a value,
/// named by it, in a colour that is the value's in all panels and with a dash or marker as second cue. Where
/// that would take more names than layers and values have together, dashes and markers say which layer it is,
/// with a key for each. All else that differs is the first figure's, and a remark says so, as is a panel
/// whose axes do not agree; axes reach as far as any of them. Nothing in it can be dragged or clicked. Throws
/// InputError for fewer or more figures.
Figure overlay(const std::vector<SweptFigure>& figures);

}  // namespace theta
