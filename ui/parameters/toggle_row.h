// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

namespace theta {

class Switch;

class ToggleRow : public ParameterRow {
  Q_OBJECT

 public:
  ToggleRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  Switch* switch_;
};

}  // namespace theta
