// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;

namespace theta {

/// A check box for each option, in two columns where they have room, else in one.
class CheckGrid : public QWidget {
  Q_OBJECT

 public:
  CheckGrid(const std::vector<OptionName>& options, QWidget* parent);

  void show_chosen(const Options& chosen);  ///< silent
  void show_theme(const Theme& theme);

 Q_SIGNALS:
  void chosen(const theta::Options& options);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange();

  QGridLayout* grid_;
  std::vector<QCheckBox*> boxes_;
};

}  // namespace theta
