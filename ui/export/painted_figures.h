// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "ui/figure/legend_placement.h"
#include "ui/figure/panel_layout.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <span>
#include <string>

// Figures as the bytes of files. The same figure, sheet and state give the same bytes. All need a
// QGuiApplication, which may be offscreen. `state`: what embedded_state (ui/export/embedded_state.h) finds
// again; empty: nothing.

namespace theta {

/// Real text unless the sheet wants outlines; a group for each panel and layer; title and description of the
/// figure.
QByteArray figure_svg(const Figure& figure, const Sheet& sheet, const std::string& state);

/// A page for each figure, exactly as large as the sheet; fonts embedded, text to be selected. The state is
/// attached. The panels of all pages stand where those of `laid_out_as` do; null: each page's by themselves.
QByteArray figure_pdf(std::span<const Figure> pages, const Sheet& sheet, const std::string& state,
                      const Figure* laid_out_as = nullptr);

/// The size of a picture in pixels.
QSize pixels(const Sheet& sheet);

/// The figure as a picture; null where there is no memory for it.
QImage figure_image(const Figure& figure, const Sheet& sheet);
QImage figure_image(const Figure& figure, const Sheet& sheet, const std::vector<PanelPlace>& places,
                    LabelMemory& labels);

/// As many pixels as the sheet's millimetres and resolution ask for, the resolution in the file.
QByteArray figure_png(const Figure& figure, const Sheet& sheet, const std::string& state);
QByteArray figure_png(const Figure& figure, const Sheet& sheet, const std::vector<PanelPlace>& places,
                      LabelMemory& labels, const std::string& state);

}  // namespace theta
