// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/canvas.h"
#include "ui/figure/text_run.h"

#include <QPointF>
#include <QSizeF>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace theta {

enum class Sample { line, area, marker };

struct LegendEntry {
  SetText name;
  Role role = Role::series_1;
  Sample sample = Sample::line;
  Dash dash = Dash::solid;
  Marker marker = Marker::none;
  double width = 1.5, opacity = 1, size = 5;  ///< size: of the marker
  bool bar = false;                           ///< as opaque as the theme has bars
  std::string id = {};                        ///< of the layer
  double room = 0;                            ///< its name's, if that is wider than the name
  bool shown = true;                          ///< else its place stays empty
};

/// Whether a layer has a label that a legend would hold.
bool shows_in_legend(const Layer& layer);

/// How a layer shows in a legend; none for a layer without a label and for those that carry their words
/// themselves.
std::optional<LegendEntry> legend_entry(const Layer& layer, const Letterings& fonts);

/// Of a panel's keys and layers, were all of them in a legend.
std::vector<LegendEntry> legend_entries(const Panel& panel, const Letterings& fonts);

/// Entries stand below each other in columns, or one after the other in rows, with a box around them where
/// they stand in the plot.
struct Legend {
  std::vector<LegendEntry> entries;
  std::size_t columns = 1;
  bool boxed = true, by_rows = false;
  QPointF top_left;

  std::size_t rows() const { return (entries.size() + columns - 1) / columns; }
  std::size_t row_of(std::size_t entry) const { return by_rows ? entry / columns : entry % rows(); }
  std::size_t column_of(std::size_t entry) const { return by_rows ? entry % columns : entry / rows(); }
};

/// In as many columns as the width has room for, at least one; in files in whichever order takes fewer rows.
void fit_columns(Legend& legend, double width, const Theme& theme);
QSizeF legend_size(const Legend& legend, const Theme& theme);
void paint_legend(const Canvas& canvas, const Legend& legend);

}  // namespace theta
