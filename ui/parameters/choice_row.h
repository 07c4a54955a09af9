// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

namespace theta {

class ComboBox;

class ChoiceRow : public ParameterRow {
  Q_OBJECT

 public:
  ChoiceRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  ComboBox* box_;
  int shown_ = 0;
};

}  // namespace theta
