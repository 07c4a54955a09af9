// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

class QTableView;
class QToolButton;

namespace theta {

class RecordsModel;

/// A list of small records: a table, and buttons that add, remove and move a row; a row's number drags
/// it along.
class RecordsRow : public ParameterRow {
  Q_OBJECT

 public:
  RecordsRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  QToolButton* add_button(const QString& icon_name, const QString& words, void (RecordsRow::*act)());
  void add();
  void remove();
  void move_up() { move(selected(), selected() - 1); }
  void move_down() { move(selected(), selected() + 1); }
  void move(int from, int to);
  void take_dragged(int section, int from, int to);
  void select(int row);
  void show_buttons();
  int selected() const;

  RecordsModel* model_;
  QTableView* table_;
  QToolButton *add_, *remove_, *up_, *down_;
};

}  // namespace theta
