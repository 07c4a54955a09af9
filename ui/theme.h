// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>

namespace theta {

/// The colours and sizes everything on screen and in an export is drawn with.
struct Theme {
  bool dark = false;
  QColor ground, pane, hairline, text, muted_text, grid, axis, accent, wash;
  QColor on_accent;  ///< words on a button filled with the accent
  QColor danger;     ///< an error's bar and words
  std::array<QColor, 8> series;
  double type = 1;        ///< factor of all font sizes
  double lines = 1;       ///< factor of all line widths, markers and handles
  bool outlines = false;  ///< words are painted as shapes, not as text
  bool serif = false;     ///< what figures are lettered in; without serifs unless set
  bool grey = false;      ///< maps go from black to white
  double bars = 1;        ///< how opaque bars are: what stands before them may be of the same grey
  bool for_files =
      false;  ///< lines are joined and finely bent, at whatever resolution they will be looked at
  double map_density = 2;  ///< pixels in a unit of a map's picture, where the device has none of its own

  /// The colour lines and areas of a role are drawn in.
  QColor colour(Role role) const;
  /// The colour words of a role are written in: that of its lines, as much nearer to the text's as it takes
  /// to read them (a contrast of 4.5, as WCAG 2.1 asks).
  QColor words(Role role) const;
};

Theme light_theme();
Theme dark_theme();

/// For the back row: 1.6 times the type, 1.5 times the lines, on pure white or black.
Theme projector(Theme theme);

/// Black on white, for paper.
Theme print_theme();

/// The same without colours: series differ in lightness, and in dashes as everywhere.
Theme greyscale_theme();

/// Whether the desktop asks for light words on a dark ground.
bool system_is_dark();

/// The desktop's interface font, or Inter where it has none to offer. `size` in pixels at 96 per inch; it
/// follows the scale of the user's own font.
QFont interface_font(const Theme& theme, double size, QFont::Weight weight = QFont::Normal);

/// What figures are lettered in: Arial, or a serif; fonts of their widths where they are missing, so that
/// exports look the same everywhere.
QFont figure_font(const Theme& theme, double size, QFont::Weight weight = QFont::Normal);

/// Italic of the formulas' serif.
QFont symbol_font(const Theme& theme, double size);

QPalette palette(const Theme& theme);

/// For the whole window's widgets. A button with the property `primary` is filled with the accent, a widget
/// with the property `muted` has muted words, a frame with the property `surface` "pane" or "ground" that
/// ground.
QString style_sheet(const Theme& theme);

}  // namespace theta
