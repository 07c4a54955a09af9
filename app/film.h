// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sheet.h"
#include "core/model/vary.h"
#include "core/write/origin.h"
#include "ui/play.h"

#include <cstddef>
#include <filesystem>
#include <functional>

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

/// Writes a film where the path says: a name that ends in .gif, .mp4 or .webm is one file, made by ffmpeg;
/// any other a folder of PNG pictures, 0001.png first. Axes and plots stay as they are from frame to frame,
/// with room for all. The same film gives the same frames. False where it was stopped; then no file is
/// written, and no file was changed but pictures already in the folder. Throws InputError where ffmpeg is
/// missing or says no, WriteError where there is no writing. Needs a QGuiApplication.
bool write_film(const Film& film, const std::filesystem::path& output, const FilmProgress& progress);

}  // namespace theta
