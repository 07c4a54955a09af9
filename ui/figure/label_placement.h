// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/figure/legend_placement.h"
#include "ui/figure/polyline.h"
#include "ui/figure/text_run.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <span>
#include <vector>

namespace theta {

struct PlacedLabel {
  Text words;
  SetText text;
  Role role = Role::ink;
  QPointF top_left;
  bool over_drawing = false;  ///< where it has the panel's ground behind it
  bool hides = false;         ///< and covers what it was not meant to stand on
  QRectF box() const { return {top_left, QSizeF(text.width, text.height())}; }
};

struct PanelWords {
  std::vector<PlacedLabel> labels;
  std::optional<PlacedLegend> legend;
  std::vector<Text> left_out = {};  ///< labels that found no room and stand nowhere else either
  bool legend_left_out = false;
};

/// What the words of a panel have to find room among.
struct Surroundings {
  const Panel& panel;
  const Coordinates& at;
  std::span<const std::vector<Polyline>> curves;  ///< a layer each; empty for what is no curve
  std::span<const QPointF> handles;
  LegendRoom legend;
};

/// Places all words that stand among the layers. The name of a curve stands beside it where there is room
/// that no line, handle or other word has; where one curve of the panel finds none, all names go to a legend:
/// beside the title, or in the emptiest corner.
PanelWords place_words(const Surroundings& around, const Theme& theme, const Letterings& fonts,
                       LabelMemory& memory);

}  // namespace theta
