// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/play.h"

#include <QByteArray>
#include <QRect>
#include <QString>
#include <QStringList>

namespace theta {

enum class Appearance { system, light, dark };

/// What the program remembers from one start to the next.
struct Remembered {
  QByteArray geometry = {};  ///< of the window
  QByteArray docks = {};     ///< where they stand and which are closed
  /// From the window's edges to the figure: left and top as a point, right and bottom as a size.
  QRect figure_edges = {204, 136, 305, 64};
  QStringList recent_files = {};
  QString folder = {};  ///< where a file was last opened or saved
  Appearance appearance = Appearance::system;
  bool reduced_motion = false;
  PlayWay play_way = usual_way;
  QString export_choice = {};  ///< as ui/export/export_choice.h writes it
  QString film_choice = {};    ///< as app/film_choice.h writes it
  int play_seconds = 10;       ///< for a parameter's whole range
};

Remembered read_remembered();
void write_remembered(const Remembered& remembered);

/// The list with this file first, without repetition, and no longer than a menu should be.
QStringList with_recent(QStringList files, const QString& file);

}  // namespace theta
