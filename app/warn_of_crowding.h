// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheet_options.h"
#include "core/model/figure.h"
#include "ui/export/file_format.h"

#include <string>

namespace theta {

/// Says what of a painted figure is hidden, cut or left out on its sheet, and what helps. `where`: said
/// first, of one figure among many. Needs a QApplication.
void warn_of_crowding(const Figure& figure, const AskedSheet& asked, FileFormat format,
                      bool panels_can_be_chosen = true, const std::string& where = {});

}  // namespace theta
