// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

class QLabel;
class QLineEdit;

namespace theta {

/// A formula the person types. What is typed counts at once while it makes sense; while it does not, the last
/// one that did stays in force and the place of the error is marked below.
class FormulaRow : public ParameterRow {
  Q_OBJECT

 public:
  FormulaRow(const Field& field, Check check, QWidget* parent);

  void show_value(const Value& value, Limits limits) override;
  void show_theme(const Theme& theme) override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void typed();
  void finish();
  void show_error(const std::optional<FormulaError>& error);

  QLineEdit* line_;
  QLabel* error_;
  Formula shown_;
  bool typing_ = false;  // from the first sign to Enter or away: one step of the history
};

/// The formula with the sign at a position marked, counted in characters, or what is missing at its end; and
/// the message.
QString marked_formula(const QString& formula, const FormulaError& error, const QColor& colour);

}  // namespace theta
