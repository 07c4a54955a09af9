// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_format.h"

#include <filesystem>
#include <functional>

namespace theta {

bool ffmpeg_is_there();

/// Throws InputError where it is not.
void expect_ffmpeg();

/// How pictures become one file.
struct Encoding {
  FilmFormat format = FilmFormat::gif;
  int rate = 25;             ///< frames a second
  bool once = true;          ///< else it says that it is to be repeated, where the format can say so
  bool transparent = false;  ///< as the pictures are
};

/// Joins the pictures of a folder, 0001.png first, into one file; the same pictures give the same bytes.
/// False where `go_on` said stop. Throws InputError where ffmpeg says no.
bool encode(const Encoding& encoding, const std::filesystem::path& folder, const std::filesystem::path& file,
            const std::function<bool()>& go_on);

}  // namespace theta
