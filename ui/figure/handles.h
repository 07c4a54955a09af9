// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/panel_layout.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPointF>

#include <cstddef>
#include <optional>
#include <vector>

namespace theta {

struct HandlePlace {
  std::size_t handle = 0;  ///< its index in the figure
  std::size_t place = 0;   ///< the index of its panel's place
  QPointF at;              ///< in pixels, within the plot
};

/// The handles that can be seen. One that axes which are held leave outside stands at the plot's edge.
std::vector<HandlePlace> place_handles(const Figure& figure, const std::vector<PanelPlace>& places);

/// The handle within reach of a point, the nearest one.
std::optional<std::size_t> handle_at(const std::vector<HandlePlace>& handles, QPointF point,
                                     const Theme& theme);

struct HandleState {
  bool lit = false;      ///< under the mouse or being dragged
  bool focused = false;  ///< moved by the arrow keys
};
void paint_handle(QPainter& painter, const Handle& handle, QPointF at, HandleState state, const Theme& theme);

/// The dashed line across the panel through a handle that moves along one axis; none where a rule stands
/// there already.
void paint_guide(QPainter& painter, const Handle& handle, QPointF at, const Panel& panel,
                 const PanelPlace& place, const Theme& theme);

/// Where a handle goes when it is dragged to a pixel: within the plot, and along its one axis if it has but
/// one.
Point dragged_to(const Handle& handle, const PanelPlace& place, QPointF pixel);

enum class Stride { fine, usual, coarse };

/// Where an arrow key moves a handle: `right` and `up` are −1, 0 or 1. None where it cannot go that way.
std::optional<Point> stepped(const Handle& handle, const PanelPlace& place, int right, int up, Stride stride);

}  // namespace theta
