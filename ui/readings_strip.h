// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPointF>
#include <QWidget>

#include <string>
#include <vector>

namespace theta {

/// The figure's readings in a row, each a small label over its value. A reading keeps its place while its
/// value changes, its sign too; where the row is too short for all of them, they take a second one.
class ReadingsStrip : public QWidget {
  Q_OBJECT

 public:
  explicit ReadingsStrip(QWidget* parent = nullptr);

  void show_readings(const std::vector<Reading>& readings);
  /// What comes next has nothing to do with what came before: its readings take the room they need.
  void forget_widths() { items_.clear(); }
  void show_theme(const Theme& theme);

  QSize sizeHint() const override { return {400, height()}; }
  QSize minimumSizeHint() const override { return {200, height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  struct Item {
    std::string id;
    SetText label, value;
    double width = 0;  ///< never less than it once was, until they are forgotten
    QPointF at;
  };
  void place_items();
  QString as_table() const;

  std::vector<Reading> readings_;
  std::vector<Item> items_;
  Theme theme_ = light_theme();
};

}  // namespace theta
