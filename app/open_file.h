// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure_state.h"
#include "core/model/lab.h"

#include <filesystem>
#include <string>
#include <variant>

namespace theta {

/// What a published model's config.json says about a lab.
struct OpenedModel {
  const Lab* lab;
  Imported imported;
};

/// The bytes of a figure's file, which may be larger than other files. Throws InputError.
std::string read_figure_file(const std::filesystem::path& path);

/// Reads a saved state, a figure that carries one, or a model's config.json, whichever the file is; a config
/// goes to `present`, or where that lab takes none to the first that does. A saved state names no program: it
/// is no figure. Throws InputError with one clear message.
std::variant<FigureState, OpenedModel> read_file(const std::filesystem::path& path, const Lab& present);

}  // namespace theta
