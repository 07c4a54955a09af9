// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace theta {

/// Puts the bytes where the path says, whole or not at all: a new file beside the target takes its place once
/// it is on the disk. A link is followed; a device or a pipe is written to as it is. Throws WriteError;
/// what stood there before then still stands there.
void save_file(const std::filesystem::path& path, std::string_view bytes);

/// Throws the WriteError that save_file would, as far as it can be known beforehand: said before long work.
void expect_room_for_file(const std::filesystem::path& path);

/// Makes a folder and those above it where they are missing. Throws WriteError.
void make_folder(const std::filesystem::path& path);

/// Where `-o` says: to the standard output for `-`, else into a file as above.
void write_output(const std::string& output, std::string_view bytes);

/// Writes to the standard output, or throws WriteError.
void write_stdout(std::string_view bytes);

}  // namespace theta
