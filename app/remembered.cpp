// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remembered.h"

#include <QSettings>

#include <algorithm>

namespace theta {
namespace {

constexpr int most_recent_files = 10;

const QString geometry_key = QStringLiteral("window/geometry");
const QString docks_key = QStringLiteral("window/docks");
const QString edges_key = QStringLiteral("window/figure_edges");
const QString recent_key = QStringLiteral("files/recent");
const QString folder_key = QStringLiteral("files/folder");
const QString appearance_key = QStringLiteral("view/appearance");
const QString play_way_key = QStringLiteral("play/way");
const QString play_seconds_key = QStringLiteral("play/seconds");
const QString export_key = QStringLiteral("export/choice");
const QString film_key = QStringLiteral("film/choice");
const QString reduced_motion_key = QStringLiteral("view/reduced_motion");

}  // namespace

Remembered read_remembered() {
  const QSettings settings;
  Remembered remembered;
  remembered.geometry = settings.value(geometry_key).toByteArray();
  remembered.docks = settings.value(docks_key).toByteArray();
  const QRect edges = settings.value(edges_key, remembered.figure_edges).toRect();
  constexpr int farthest = 1000;
  if (edges.left() >= 0 && edges.top() >= 0 && edges.width() >= 0 && edges.height() >= 0 &&
      std::max({edges.left(), edges.top(), edges.width(), edges.height()}) < farthest)
    remembered.figure_edges = edges;
  remembered.recent_files = settings.value(recent_key).toStringList();
  remembered.folder = settings.value(folder_key).toString();
  const int appearance = settings.value(appearance_key, 0).toInt();
  if (appearance == 1 || appearance == 2) remembered.appearance = static_cast<Appearance>(appearance);
  remembered.reduced_motion = settings.value(reduced_motion_key, false).toBool();
  remembered.export_choice = settings.value(export_key).toString();
  remembered.film_choice = settings.value(film_key).toString();
  const int way = settings.value(play_way_key, static_cast<int>(remembered.play_way)).toInt();
  if (way >= 0 && way <= static_cast<int>(PlayWay::to_and_fro))
    remembered.play_way = static_cast<PlayWay>(way);
  remembered.play_seconds =
      std::clamp(settings.value(play_seconds_key, remembered.play_seconds).toInt(), 1, 600);
  return remembered;
}

void write_remembered(const Remembered& remembered) {
  QSettings settings;
  settings.setValue(geometry_key, remembered.geometry);
  settings.setValue(docks_key, remembered.docks);
  settings.setValue(edges_key, remembered.figure_edges);
  settings.setValue(recent_key, remembered.recent_files);
  settings.setValue(folder_key, remembered.folder);
  settings.setValue(appearance_key, static_cast<int>(remembered.appearance));
  settings.setValue(export_key, remembered.export_choice);
  settings.setValue(film_key, remembered.film_choice);
  settings.setValue(reduced_motion_key, remembered.reduced_motion);
  settings.setValue(play_way_key, static_cast<int>(remembered.play_way));
  settings.setValue(play_seconds_key, remembered.play_seconds);
}

QStringList with_recent(QStringList files, const QString& file) {
  files.removeAll(file);
  files.prepend(file);
  while (files.size() > most_recent_files) files.removeLast();
  return files;
}

}  // namespace theta
