// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sheet.h"
#include "ui/export/file_format.h"

#include <string_view>
#include <vector>

namespace theta {

/// The formats whose files one of the sheet's settings, by its id, says something about.
const std::vector<FileFormat>& formats_of_setting(std::string_view id);

bool has_setting(FileFormat format, std::string_view id);

/// Throws InputError where the sheet asks for what files of one other format alone have, such as the pages of
/// a PDF; what several formats have is left aside in the rest, so that one sheet serves many files.
void check_settings(const Sheet& sheet, FileFormat format);

}  // namespace theta
