// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

class QLabel;

namespace theta {

class NumberBox;

/// A list of numbers, typed with commas.
class RealsRow : public ParameterRow {
  Q_OBJECT

 public:
  RealsRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  QLabel* count_;
  NumberBox* box_;
};

}  // namespace theta
