// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

namespace theta {

/// What films are written as: numbered PNG pictures in a folder, or one file that ffmpeg makes of them.
enum class FilmFormat { pictures, gif, mp4, webm };

inline constexpr std::array film_formats = {FilmFormat::pictures, FilmFormat::gif, FilmFormat::mp4,
                                            FilmFormat::webm};

/// The format a name's ending asks for, in whatever case; none of them: a folder of pictures. None for an
/// ending of something else.
std::optional<FilmFormat> film_format(const std::filesystem::path& name);

/// ".gif", ".mp4" or ".webm"; empty for pictures.
std::string film_ending(FilmFormat format);

/// Whether a frame may be without a ground.
bool carries_transparency(FilmFormat format);

}  // namespace theta
