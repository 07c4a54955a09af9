// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/row.h"

#include "core/model/value_text.h"
#include "ui/icon.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace theta {
namespace {

constexpr int margin = 10, radius = 6, head_height = 24;
constexpr double label_size = 12.5, symbol_size = 16;

QString coloured(const QString& html, const QColor& colour) {
  return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), html);
}

}  // namespace

ParameterRow::ParameterRow(const Field& field, Check check, QWidget* parent)
    : QWidget(parent),
      field_(field),
      check_(std::move(check)),
      column_(new QVBoxLayout(this)),
      head_(new QHBoxLayout),
      label_(new QLabel(rich(field.name.label), this)),
      symbol_(new QLabel(this)) {
  column_->setContentsMargins(margin, 3, margin, 3);
  column_->setSpacing(0);
  column_->addLayout(head_);
  head_->setSpacing(8);
  head_->addWidget(label_, 1);
  head_->addWidget(symbol_);
  label_->setMinimumHeight(head_height);
  label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a row is never wider than its panel
  symbol_->setTextFormat(Qt::RichText);
  symbol_->setVisible(!field_.name.symbol.empty());
  setToolTip(field_.name.help.empty() ? QString() : rich(field_.name.help));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void ParameterRow::show_theme(const Theme& theme) {
  theme_ = theme;
  label_->setFont(interface_font(theme, label_size));
  symbol_->setFont(symbol_font(theme, symbol_size));
  symbol_->setText(coloured(rich_symbol(field_.name.symbol), lit_ ? theme.accent : theme.muted_text));
  if (play_) play_->setIcon(icon(QStringLiteral("play"), theme.accent));
  fit();
  update();
}

void ParameterRow::light(bool lit) {
  if (lit == lit_) return;
  lit_ = lit;
  symbol_->setText(coloured(rich_symbol(field_.name.symbol), lit_ ? theme_.accent : theme_.muted_text));
  if (play_ && playable_) {
    place_play_button();
    play_->setVisible(lit);
  }
  update();
}

bool ParameterRow::propose(const Value& value) {
  if (const auto refused = check_ ? check_(value) : std::nullopt) {
    Q_EMIT problem(*refused);
    return false;
  }
  Q_EMIT edited(value);
  return true;
}

bool ParameterRow::propose_text(std::string_view text) {
  try {
    return propose(parse_value(field_, text));
  } catch (const InputError& error) {
    for (const Problem& each : error.problems()) Q_EMIT problem(each);
    return false;
  }
}

void ParameterRow::put_editor(QWidget* editor, int width) {
  if (width > 0) editor->setFixedWidth(width);
  head_->addWidget(editor, 0, Qt::AlignVCenter);
}

void ParameterRow::put_where_it_fits(QWidget* editor, int width) {
  fitted_ = editor;
  fitted_width_ = width;
  put_editor(editor);
  fit();
}

void ParameterRow::fit() {
  if (!fitted_) return;
  const QMargins margins = column_->contentsMargins();
  const int room = width() - margins.left() - margins.right() - head_->spacing();
  const int symbol = symbol_->isHidden() ? 0 : symbol_->sizeHint().width() + head_->spacing();
  const bool beside = label_->sizeHint().width() + symbol + fitted_width_ <= room;
  if (beside) {
    column_->removeWidget(fitted_);
    head_->removeWidget(fitted_);
    fitted_->setFixedWidth(fitted_width_);
    head_->addWidget(fitted_, 0, Qt::AlignVCenter);
  } else {
    head_->removeWidget(fitted_);
    column_->removeWidget(fitted_);
    fitted_->setMinimumWidth(0);
    fitted_->setMaximumWidth(QWIDGETSIZE_MAX);
    column_->addWidget(fitted_);
  }
}

void ParameterRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fit();
}

void ParameterRow::put_below(QWidget* widget) { column_->addWidget(widget); }

void ParameterRow::add_play_button() {
  play_ = new QToolButton(this);
  play_->setProperty("flat", true);
  play_->setFixedSize(22, 22);
  play_->setIconSize(QSize(12, 12));
  play_->setFocusPolicy(Qt::NoFocus);  // the keyboard's way is the space bar
  play_->setToolTip(tr("Play this parameter"));
  play_->hide();
  play_->setAccessibleName(tr("Play %1").arg(spoken(field_.name.label)));
  connect(play_, &QToolButton::clicked, this, &ParameterRow::play_requested);
}

/// Beside the symbol or the editor, in no room of its own: it is seen while the row is lit alone.
void ParameterRow::place_play_button() {
  if (!play_) return;
  const int end = symbol_->isHidden() ? label_->geometry().right() : symbol_->geometry().left() - 4;
  play_->move(end - play_->width(), label_->geometry().center().y() - play_->height() / 2);
}

void ParameterRow::hide_play_button() {
  playable_ = false;
  if (play_) play_->hide();
}

void ParameterRow::name_for_screen_reader(QWidget* widget, const QString& part) const {
  const QString name = spoken_name(field_.name.label, field_.name.symbol);
  widget->setAccessibleName(part.isEmpty() ? name : name + QStringLiteral(", ") + part);
  if (!field_.name.help.empty()) widget->setAccessibleDescription(spoken(field_.name.help));
}

void ParameterRow::paintEvent(QPaintEvent*) {
  if (!lit_) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.wash);
  painter.drawRoundedRect(rect(), radius, radius);
}

void ParameterRow::enterEvent(QEnterEvent*) { Q_EMIT hovered(true); }

void ParameterRow::leaveEvent(QEvent*) { Q_EMIT hovered(false); }

}  // namespace theta
