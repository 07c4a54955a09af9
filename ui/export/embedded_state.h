// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "ui/export/file_format.h"

#include <optional>
#include <string>
#include <string_view>

namespace theta {

/// A text as other programs save it may begin with a mark of its encoding.
std::string_view without_byte_order_mark(std::string_view text);

/// What a file is, by its beginning; none for what is no figure.
std::optional<FileFormat> format_of_figure(std::string_view bytes);

/// What is wrong with a file of that name that carries no state.
Problem without_state(const std::string& file);

/// The state a figure's file carries, as write_figure_state gave it; also where another program has saved the
/// file since, with other spaces and line ends, or packed. Nothing is drawn, run or followed: only
/// the place where Thetalab puts it is looked at. Throws InputError, in the name of the file, where a figure
/// carries none.
std::string embedded_state(std::string_view bytes, FileFormat format, const std::string& file = "figure");

}  // namespace theta
