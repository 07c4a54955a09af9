// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

class QCheckBox;

namespace theta {

/// A check box for each option, column by column.
class CheckGrid : public QWidget {
  Q_OBJECT

 public:
  CheckGrid(const std::vector<OptionName>& options, QWidget* parent, int columns = 2);

  void show_chosen(const Options& chosen);  ///< silent
  void show_theme(const Theme& theme);

 Q_SIGNALS:
  void chosen(const theta::Options& options);

 private:
  std::vector<QCheckBox*> boxes_;
};

}  // namespace theta
