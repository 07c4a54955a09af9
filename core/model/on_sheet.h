// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"

namespace theta {

/// The figure as it is set on a sheet: with the sheet's panels alone, and in fewer columns where the sheet
/// asks for them, or is too narrow for those it has side by side and high enough for them one below the
/// other. Throws InputError where the sheet names a panel the figure has not.
Figure on_sheet(const Figure& figure, const Sheet& sheet);

/// How many panels of a figure's narrowest have room side by side.
int side_by_side(const Figure& figure);

/// How high a sheet of that width and font must be, in millimetres, for all its rows of panels to have room:
/// at least as high as the sheet is, at most `greatest`.
double height_with_room(const Figure& figure, const Sheet& sheet, double greatest);

}  // namespace theta
