// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/write/origin.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace theta {

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

/// A panel as it is laid out: where its plot stands, in millimetres from the figure's top left corner, and
/// its axes as shown there.
struct PgfPanel {
  std::size_t panel = 0;  ///< its index in the figure
  double left = 0, top = 0, width = 0, height = 0;
  double pane_left = 0, pane_top = 0, pane_width = 0,
         pane_height = 0;                     ///< with titles and the numbers of axes
  double legend_left = 0, legend_height = 0;  ///< room for a legend between title and plot; 0 high: none
  std::size_t legend_rows = 0;
  Axis x = {}, y = {};
  std::vector<Tick> x_ticks = {}, y_ticks = {}, colour_ticks = {};
};

struct PgfStyle {
  double width = 160, height = 100;      ///< of the figure, in millimetres
  double font_size = 8;                  ///< of ticks and labels, in points
  bool serif = false;                    ///< in a file that is set alone
  double line_width = 1;                 ///< factor on the layers' widths, whose unit is 0.75 pt
  double bars = 1;                       ///< how opaque they are
  std::function<Rgb(Role)> colour = {};  ///< of lines and areas
  std::function<Rgb(Role)> words = {};   ///< of a role's words
  std::function<std::vector<Rgb>(ColourScale)> ramp = {};  ///< a colour scale, evenly spaced from low to high
  std::optional<Rgb> ground = {};                          ///< behind all; none: the paper
  Rgb text = {}, muted_text = {}, grid = {}, axis = {};
  std::string state = {};  ///< what opens again (core/model/figure_state.h); empty: the file holds none
};

/// A figure as LaTeX with pgfplots. pdflatex sets the file alone, as one page of the figure's size, with what
/// Debian's texlive-latex-recommended and texlive-pictures hold; `\input` puts the picture, in the fonts of
/// the text, into a document that loads pgfplots. Comments at its top hold what it was drawn from. Numbers
/// stand in the units of the axes, to a part in 10⁷ of what is shown, without what lies outside. What a page
/// cannot show is left out, so that TeX is quick and its memory lasts: points within 0.01 mm of a line
/// through the others, a second mark in the same place, cells of a map beyond 300 along an axis.
std::string write_figure_pgfplots(const Figure& figure, const Origin& origin,
                                  const std::vector<PgfPanel>& panels, const PgfStyle& style);

}  // namespace theta
