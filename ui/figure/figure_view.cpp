// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_view.h"

#include "ui/figure/paint_panel.h"
#include "ui/words.h"

#include <QEasingCurve>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace theta {
namespace {

constexpr int ease_ms = 150, working_after_ms = 150, beat_ms = 40;
constexpr double least_pick_reach = 8;

}  // namespace

FigureView::FigureView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  easing_.setDuration(ease_ms);
  easing_.setStartValue(0.0);
  easing_.setEndValue(1.0);
  easing_.setEasingCurve(QEasingCurve::OutCubic);
  connect(&easing_, &QVariantAnimation::valueChanged, this, [this](const QVariant& part) {
    axes_.advance(part.toDouble());
    place_all();
  });
  working_delay_.setSingleShot(true);
  working_delay_.setInterval(working_after_ms);
  working_beat_.setInterval(beat_ms);
  connect(&working_delay_, &QTimer::timeout, this, [this] {
    working_ = true;
    working_since_.start();
    if (!reduced_motion_) working_beat_.start();
    update();
  });
  connect(&working_beat_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void FigureView::show_figure(std::shared_ptr<const Figure> figure, quint64 number) {
  figure_ = std::move(figure);
  number_ = number;
  axes_.aim(figure_ ? shapes_of(*figure_) : std::vector<PanelShape>{});
  if (!figure_) dragged_.clear();
  place_all();
  settle_axes();
  if (!dragged_.empty() && !find_handle(dragged_)) end_drag();
  describe();
}

void FigureView::show_theme(const Theme& theme) {
  theme_ = theme;
  fonts_ = letterings(theme_);
  backdrop_.forget();
  placed_shapes_.clear();
  place_all();
}

void FigureView::set_view(const View& view) {
  if (view == view_) return;
  view_ = view;
  placed_shapes_.clear();
  place_all();
}

void FigureView::set_reduced_motion(bool reduced) {
  reduced_motion_ = reduced;
  if (reduced) working_beat_.stop();
  settle_axes();
}

void FigureView::set_empty_words(const QString& words) {
  empty_words_ = words;
  update();
}

void FigureView::hold_axes(bool held) {
  held_outside_ = held;
  settle_axes();
}

void FigureView::set_working(bool working) {
  if (working) {
    if (!working_ && !working_delay_.isActive()) working_delay_.start();
    return;
  }
  working_delay_.stop();
  working_beat_.stop();
  if (std::exchange(working_, false)) update();
}

/// Lets the axes go where the figure wants them, unless they are held.
void FigureView::settle_axes() {
  axes_.hold(held_outside_ || !dragged_.empty());
  if (axes_.held()) easing_.stop();
  if (!axes_.moving()) return;
  if (reduced_motion_ || !isVisible()) {
    easing_.stop();
    axes_.arrive();
    place_all();
  } else if (easing_.state() != QAbstractAnimation::Running) {
    axes_.begin();
    easing_.start();
  }
}

void FigureView::place_all() {
  if (placed_shapes_ != axes_.shown() || placed_shapes_.empty()) {
    placed_shapes_ = axes_.shown();
    std::optional<std::size_t> alone;
    const auto enlarged = std::ranges::find(placed_shapes_, view_.panel, &PanelShape::id);
    if (!view_.panel.empty() && enlarged != placed_shapes_.end())
      alone = static_cast<std::size_t>(enlarged - placed_shapes_.begin());
    places_ = lay_out(placed_shapes_, theme_, QSizeF(size()), alone);
  }
  handles_ = figure_ ? place_handles(*figure_, places_) : std::vector<HandlePlace>{};
  update();
}

void FigureView::describe() {
  setAccessibleName(figure_ ? spoken(figure_->title) : QString());
  QString words = figure_ ? spoken(figure_->description) : empty_words_;
  if (const HandlePlace* handle = find_handle(focused_))
    words.prepend(spoken(figure_->handles[handle->handle].label) + QStringLiteral(". "));
  setAccessibleDescription(words);
}

const HandlePlace* FigureView::find_handle(std::string_view id) const {
  if (!figure_ || id.empty()) return nullptr;
  const auto found = std::ranges::find_if(
      handles_, [&](const HandlePlace& each) { return figure_->handles[each.handle].id == id; });
  return found == handles_.end() ? nullptr : &*found;
}

std::optional<QPointF> FigureView::handle_position(std::string_view id) const {
  const HandlePlace* handle = find_handle(id);
  return handle ? std::optional(handle->at) : std::nullopt;
}

/// The handle being dragged, or under the mouse, or moved by keys.
const HandlePlace* FigureView::active_handle() const {
  if (!dragged_.empty()) return find_handle(dragged_);
  if (mouse_) {
    if (const auto index = handle_at(handles_, *mouse_, theme_)) return &handles_[*index];
  }
  return find_handle(focused_);
}

std::optional<std::size_t> FigureView::place_under(QPointF point) const {
  const auto place =
      std::ranges::find_if(places_, [&](const PanelPlace& each) { return each.pane.contains(point); });
  if (place == places_.end()) return {};
  return static_cast<std::size_t>(place - places_.begin());
}

std::optional<FigureView::FoundPick> FigureView::pick_under(QPointF point) const {
  const auto index = place_under(point);
  if (!index || !figure_) return {};
  const Coordinates at = places_[*index].coordinates();
  std::optional<FoundPick> best;
  double least = INFINITY;
  for (const Pick& pick : panel_of(*index).picks) {
    const QPointF centre = at.pixel(pick.centre);
    const QPointF edge = at.pixel({pick.centre.x + pick.reach, pick.centre.y});
    const double reach =
        std::max(least_pick_reach * theme_.lines, std::hypot(edge.x() - centre.x(), edge.y() - centre.y()));
    const double distance = std::hypot(point.x() - centre.x(), point.y() - centre.y());
    if (!(distance <= reach) || distance >= least || !at.shows(centre)) continue;
    least = distance;
    best = FoundPick{*index, &pick, centre, reach};
  }
  return best;
}

std::optional<std::pair<Probe, std::size_t>> FigureView::probe_shown() const {
  if (!figure_) return {};
  if (const HandlePlace* handle = active_handle()) {
    const Handle& ring = figure_->handles[handle->handle];
    auto words = probe_at_x(panel_of(handle->place), places_[handle->place], ring.at.x, handle->at);
    if (!words)
      words = remark(ring.label.empty() ? say("{}, {}", ring.at.x, ring.at.y)
                                        : say("{}: {}, {}", ring.label, ring.at.x, ring.at.y),
                     handle->at);
    words->hairline = false;
    return std::pair{*words, handle->place};
  }
  if (!mouse_) return {};
  if (const auto pick = pick_under(*mouse_); pick && !pick->pick->label.empty())
    return std::pair{remark(pick->pick->label, pick->at), pick->place};
  const auto place = place_under(*mouse_);
  if (!place) return {};
  if (const auto words = probe(panel_of(*place), places_[*place], *mouse_)) return std::pair{*words, *place};
  return {};
}

SetRemarks FigureView::remarks_shown() const {
  return set_remarks(*figure_, theme_, QSizeF(size()), height() - gutter);
}

void FigureView::update_cursor() {
  if (!dragged_.empty() && !dragged_by_key_) return setCursor(Qt::ClosedHandCursor);
  if (mouse_ && handle_at(handles_, *mouse_, theme_)) return setCursor(Qt::OpenHandCursor);
  if (mouse_ && pick_under(*mouse_)) return setCursor(Qt::PointingHandCursor);
  unsetCursor();
}

void FigureView::resizeEvent(QResizeEvent*) {
  placed_shapes_.clear();
  place_all();
}

void FigureView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    backdrop_.forget();
    show_theme(theme_);
  }
  QWidget::changeEvent(event);
}

