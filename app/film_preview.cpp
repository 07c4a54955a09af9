// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_preview.h"

#include "ui/export/page_preview.h"
#include "ui/export/painted_figures.h"
#include "ui/parameters/slider.h"
#include "ui/words.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace theta {

FilmPreview::FilmPreview(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      picture_(new QLabel(this)),
      words_(new QLabel(this)),
      slider_(new Slider(this)) {
  picture_->setAlignment(Qt::AlignCenter);
  picture_->setMinimumSize(160, 120);
  picture_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);  // the picture follows the room
  picture_->installEventFilter(this);
  words_->setProperty("muted", true);
  words_->setWordWrap(true);
  slider_->setAccessibleName(tr("Frame"));
  slider_->show_theme(theme);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(picture_, 1);
  layout->addWidget(slider_);
  layout->addWidget(words_);
  repaint_.setSingleShot(true);
  repaint_.setInterval(0);
  connect(&repaint_, &QTimer::timeout, this, &FilmPreview::paint_picture);
  connect(slider_, &Slider::moved, this,
          [this](double number) { show_frame(static_cast<std::size_t>(std::lround(number)) - 1); });
  connect(&drawer_, &FilmDrawer::drawn, this, [this](std::shared_ptr<const FilmFrame> frame) {
    drawn_ = std::move(frame);
    show_words();
    paint_picture();
  });
}

void FilmPreview::show_film(const Film& film) {
  auto begun = std::make_shared<const FilmFrames>(begin_frames(film));
  const bool same = begun_ && begun->values == begun_->values && film.sheet == begun_->film.sheet;
  if (!same) begun_ = std::move(begun);
  order_ = frame_order(begun_->values.size(), film.way);
  show_frame(std::min(frame_, order_.size() - 1));
}

void FilmPreview::show_frame(std::size_t frame) {
  frame_ = frame;
  const double number = static_cast<double>(frame + 1), last = static_cast<double>(order_.size());
  slider_->show_value({.limits = {1, last}, .multiple = 1}, number);
  slider_->set_initial(1);
  slider_->setEnabled(order_.size() > 1);
  show_words();
  if (isVisible()) drawer_.request(begun_, order_[frame_]);
}

void FilmPreview::show_words() {
  const Text& label = begun_->film.variation.steps[order_[frame_]].label;
  const Text words = say("Frame {} of {}: {}", frame_ + 1, order_.size(), label);
  const bool complete = drawn_ && drawn_->complete;
  words_->setText(complete ? rich(words) : tr("%1. Axes with room for all frames follow…").arg(rich(words)));
  slider_->set_words(plain(words));
}

void FilmPreview::showEvent(QShowEvent*) {
  if (begun_) drawer_.request(begun_, order_[frame_]);
}

void FilmPreview::hideEvent(QHideEvent*) { drawer_.request({}, 0); }

bool FilmPreview::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) repaint_.start();
  return QWidget::eventFilter(watched, event);
}

void FilmPreview::paint_picture() {
  if (!drawn_) return;
  Sheet sheet = drawn_->sheet;
  const double ratio = devicePixelRatioF();
  const QSizeF room = QSizeF(picture_->size()) * ratio;
  const double dpi = inch * std::min(room.width() / sheet.width, room.height() / sheet.height);
  sheet.dpi = std::clamp<std::int64_t>(std::llround(std::floor(dpi)), 1, sheet.dpi);
  const QImage page = figure_image(drawn_->figure, sheet, drawn_->places, drawn_->words);
  picture_->setPixmap(page_preview(page, theme_.hairline, ratio));
}

}  // namespace theta
