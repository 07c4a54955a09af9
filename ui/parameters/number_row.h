// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"
#include "ui/parameters/track.h"

namespace theta {

class NumberBox;
class Slider;

/// A real or whole number: a number box in the head, a slider below.
class NumberRow : public ParameterRow {
  Q_OBJECT

 public:
  NumberRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  void propose_number(double number);

  NumberBox* box_;
  Slider* slider_;
  Track track_;
};

}  // namespace theta
