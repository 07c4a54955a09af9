// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace theta {

/// What figures are written as.
enum class FileFormat { png, svg, pdf, tex, csv, json };

inline constexpr std::array file_formats = {FileFormat::png, FileFormat::svg, FileFormat::pdf,
                                            FileFormat::tex, FileFormat::csv, FileFormat::json};

/// From "png", "svg", "pdf", "tex", "csv" or "json", in whatever case.
std::optional<FileFormat> file_format(std::string_view name);

/// The name of a format, which is also its file extension.
std::string format_name(FileFormat format);

/// "png, svg, pdf, tex, csv, json"
std::string format_names();

/// Whether writing a format needs Qt and fonts.
bool is_painted(FileFormat format);

}  // namespace theta
