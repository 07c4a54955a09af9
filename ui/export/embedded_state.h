// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace theta {

enum class FigureKind { png, svg, pdf, csv, tex, json };

/// What a file is, by its beginning; none for what is no figure.
std::optional<FigureKind> figure_kind(std::string_view bytes);

/// The state a figure's file carries, as write_figure_state gave it. Nothing is drawn, run or followed: only
/// the place where Thetalab puts it is looked at. Throws InputError where a figure carries none.
std::string embedded_state(std::string_view bytes, FigureKind kind);

}  // namespace theta
