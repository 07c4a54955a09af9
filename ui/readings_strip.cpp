// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readings_strip.h"

#include "core/model/number.h"
#include "ui/words.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr double row_height = 44, above = 10, readings_side = 20, between = 28;
constexpr double reading_label_size = 11, value_size = 14.5, label_baseline = 11, value_baseline = 31;

/// Upright words in the interface's font, symbols as in the figure.
Lettering in_interface_font(const Theme& theme, double size, QFont::Weight weight) {
  Lettering fonts = lettering(theme, size, weight);
  fonts.words = interface_font(theme, size, weight);
  fonts.words.setPixelSize(static_cast<int>(std::lround(size * theme.type)));
  return fonts;
}

/// As wide as its value is, whatever the sign: a minus reaches into the room between readings.
Reading without_sign(Reading reading) {
  reading.value = std::abs(reading.value);
  return reading;
}

Text value_text(const Reading& reading) {
  const bool count = reading.significant == 0;
  std::string number = count ? readable(reading.value, 15) : steady(reading.value, reading.significant);
  if (!reading.unit.empty() && !std::isnan(reading.value)) number += "\u2009" + reading.unit;
  return verbatim(number);
}

}  // namespace

ReadingsStrip::ReadingsStrip(QWidget* parent) : QWidget(parent) {
  setFixedHeight(static_cast<int>(row_height + 2 * above));
}

void ReadingsStrip::show_readings(const std::vector<Reading>& readings) {
  const bool same = std::ranges::equal(readings, items_, {}, &Reading::id, &Item::id);
  const Lettering labels = in_interface_font(theme_, reading_label_size, QFont::Normal);
  const Lettering values = in_interface_font(theme_, value_size, QFont::DemiBold);
  if (!same) items_.assign(readings.size(), {});
  readings_ = readings;
  QString spoken_all;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    Item& item = items_[i];
    item.id = readings[i].id;
    item.label = set_text(readings[i].label, labels);
    item.value = set_text(value_text(readings[i]), values);
    item.width = std::max(
        {item.width, item.label.width, set_text(value_text(without_sign(readings[i])), values).width});
    spoken_all += spoken(readings[i].label) + QStringLiteral(" ") + spoken(value_text(readings[i])) +
                  QStringLiteral(". ");
  }
  setAccessibleName(tr("Readings"));
  setAccessibleDescription(spoken_all);
  place_items();
}

void ReadingsStrip::show_theme(const Theme& theme) {
  theme_ = theme;
  items_.clear();
  show_readings(std::vector(readings_));
}

void ReadingsStrip::place_items() {
  double x = readings_side;
  int row = 0;
  for (Item& item : items_) {
    if (x > readings_side && x + item.width > width() - readings_side) {
      x = readings_side;
      ++row;
    }
    item.at = {x, (above + row * row_height) * theme_.type};
    x += item.width + between;
  }
  setFixedHeight(static_cast<int>(((row + 1) * row_height + 2 * above) * theme_.type));
  update();
}

void ReadingsStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) place_items();
}

void ReadingsStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.pane);
  painter.fillRect(0, 0, width(), 1, theme_.hairline);
  for (const Item& item : items_) {
    painter.setPen(theme_.muted_text);
    draw_text(painter, item.label, item.at + QPointF(0, label_baseline * theme_.type));
    painter.setPen(theme_.text);
    draw_text(painter, item.value, item.at + QPointF(0, value_baseline * theme_.type));
  }
}

QString ReadingsStrip::as_table() const {
  QString table;
  for (const Reading& reading : readings_)
    table += plain(reading.label) + QLatin1Char('\t') + QString::fromStdString(exact(reading.value)) +
             QLatin1Char('\t') + QString::fromStdString(reading.unit) + QLatin1Char('\n');
  return table;
}

void ReadingsStrip::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  const QAction* copy = menu.addAction(tr("Copy Readings"));
  if (menu.exec(event->globalPos()) == copy) QApplication::clipboard()->setText(as_table());
}

}  // namespace theta
