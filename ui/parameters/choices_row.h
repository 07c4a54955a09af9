// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

class QFrame;
class QLabel;
class QPushButton;

namespace theta {

class CheckGrid;

/// Any of a list: check boxes below the head, or, where they are many, in a sheet that a button opens.
class ChoicesRow : public ParameterRow {
  Q_OBJECT

 public:
  ChoicesRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void put_in_sheet();
  void open_sheet();
  void show_names();

  QLabel* count_;
  CheckGrid* grid_;
  QPushButton* button_ = nullptr;
  QFrame* sheet_ = nullptr;
  Options shown_;
};

}  // namespace theta
