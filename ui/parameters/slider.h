// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/track.h"
#include "ui/theme.h"

#include <QWidget>

namespace theta {

/// A slider in double precision on a linear or log track. Its signals tell what a person does; `show_value`
/// is silent.
class Slider : public QWidget {
  Q_OBJECT

 public:
  explicit Slider(QWidget* parent = nullptr);

  void show_value(const Track& track, double value);
  void show_theme(const Theme& theme);
  double value() const { return value_; }
  const Track& track() const { return track_; }

  /// The value a double click goes back to.
  void set_initial(double initial) { initial_ = initial; }
  void set_words(const QString& words) { words_ = words; }  ///< the value as a screen reader says it

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

  /// The handle's centre, in pixels of this widget.
  QPointF handle() const;
  const QString& words() const { return words_; }

 Q_SIGNALS:
  void moved(double value);
  void drag_started();
  void drag_ended();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void move_to(double value);
  void end_drag();

  Track track_;
  Theme theme_;
  double value_ = 0;
  double initial_ = 0;
  QString words_;
  double grip_ = 0;  // from the handle's centre to where it was taken hold of
  bool dragging_ = false;
  bool hovered_ = false;
  double wheel_turn_ = 0;
};

/// Lets screen readers read and set sliders.
void make_sliders_accessible();

}  // namespace theta
