// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/origin.h"
#include "ui/theme.h"

#include <QDialog>
#include <QString>

class QComboBox;
class QPlainTextEdit;

namespace theta {

class ProblemBar;

/// The script that recomputes a figure's numbers, to read, copy and save.
class CodeDialog : public QDialog {
  Q_OBJECT

 public:
  /// `proposed_file`: where it would be saved. Throws InputError where what is shown has no script.
  CodeDialog(const Origin& origin, const QString& proposed_file, const Theme& theme,
             QWidget* parent = nullptr);

  /// Where it was saved last; empty: nowhere.
  const QString& saved_file() const { return saved_file_; }

 private:
  void show_script();
  void copy();
  void save();

  Origin origin_;
  QString proposed_file_, saved_file_;
  std::string script_;

  ProblemBar* problem_bar_;
  QComboBox* library_;
  QPlainTextEdit* text_;
};

}  // namespace theta
