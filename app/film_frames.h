// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film.h"
#include "ui/figure/panel_layout.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace theta {

/// All that the frames of a film have in common: axes and plots stay as they are from frame to frame, with
/// room for all.
struct FilmFrames {
  Film film;
  std::vector<Values> values;  ///< shown one after the other; the others have an entry for each
  std::vector<std::vector<PanelShape>> shapes;
  std::vector<std::vector<PanelPlace>> places;
};

/// `go_on`: told how many values are done; false stops, and then there are none. `stop`: of the drawing.
/// Throws InputError where the film cannot be.
std::optional<FilmFrames> film_frames(const Film& film, const std::function<bool(std::size_t)>& go_on,
                                      const std::stop_token& stop = {});

/// The figure at one of the values, as it is in the film.
Figure frame_figure(const FilmFrames& frames, std::size_t value);

/// Which of the values each frame shows: those at the ends once where a film goes to and fro.
std::vector<std::size_t> frame_order(std::size_t values, PlayWay way);

}  // namespace theta
