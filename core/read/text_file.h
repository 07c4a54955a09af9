// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace theta {

/// The bytes of a regular file of at most `largest` bytes, or throws InputError that names the file.
std::string read_text_file(const std::filesystem::path& path, std::uintmax_t largest = 16u << 20);

}  // namespace theta
