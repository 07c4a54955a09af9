// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sheet.h"
#include "core/write/figure_pgfplots.h"

#include <string>

namespace theta {

/// A figure as LaTeX with pgfplots, its panels where the PDF has them, in the sheet's colours. Needs a
/// QGuiApplication: how wide labels are decides where plots stand.
std::string figure_tex(const Figure& figure, const Origin& origin, const Sheet& sheet,
                       const std::string& state);

}  // namespace theta
