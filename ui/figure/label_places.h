// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/figure/polyline.h"
#include "ui/figure/text_run.h"

#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

// Where the words of a layer may stand.

namespace theta {

constexpr double label_gap = 4;

struct LabelPlace {
  QPointF top_left;
  std::size_t rank = 0;  ///< the lower the better; a place keeps it whatever happens to others
};
using LabelPlaces = std::vector<LabelPlace>;  ///< the best first

/// Around a point, outwards in a direction first.
LabelPlaces places_around(QPointF point, QPointF outwards, const SetText& text, double distance);

/// Just above and below a curve at stations along it, near its right end first.
LabelPlaces places_along(std::span<const Polyline> lines, const SetText& text);

/// Whether a curve goes up and down so often that where there is room beside it is a matter of chance.
bool is_restless(std::span<const Polyline> lines);

LabelPlaces places_of_rule(const Rule& rule, const Coordinates& at, const SetText& text);
LabelPlaces places_of_span(const Span& span, const Coordinates& at, const SetText& text);
LabelPlaces places_of_note(const Note& note, const Coordinates& at, const SetText& text);

/// Beyond an arc, within it, then farther off, each near its middle first.
LabelPlaces places_of_arc(const Arc& arc, const Coordinates& at, const SetText& text);

/// Beyond an arrow's tip, `distance` away from it or a little more.
LabelPlaces places_of_tip(const Arrow& arrow, const Coordinates& at, const SetText& text, double distance);

}  // namespace theta
