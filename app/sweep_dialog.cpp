// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_dialog.h"

#include "app/vary_range.h"
#include "core/model/change.h"
#include "core/model/problem.h"
#include "ui/export/lay_out_dialog.h"
#include "ui/figure/figure_view.h"
#include "ui/group_heading.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace theta {

SweepDialog::SweepDialog(const Origin& origin, const Figure& present, std::size_t proposed,
                         const Theme& theme, QWidget* parent)
    : QDialog(parent), origin_(origin) {
  setWindowTitle(tr("Export Sweep"));
  problem_bar_ = new ProblemBar;
  problem_bar_->show_theme(theme);
  view_ = new FigureView;
  view_->show_theme(theme);
  view_->set_reduced_motion(true);
  QWidget* choices = choice_column(theme);
  for (const std::size_t number : numbers_) sweeps_.push_back(sweep_lab(origin_, number, present));
  export_ = lay_out_dialog(*this, *problem_bar_, *view_, *choices, {1120, 760});
  connect(&drawer_, &Drawer::drawn, this, &SweepDialog::show_figure);
  const auto place = std::ranges::find(numbers_, proposed);
  parameter_->setCurrentIndex(place == numbers_.end() ? 0 : static_cast<int>(place - numbers_.begin()));
  if (!origin_.sweep || !begin_with(*origin_.sweep)) choose(parameter_->currentIndex());
  parameter_->setFocus();
}

QWidget* SweepDialog::choice_column(const Theme& theme) {
  QWidget* column = new_choice_column(theme, *this);
  parameter_ = new ComboBox(column);
  parameter_->setAccessibleName(tr("Parameter"));
  numbers_ = numbers_to_vary(origin_.lab->fields, origin_.state.values);
  for (const std::size_t number : numbers_)
    parameter_->addItem(plain(origin_.lab->fields[number].name.label));
  connect(parameter_, &QComboBox::activated, this, &SweepDialog::choose);
  panel_ = new ParameterPanel(column);
  panel_->set_playable(false);
  panel_->show_theme(theme);
  connect(panel_, &ParameterPanel::edited, this, &SweepDialog::edit);
  connect(panel_, &ParameterPanel::problem, this,
          [this](const Problem& problem) { problem_bar_->show_problem(sentence(problem)); });
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(dialog_edge, dialog_edge, dialog_edge, 8);
  layout->setSpacing(6);
  layout->addWidget(group_heading(tr("Parameter"), theme, column));
  layout->addWidget(parameter_);
  layout->addWidget(panel_, 1);
  return column;
}

bool SweepDialog::begin_with(const SweepOf& said) {
  const auto place = std::ranges::find(sweeps_, said.vary.substr(0, said.vary.find('=')), &Lab::id);
  if (place == sweeps_.end()) return false;
  const std::optional<Values> values = values_of_sweep(*place, said);
  if (!values) return false;
  parameter_->setCurrentIndex(static_cast<int>(place - sweeps_.begin()));
  show_sweep(static_cast<std::size_t>(place - sweeps_.begin()), *values);
  return true;
}

Origin SweepDialog::swept() const {
  Origin swept = origin_;
  swept.sweep = sweep_of(origin_.lab->fields[numbers_[chosen_]], sweep().fields, values_);
  return swept;
}

void SweepDialog::choose(int index) {
  export_->setEnabled(index >= 0);
  if (index < 0) return;
  const auto place = static_cast<std::size_t>(index);
  const Values initial = initial_values(sweeps_[place]);
  show_sweep(place, values_.empty() ? initial : with_arrangement(initial, values_));
}

void SweepDialog::show_sweep(std::size_t place, const Values& values) {
  chosen_ = place;
  values_ = values;
  problem_bar_->clear();
  panel_->show_fields(sweep().fields);
  panel_->show_values(values_);
  draw();
}

void SweepDialog::edit(const Edits& edits) {
  const auto outcome = change(sweep().fields, values_, edits);
  if (const auto* problems = std::get_if<std::vector<Problem>>(&outcome)) {
    problem_bar_->show_problem(sentence(problems->front()));
    return panel_->show_values(values_);
  }
  values_ = std::get<Changed>(outcome).values;
  panel_->show_values(values_);
  draw();
}

void SweepDialog::draw() {
  export_->setEnabled(false);
  view_->set_working(true);
  newest_ = drawer_.request(sweep(), values_);
}

void SweepDialog::show_figure(const std::shared_ptr<const Figure>& figure, quint64 request, bool whole) {
  if (request != newest_) return;
  if (figure->panels.empty()) {
    view_->set_working(false);
    return problem_bar_->show_problem(figure->remarks.front());
  }
  figure_ = figure;
  view_->set_view(find_panel(*figure_, origin_.state.view.panel) ? origin_.state.view : View());
  view_->show_figure(figure_, request);
  if (!whole) return;
  view_->set_working(false);
  export_->setEnabled(true);
  if (shows_each_value(*figure_)) return problem_bar_->clear();
  problem_bar_->show_notice(say("No curve differs between these values of {}.", sweep().name));
}

}  // namespace theta
