// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_drawer.h"
#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace theta {

class Slider;

/// A film's frames one by one, as large as there is room, with a slider from the first to the last.
class FilmPreview : public QWidget {
  Q_OBJECT

 public:
  explicit FilmPreview(const Theme& theme, QWidget* parent = nullptr);

  /// Throws InputError where the film cannot be; then the one before stays.
  void show_film(const Film& film);

  std::size_t frames() const { return order_.size(); }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void show_frame(std::size_t frame);
  void show_words();
  void paint_picture();

  Theme theme_;
  std::shared_ptr<const FilmFrames> begun_;
  std::vector<std::size_t> order_;
  std::size_t frame_ = 0;
  std::shared_ptr<const FilmFrame> drawn_;
  QLabel *picture_, *words_;
  Slider* slider_;
  QTimer repaint_;
  FilmDrawer drawer_;
};

}  // namespace theta
