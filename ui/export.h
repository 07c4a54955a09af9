// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/state.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QPainter>
#include <QSizeF>

// A figure as it goes into a paper: its panels on the pane's colour, without the window's ground and
// hairlines and without rings to drag. The same figure gives the same bytes. All need a QGuiApplication,
// which may be offscreen.

namespace theta {

/// Paints onto any device, from the origin, `size` of its units large.
void paint_figure(QPainter& painter, const Figure& figure, const Theme& theme, QSizeF size,
                  const View& view = {});

/// `size` in pixels at 96 per inch; `pixel_ratio` times as many dots each way.
QByteArray figure_png(const Figure& figure, const Theme& theme, QSizeF size, double pixel_ratio,
                      const View& view = {});

/// Real text; nothing leaves its plot; title and description of the figure.
QByteArray figure_svg(const Figure& figure, const Theme& theme, QSizeF size, const View& view = {});

/// One page, exactly the figure; fonts embedded, text to be selected.
QByteArray figure_pdf(const Figure& figure, const Theme& theme, QSizeF size, const View& view = {});

}  // namespace theta
