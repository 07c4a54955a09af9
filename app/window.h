// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace theta {

/// Opens the window, with a saved state or a model's config.json where one is given, and runs until it is
/// closed. Returns the program's exit code.
int run_window(int argc, char** argv, const std::optional<std::filesystem::path>& file);

}  // namespace theta
