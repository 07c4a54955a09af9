// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film.h"
#include "app/kept_figures.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/still_legend.h"

#include <cstddef>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace theta {

/// The frames of a film. Once all of its figures were looked at, axes, plots and legends stay as they are
/// from frame to frame, with room for all, and labels as far as their curves let them.
struct FilmFrames {
  Film film;
  std::vector<Values> values;  ///< shown one after the other
  KeptFigures figures;         ///< of the values looked at
  // Of the values looked at, from the first on: first at their axes, then, with axes for all, at their words.
  std::vector<std::vector<PanelShape>> shapes;
  std::vector<LabelMemory> labels;  ///< which of its places each took
  // Of all the frames:
  double foot = 0;  ///< below the panels
  std::vector<std::vector<PanelPlace>> places;
  std::map<std::string, StillLegend> still_legends;  ///< by panel, as far as they were looked at
  std::map<std::string, PlacedLegend> legends;
  bool legends_above = false;  ///< those that would hide something in a plot were given room above
  bool complete = false;

  /// How many looks are done of two at each value.
  std::size_t looks() const { return shapes.size() + labels.size(); }
};

/// Throws InputError where the other parameters do not allow one of the values.
FilmFrames begin_frames(const Film& film);

/// Looks at the figure of the next value, until the frames are complete. A stopped one is not to be used any
/// further. Throws InputError where the sheet cannot be.
void look_at_next(FilmFrames& frames, const std::stop_token& stop = {});

/// A figure and where its panels and words stand.
struct FilmFrame {
  Sheet sheet = {};
  std::size_t value = 0;  ///< which of the values it shows
  Figure figure;
  std::vector<PanelPlace> places;
  LabelMemory words;
  bool complete = false;  ///< as it is in the film; else its axes are its own
};
FilmFrame film_frame(const FilmFrames& frames, std::size_t value, const std::stop_token& stop = {});

/// Which of the values each frame shows: those at the ends once where a film goes to and fro.
std::vector<std::size_t> frame_order(std::size_t values, PlayWay way);

}  // namespace theta
