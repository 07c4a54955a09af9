// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSizeF>

#include <vector>

// What a reader must know of a figure, in lines below its panels.

namespace theta {

/// What a figure of that width needs below its panels for all of its remarks, beyond the gutter that is there
/// anyhow.
double foot_of_remarks(const Figure& figure, const Theme& theme, double width);

struct PlacedText {
  double x;
  SetText text;
};

struct SetRemarks {
  std::vector<std::vector<PlacedText>> lines;
  double first_baseline = 0, step = 0;
  bool cut = false;  ///< whether some found no room
};

/// How they stand at at the foot of a figure whose lowest panel ends at `panels_end`, as many lines as find
/// room.
SetRemarks set_remarks(const Figure& figure, const Theme& theme, QSizeF size, double panels_end);

void paint_remarks(QPainter& painter, const SetRemarks& remarks, const Theme& theme);

}  // namespace theta
