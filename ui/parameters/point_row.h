// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

#include <vector>

namespace theta {

class NumberBox;

/// A point in the plane: a number box for x and one for y.
class PointRow : public ParameterRow {
  Q_OBJECT

 public:
  PointRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 private:
  void add_box(double Point::*coordinate, const QString& name);
  bool enter(double Point::*coordinate, const QString& text);

  struct Box {
    double Point::*coordinate;
    NumberBox* box;
  };
  std::vector<Box> boxes_;
  Point shown_;
  Limits limits_;
};

}  // namespace theta
