// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sweep_lab.h"
#include "ui/drawer.h"
#include "ui/theme.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QPushButton;

namespace theta {

class FigureView;
class ParameterPanel;
class ProblemBar;

/// Which parameter a figure is drawn at several values of, which values these are and how they stand; with
/// the figure as it will be. Accepted, it has the sweep and its figure.
class SweepDialog : public QDialog {
  Q_OBJECT

 public:
  /// `origin`: what is swept; where it has a sweep, the dialog begins with that. `present`: the figure at its
  /// values. `proposed`: else the parameter that is chosen at first.
  SweepDialog(const Origin& origin, const Figure& present, std::size_t proposed, const Theme& theme,
              QWidget* parent = nullptr);

  Origin swept() const;
  std::shared_ptr<const Figure> figure() const { return figure_; }

 private:
  QWidget* choice_column(const Theme& theme);
  void choose(int index);
  bool begin_with(const SweepOf& said);  ///< false where it cannot be said here
  void show_sweep(std::size_t place, const Values& values);
  void edit(const Edits& edits);
  void draw();
  void show_figure(const std::shared_ptr<const Figure>& figure, quint64 request, bool whole);
  const Lab& sweep() const { return sweeps_[chosen_]; }

  Origin origin_;
  std::vector<std::size_t> numbers_;  ///< the lab's parameters that can be varied
  std::vector<Lab> sweeps_;           ///< of each
  std::size_t chosen_ = 0;
  Values values_;
  std::shared_ptr<const Figure> figure_;
  quint64 newest_ = 0;

  ProblemBar* problem_bar_;
  FigureView* view_;
  QComboBox* parameter_;
  ParameterPanel* panel_;
  QPushButton* export_;
  Drawer drawer_;  // last: it draws the sweeps above until it is gone
};

}  // namespace theta