// What a person does is in figure_view_input.cpp.

void FigureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.drawPixmap(0, 0, backdrop_.picture(places_, theme_, size(), devicePixelRatioF()));
  painter.setRenderHint(QPainter::Antialiasing);
  if (figure_) {
    paint_panels(painter);
    paint_pick(painter);
    paint_handles(painter);
    paint_remarks(painter, remarks_shown(), theme_);
    if (const auto words = probe_shown())
      paint_probe(painter, words->first, places_[words->second], rect(), theme_, fonts_);
  } else {
    paint_empty(painter);
  }
  if (working_) paint_working(painter);
  painted_ = number_;
  if (++frames_ == 1) QTimer::singleShot(0, this, &FigureView::first_painted);
}

void FigureView::paint_panels(QPainter& painter) {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    std::vector<QPointF> rings;
    for (const HandlePlace& handle : handles_)
      if (handle.place == i) rings.push_back(handle.at);
    const ComposedPanel composed = compose_panel(panel_of(i), places_[i], rings, theme_, fonts_, labels_);
    paint_panel(painter, panel_of(i), places_[i], composed, theme_, fonts_);
  }
}

void FigureView::paint_handles(QPainter& painter) {
  const HandlePlace* const active = active_handle();
  for (const HandlePlace& handle : handles_)
    paint_guide(painter, figure_->handles[handle.handle], handle.at, panel_of(handle.place),
                places_[handle.place], theme_);
  for (const HandlePlace& handle : handles_) {
    const Handle& ring = figure_->handles[handle.handle];
    const bool focused = ring.id == focused_;
    paint_handle(painter, ring, handle.at, {.lit = &handle == active && !focused, .focused = focused},
                 theme_);
  }
}

void FigureView::paint_pick(QPainter& painter) {
  if (!mouse_ || !dragged_.empty() || handle_at(handles_, *mouse_, theme_)) return;
  const auto pick = pick_under(*mouse_);
  if (!pick) return;
  QColor wash = theme_.accent;
  wash.setAlphaF(0.14f);
  painter.setPen(Qt::NoPen);
  painter.setBrush(wash);
  painter.drawEllipse(pick->at, pick->reach, pick->reach);
  painter.setBrush(Qt::NoBrush);
}

void FigureView::paint_working(QPainter& painter) {
  constexpr double thickness = 2, period_ms = 1200;
  const double phase =
      reduced_motion_ ? 0 : std::fmod(static_cast<double>(working_since_.elapsed()), period_ms) / period_ms;
  std::vector<QRectF> panes;
  for (const PanelPlace& place : places_) panes.push_back(place.pane);
  if (panes.empty()) panes.push_back(QRectF(rect()));
  for (const QRectF& pane : panes) {
    const QRectF track(pane.left() + 8, pane.top(), std::max(0.0, pane.width() - 16), thickness);
    const double width = reduced_motion_ ? track.width() : 0.3 * track.width();
    const QRectF bar(track.left() + phase * (track.width() + width) - (reduced_motion_ ? 0 : width),
                     track.top(), width, thickness);
    painter.fillRect(bar & track, theme_.accent);
  }
}

void FigureView::paint_empty(QPainter& painter) {
  painter.setPen(theme_.muted_text);
  painter.setFont(interface_font(theme_, 13));
  painter.drawText(rect().adjusted(24, 24, -24, -24),
                   static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap), empty_words_);
}

}  // namespace theta
