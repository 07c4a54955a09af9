// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sheet.h"
#include "core/model/vary.h"
#include "core/write/origin.h"
#include "ui/play.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>

namespace theta {

/// A lab's figure at one value of a parameter after the other.
struct Film {
  Origin origin;
  Variation variation;
  PlayWay way = usual_way;
  int rate = 25;  ///< frames a second
  Sheet sheet = {};
};

/// Told how many of the steps are done; false stops.
using FilmProgress = std::function<bool(std::size_t done, std::size_t steps)>;

/// How many there are: two looks at each value, and a picture.
std::size_t film_steps(const Film& film);

struct WrittenFilm {
  std::size_t frames = 0;
  std::size_t removed = 0;  ///< pictures of an earlier, longer film in the folder
};

/// Says what was removed; empty where nothing was.
Text words_on_removed(const WrittenFilm& film);

/// Writes a film where the path says, in the format of its ending (app/film_format.h). The same film gives
/// the same frames. In a folder, the pictures of an earlier film give way; one that no film of ours has put
/// there is not touched: the folder is refused. None where it was stopped; then no file is written, and no
/// file was changed but an earlier film's pictures. Throws InputError where the folder or the format cannot
/// take it, or ffmpeg is missing or says no, WriteError where there is no writing. Needs a QGuiApplication.
std::optional<WrittenFilm> write_film(const Film& film, const std::filesystem::path& output,
                                      const FilmProgress& progress);

}  // namespace theta
