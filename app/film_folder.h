// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

// A film as a folder of numbered pictures: 0001.png first. Each says in its text that a film has put it
// there, which is how a later film knows what it may replace.

namespace theta {

/// Writes a frame's PNG. Throws WriteError.
void save_frame(const std::filesystem::path& folder, std::size_t frame, const std::string& png);

/// Throws InputError where the folder has a picture that is numbered as a frame and no film has put there.
void expect_only_frames(const std::filesystem::path& folder);

/// Removes what an earlier film left from this frame on, and says how many they were.
std::size_t remove_frames_from(const std::filesystem::path& folder, std::size_t first);

}  // namespace theta
