// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "ui/figure/composed_panel.h"
#include "ui/figure/paint_panel.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/remarks.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSizeF>

#include <vector>

// A figure as it goes into a paper: its panels on the pane's colour, without the window's ground and
// hairlines, without rings to drag and words on what to drag.

namespace theta {

/// A sheet in the units figures are laid out in: the labels of axes are 11 of them high, as on screen.
struct PageLayout {
  QSizeF size;
  double millimetres = 1;                    ///< in one unit
  double font_size = 8, line_width = 1.125;  ///< in points: the sheet's, larger for a projector
  Theme theme;
};
PageLayout page_layout(const Sheet& sheet);

/// Paints from the origin, in the layout's units, onto any device.
void paint_figure(QPainter& painter, const Figure& figure, const Sheet& sheet, const Groups& groups = {});

/// The same with the panels where they were laid out to stand, and the labels where those of the figure
/// before stood, as far as that is still a good place.
void paint_figure(QPainter& painter, const Figure& figure, const Sheet& sheet,
                  const std::vector<PanelPlace>& places, LabelMemory& labels, const Groups& groups = {});

/// All the words of a figure where they will be painted.
struct ComposedFigure {
  std::vector<ComposedPanel> panels;  ///< one for each place
  SetRemarks remarks;
};
ComposedFigure compose_figure(const Figure& figure, const PageLayout& page,
                              const std::vector<PanelPlace>& places);
ComposedFigure compose_figure(const Figure& figure, const PageLayout& page,
                              const std::vector<PanelPlace>& places, LabelMemory& labels);

/// Where the panels stand.
std::vector<PanelPlace> panel_places(const Figure& figure, const PageLayout& page);

/// Where they stand in figures that are shown one after the other: in all of them in the same place.
std::vector<std::vector<PanelPlace>> panel_places_alike(const std::vector<std::vector<PanelShape>>& figures,
                                                        const PageLayout& page);

}  // namespace theta
