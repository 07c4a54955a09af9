// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/value.h"
#include "ui/export/export_choice.h"
#include "ui/theme.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace theta {

class CheckGrid;
class ParameterPanel;
class ProblemBar;
struct PreflightItem;

/// How a figure is exported: its sheet at the right, the figure as it will be at its true size in the middle,
/// and below what the venue would say of it, each with a button that mends it. Accepted, it has a choice.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(std::shared_ptr<const Figure> figure, const ExportChoice& last, const Theme& theme,
               QWidget* parent = nullptr);

  const ExportChoice& choice() const { return choice_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* preview_column();
  QWidget* choice_column(const Theme& theme);
  void choose_venue(int index);
  void choose_format(int index);
  void choose_panels(const Options& options);
  void edit_sheet(const Edits& edits);
  void set_sheet(const Sheet& sheet);
  void show_choice();
  void show_figure();
  void show_size(double scale);
  void show_preflight(const std::vector<PreflightItem>& items);
  Figure figure_shown() const;

  std::shared_ptr<const Figure> figure_;
  ExportChoice choice_;
  Theme theme_;
  bool theme_chosen_;  ///< by hand, so that a venue leaves it
  QTimer redraw_;      ///< so that a drag of a slider is drawn at the speed of drawing

  QLabel *preview_, *size_;
  QToolButton* fit_;
  ProblemBar* problem_bar_;
  QComboBox *format_, *venue_;
  QWidget* venue_part_;  ///< its heading and itself
  ParameterPanel* sheet_panel_;
  CheckGrid* panels_ = nullptr;  ///< none for a figure of one panel
  QVBoxLayout* preflight_;
};

}  // namespace theta
