// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

class QToolButton;

namespace theta {

class NumberBox;

/// A seed: a number box, and a button that draws a new one.
class SeedRow : public ParameterRow {
  Q_OBJECT

 public:
  SeedRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  QToolButton* draw_;
  NumberBox* box_;
  Seed shown_;
};

}  // namespace theta
