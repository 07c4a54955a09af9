// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/write/origin.h"

#include <optional>
#include <string>
#include <string_view>

namespace theta {

enum class FileFormat { png, svg, pdf, csv, json };

/// From "png", "svg", "pdf", "csv" or "json", in whatever case.
std::optional<FileFormat> file_format(std::string_view name);

/// The name of a format, which is also its file extension.
std::string format_name(FileFormat format);

struct Look {
  int width = 1200, height = 800;  ///< in pixels
  bool dark = false;
};

/// Whether a format holds a picture, so that writing it needs Qt and fonts.
bool is_painted(FileFormat format);

/// Draws what the origin says and returns the bytes of a file. A picture needs a QApplication.
std::string figure_file(const Origin& origin, FileFormat format, const Look& look);

}  // namespace theta
