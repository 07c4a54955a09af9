// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/state.h"
#include "ui/figure/axis_motion.h"
#include "ui/figure/backdrop.h"
#include "ui/figure/handles.h"
#include "ui/figure/label_placement.h"
#include "ui/figure/probe.h"
#include "ui/figure/remarks.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace theta {

/// Shows a figure and tells what a person does to it: a handle dragged, something picked. It changes nothing
/// itself.
class FigureView : public QWidget {
  Q_OBJECT

 public:
  explicit FigureView(QWidget* parent = nullptr);

  /// `number`: of the edit it was drawn for.
  void show_figure(std::shared_ptr<const Figure> figure, quint64 number = 0);
  void show_theme(const Theme& theme);
  void set_view(const View& view);
  void set_reduced_motion(bool reduced);
  /// What stands here while there is no figure: what to do first.
  void set_empty_words(const QString& words);

  /// While held, the limits of the axes stay as they are; a handle's drag holds them by itself.
  void hold_axes(bool held);
  /// A figure is being drawn and is not here yet; seen after 150 ms.
  void set_working(bool working);

  std::shared_ptr<const Figure> shown() const { return figure_; }
  int frames() const { return frames_; }               ///< painted so far
  quint64 newest_painted() const { return painted_; }  ///< the number of the newest figure painted
  const std::vector<PanelPlace>& places() const { return places_; }
  /// Where a handle is seen; none where it is not.
  std::optional<QPointF> handle_position(std::string_view id) const;

  QSize sizeHint() const override { return {900, 640}; }
  QSize minimumSizeHint() const override { return {320, 240}; }

 Q_SIGNALS:
  void first_painted();  ///< once, after the first frame
  void drag_started();
  void dragged(std::vector<theta::Move> moves);
  void drag_ended();
  void picked(std::string parameter, theta::Value value);
  void panel_activated(std::string panel);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct FoundPick {
    std::size_t place;
    const Pick* pick;
    QPointF at;
    double reach;
  };

  void place_all();
  void settle_axes();
  void end_drag();
  void focus_handle(std::optional<std::size_t> handle);
  const Panel& panel_of(std::size_t place) const { return figure_->panels[places_[place].panel]; }
  const HandlePlace* find_handle(std::string_view id) const;
  const HandlePlace* active_handle() const;
  std::optional<std::size_t> place_under(QPointF point) const;
  std::optional<FoundPick> pick_under(QPointF point) const;
  SetRemarks remarks_shown() const;
  std::optional<std::pair<Probe, std::size_t>> probe_shown() const;
  void update_cursor();
  void describe();

  void paint_panels(QPainter& painter);
  void paint_handles(QPainter& painter);
  void paint_pick(QPainter& painter);
  void paint_working(QPainter& painter);
  void paint_empty(QPainter& painter);

  std::shared_ptr<const Figure> figure_;
  quint64 number_ = 0, painted_ = 0;
  int frames_ = 0;

  Theme theme_ = light_theme();
  Letterings fonts_ = letterings(theme_);
  View view_;
  QString empty_words_;
  AxisMotion axes_;
  bool held_outside_ = false;
  bool reduced_motion_ = false;
  QVariantAnimation easing_;
  QTimer working_delay_, working_beat_;
  QElapsedTimer working_since_;
  bool working_ = false;

  std::vector<PanelPlace> places_;
  std::vector<PanelShape> placed_shapes_;
  std::vector<HandlePlace> handles_;
  Backdrop backdrop_;
  LabelMemory labels_;

  std::optional<QPointF> mouse_;
  std::string dragged_, focused_;  ///< ids of handles, empty for none
  QPointF grip_;                   ///< from the handle's centre to where it was taken hold of
  bool dragged_by_key_ = false;
};

}  // namespace theta
