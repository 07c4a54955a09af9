// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/figure_state.h"
#include "core/write/origin.h"
#include "ui/export/file_format.h"
#include "ui/figure/legend_placement.h"
#include "ui/figure/panel_layout.h"

#include <string>

namespace theta {

/// The bytes of a file with a figure that was drawn from an origin. Throws InputError where the sheet cannot
/// be: a panel that is not there, a picture with too many pixels.
std::string figure_file(const Figure& figure, const Origin& origin, FileFormat format, const Sheet& sheet);

/// The same of what the origin says, drawn anew.
std::string figure_file(const Origin& origin, FileFormat format, const Sheet& sheet);

/// What of a figure goes into a file: the sheet's panels, without the picture's controls. Throws InputError.
Figure figure_in_file(const Figure& whole, const Sheet& sheet);

/// The PNG of what figure_in_file gave, its panels where they were laid out to stand, its labels where those
/// of the picture before did, as far as that is still a good place.
std::string figure_picture(const Figure& figure, const Origin& origin, const Sheet& sheet,
                           const std::vector<PanelPlace>& places, LabelMemory& labels);

}  // namespace theta
