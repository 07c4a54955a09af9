// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/choices_row.h"

#include "ui/parameters/check_grid.h"
#include "ui/words.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace theta {
namespace {

constexpr std::size_t most_in_panel = 12;
constexpr int sheet_width = 340;

}  // namespace

ChoicesRow::ChoicesRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent),
      count_(new QLabel(this)),
      grid_(new CheckGrid(*options_of(field.kind), this)) {
  count_->setProperty("muted", true);
  put_editor(count_);
  name_for_screen_reader(grid_);
  if (options_of(field.kind)->size() > most_in_panel)
    put_in_sheet();
  else
    put_below(grid_);
  connect(grid_, &CheckGrid::chosen, this, [this](const Options& now) {
    if (!propose(now)) grid_->show_chosen(shown_);
  });
}

void ChoicesRow::put_in_sheet() {
  button_ = new QPushButton(this);
  button_->setStyleSheet(QStringLiteral("text-align: left"));
  button_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  put_below(button_);
  setFocusProxy(button_);
  sheet_ = new QFrame(this, Qt::Popup);
  sheet_->setProperty("surface", QStringLiteral("pane"));
  sheet_->setFrameShape(QFrame::Box);
  auto* scroll = new QScrollArea(sheet_);
  scroll->setWidget(grid_);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* layout = new QVBoxLayout(sheet_);
  layout->setContentsMargins(8, 8, 4, 8);
  layout->addWidget(scroll);
  connect(button_, &QPushButton::clicked, this, &ChoicesRow::open_sheet);
}

void ChoicesRow::open_sheet() {
  const QRect room = screen()->availableGeometry();
  sheet_->resize(sheet_width, std::min(grid_->sizeHint().height() + 20, room.height() - 32));
  const QPoint below = button_->mapToGlobal(QPoint(button_->width() - sheet_width, button_->height() + 4));
  sheet_->move(std::clamp(below.x(), room.left(), std::max(room.left(), room.right() - sheet_->width())),
               std::clamp(below.y(), room.top(), std::max(room.top(), room.bottom() - sheet_->height())));
  sheet_->show();
  grid_->setFocus();
}

void ChoicesRow::show_value(const Value& value, Limits) {
  shown_ = std::get<Options>(value);
  grid_->show_chosen(shown_);
  count_->setText(tr("%1 of %2").arg(shown_.indices.size()).arg(options_of(field().kind)->size()));
  show_names();
}

void ChoicesRow::show_names() {
  if (!button_) return;
  QStringList names;
  for (const std::size_t index : shown_.indices) names << plain(options_of(field().kind)->at(index).label);
  const QString all = names.isEmpty() ? tr("none") : names.join(QStringLiteral(", "));
  constexpr int beside_text = 26;
  button_->setText(
      button_->fontMetrics().elidedText(all, Qt::ElideRight, std::max(80, button_->width() - beside_text)));
  button_->setToolTip(all);
  name_for_screen_reader(button_, all);
}

void ChoicesRow::resizeEvent(QResizeEvent* event) {
  ParameterRow::resizeEvent(event);
  show_names();
}

void ChoicesRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  count_->setFont(interface_font(theme, 11));
  grid_->show_theme(theme);
  if (button_) button_->setFont(interface_font(theme, 12.5));
  show_names();
}

}  // namespace theta
