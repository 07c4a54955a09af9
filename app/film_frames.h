// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film.h"
#include "ui/figure/panel_layout.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace theta {

/// The frames of a film. Once all of its figures were looked at, axes and plots stay as they are from frame
/// to frame, with room for all.
struct FilmFrames {
  Film film;
  std::vector<Values> values;                   ///< shown one after the other
  std::vector<std::vector<PanelShape>> shapes;  ///< of the values looked at, from the first on
  std::vector<std::vector<PanelPlace>> places;  ///< empty until all were

  bool complete() const { return !places.empty(); }
};

/// Throws InputError where the other parameters do not allow one of the values.
FilmFrames begin_frames(const Film& film);

/// Looks at the figure of the next value; after the last, the frames are complete. A stopped one is not to be
/// used any further. Throws InputError where the sheet cannot be.
void look_at_next(FilmFrames& frames, const std::stop_token& stop = {});

/// A figure and where its panels stand.
struct FilmFrame {
  Sheet sheet = {};
  std::size_t value = 0;  ///< which of the values it shows
  Figure figure;
  std::vector<PanelPlace> places;
  bool complete = false;  ///< as it is in the film; else its axes are its own
};
FilmFrame film_frame(const FilmFrames& frames, std::size_t value, const std::stop_token& stop = {});

/// Which of the values each frame shows: those at the ends once where a film goes to and fro.
std::vector<std::size_t> frame_order(std::size_t values, PlayWay way);

}  // namespace theta
