// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/figure_state.h"
#include "core/write/origin.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace theta {

enum class FileFormat { png, svg, pdf, tex, csv, json };

/// From "png", "svg", "pdf", "tex", "csv" or "json", in whatever case.
std::optional<FileFormat> file_format(std::string_view name);

/// The name of a format, which is also its file extension.
std::string format_name(FileFormat format);

/// "png, svg, pdf, tex, csv, json"
std::string format_names();

/// Whether writing a format needs Qt and fonts.
bool is_painted(FileFormat format);

/// The bytes of a file with a figure that was drawn from an origin. Throws InputError where the sheet cannot
/// be: a panel that is not there, a picture with too many pixels.
std::string figure_file(const Figure& figure, const Origin& origin, FileFormat format, const Sheet& sheet);

/// The same of what the origin says, drawn anew.
std::string figure_file(const Origin& origin, FileFormat format, const Sheet& sheet);

}  // namespace theta
