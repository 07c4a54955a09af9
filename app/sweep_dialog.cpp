// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_dialog.h"

#include "app/vary_range.h"
#include "core/model/change.h"
#include "core/model/problem.h"
#include "ui/figure/figure_view.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScreen>

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
  parameter_ = new ComboBox(this);
  parameter_->setAccessibleName(tr("Parameter"));
  numbers_ = numbers_to_vary(origin_.lab->fields, origin_.state.values);
  for (const std::size_t number : numbers_) {
    parameter_->addItem(plain(origin_.lab->fields[number].name.label));
    sweeps_.push_back(sweep_lab(origin_, number, present));
  }
  panel_ = new ParameterPanel(this);
  panel_->set_playable(false);
  panel_->show_theme(theme);
  auto* buttons = new QDialogButtonBox(this);
  export_ = new QPushButton(tr("Export…"));
  export_->setProperty("primary", true);
  buttons->addButton(export_, QDialogButtonBox::AcceptRole);
  buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
  connect(parameter_, &QComboBox::activated, this, &SweepDialog::choose);
  connect(panel_, &ParameterPanel::edited, this, &SweepDialog::edit);
  connect(panel_, &ParameterPanel::problem, this,
          [this](const Problem& problem) { problem_bar_->show_problem(sentence(problem)); });
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(&drawer_, &Drawer::drawn, this, &SweepDialog::show_figure);

  constexpr int side = 16;
  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(0, 0, 0, side);
  layout->setSpacing(0);
  layout->addWidget(problem_bar_, 0, 0, 1, 2);
  layout->addWidget(view_, 1, 0, 3, 1);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(side, side, side, 0);
  head->addWidget(parameter_);
  layout->addLayout(head, 1, 1);
  layout->addWidget(panel_, 2, 1);
  layout->addWidget(buttons, 3, 1);
  layout->setColumnStretch(0, 1);
  layout->setRowStretch(2, 1);
  buttons->setContentsMargins(side, 8, side, 0);
  resize(QSize(1120, 760).boundedTo(screen()->availableSize() * 0.95));
  const auto place = std::ranges::find(numbers_, proposed);
  parameter_->setCurrentIndex(place == numbers_.end() ? 0 : static_cast<int>(place - numbers_.begin()));
  if (!origin_.sweep || !begin_with(*origin_.sweep)) choose(parameter_->currentIndex());
  parameter_->setFocus();
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
