// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/figure/legend.h"
#include "ui/figure/polyline.h"
#include "ui/figure/text_run.h"

#include <QColor>
#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace theta {

struct PlacedLabel {
  SetText text;
  Role role = Role::ink;
  QPointF top_left;
  bool over_drawing = false;  ///< where it has the panel's ground behind it
  QRectF box() const { return {top_left, QSizeF(text.width, text.height())}; }
};

/// Which of its places each label took last time, so that it does not jump about while something is dragged.
struct LabelMemory {
  std::map<std::string, std::size_t> places;
};

struct PanelWords {
  std::vector<PlacedLabel> labels;
  std::optional<Legend> legend;
  bool over_hint = false;  ///< whether the legend stands where the hint would
};

/// What the words of a panel have to find room among.
struct Surroundings {
  const Panel& panel;
  const Coordinates& at;
  std::span<const std::vector<Polyline>> curves;  ///< a layer each; empty for what is no curve
  std::span<const QPointF> handles;
  QRectF title_row;    ///< free room beside the title
  QRectF legend_room;  ///< kept free for the legend; empty where it has to find a place
  double hint_width;   ///< what the hint takes beside that, which it gives up to a legend
};

/// Places all words that stand among the layers. The name of a curve stands beside it where there is room
/// that no line, handle or other word has; where one curve of the panel finds none, all names go to a legend:
/// beside the title, or in the emptiest corner.
PanelWords place_words(const Surroundings& around, const Theme& theme, const Letterings& fonts,
                       LabelMemory& memory);

}  // namespace theta
