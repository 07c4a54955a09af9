// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate_dialog.h"

#include "core/model/change.h"
#include "core/model/number_of.h"
#include "core/model/problem.h"
#include "core/model/value_text.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

enum Place : std::size_t { from_place, to_place, frames_place, rate_place, way_place };

/// A field for one end of the range: as the parameter itself, within its present limits.
Field end_field(Field field, Limits limits, const char* id, const char* label) {
  field.name.id = id;
  field.name.label = label;
  field.name.symbol.clear();
  field.applies = {};
  field.limits = [limits](const Values&) { return limits; };
  return field;
}

/// Where a film may begin and end: the whole range, but from where it stands, one by one, with a whole number
/// that has thousands of values, such as a position.
Limits proposed_range(const Field& field, double now, Limits limits, std::int64_t steps) {
  constexpr double most_values = 1000;
  if (!std::holds_alternative<Integer>(field.kind) || limits.high - limits.low < most_values) return limits;
  const double reach = static_cast<double>(steps - 1);
  const double high = std::min(limits.high, now + reach);
  return {high - reach, high};
}

std::vector<Field> film_fields(const Field& played, const Values& values, PlayWay way) {
  const Limits limits = limits_of(played, values);
  std::vector<Field> fields = {end_field(played, limits, "from", "From"),
                               end_field(played, limits, "to", "To")};
  fields[from_place].name.group = "Range";
  fields[to_place].name.group = {};
  fields.push_back(
      {.name = {.id = "frames", .label = "Steps", .help = "How many values are shown.", .group = "Film"},
       .kind = Integer{.low = 2, .high = 500},
       .initial = std::int64_t{60}});
  fields.push_back({.name = {.id = "rate", .label = "Frames a second", .help = "How fast it runs."},
                    .kind = Integer{.low = 1, .high = 60},
                    .initial = std::int64_t{25}});
  fields.push_back(
      {.name = {.id = "way", .label = "Play", .help = "What follows the last value."},
       .kind =
           Choice{.options = {{"once", "Once"}, {"round", "Round and round"}, {"to_and_fro", "To and fro"}}},
       .initial = Option{static_cast<std::size_t>(way)}});
  return fields;
}

}  // namespace

AnimateDialog::AnimateDialog(Film film, std::size_t played, const Theme& theme, QWidget* parent)
    : QDialog(parent), film_(std::move(film)), played_(played) {
  setWindowTitle(tr("Animate"));
  problem_bar_ = new ProblemBar;
  problem_bar_->show_theme(theme);
  parameter_ = new ComboBox(this);
  parameter_->setAccessibleName(tr("Parameter"));
  const std::vector<Field>& fields = film_.origin.lab->fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_number(fields[i]) || !applies(fields[i], film_.origin.state.values)) continue;
    parameter_->addItem(plain(fields[i].name.label));
    numbers_.push_back(i);
  }
  panel_ = new ParameterPanel(this);
  panel_->set_playable(false);
  panel_->show_theme(theme);
  connect(parameter_, &QComboBox::activated, this, &AnimateDialog::choose);
  connect(panel_, &ParameterPanel::edited, this, &AnimateDialog::edit);
  connect(panel_, &ParameterPanel::problem, this,
          [this](const Problem& problem) { problem_bar_->show_problem(sentence(problem)); });
  auto* buttons = new QDialogButtonBox(this);
  auto* accept_button = new QPushButton(tr("Export…"));
  accept_button->setProperty("primary", true);
  buttons->addButton(accept_button, QDialogButtonBox::AcceptRole);
  buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* layout = new QVBoxLayout(this);
  layout->addWidget(problem_bar_);
  layout->addWidget(parameter_);
  layout->addWidget(panel_, 1);
  layout->addWidget(buttons);
  resize(400, 480);
  const auto proposed = std::ranges::find(numbers_, played);
  parameter_->setCurrentIndex(proposed == numbers_.end() ? 0 : static_cast<int>(proposed - numbers_.begin()));
  choose(parameter_->currentIndex());
}

void AnimateDialog::choose(int index) {
  if (index < 0) return;
  played_ = numbers_[static_cast<std::size_t>(index)];
  const Field& field = film_.origin.lab->fields[played_];
  const Values before = std::exchange(values_, {});
  fields_ = film_fields(field, film_.origin.state.values, film_.way);
  const Limits limits = limits_of(field, film_.origin.state.values);
  for (const Field& each : fields_) values_.push_back(each.initial);
  if (!before.empty()) std::copy(before.begin() + frames_place, before.end(), values_.begin() + frames_place);
  const Limits range = proposed_range(field, number_of(film_.origin.state.values[played_]), limits,
                                      std::get<std::int64_t>(values_[frames_place]));
  values_[from_place] = number_value(field, range.low);
  values_[to_place] = number_value(field, range.high);
  panel_->show_fields(fields_);
  panel_->show_values(values_);
}

void AnimateDialog::edit(const Edits& edits) {
  const auto outcome = change(fields_, values_, edits);
  if (const auto* problems = std::get_if<std::vector<Problem>>(&outcome)) {
    problem_bar_->show_problem(sentence(problems->front()));
  } else {
    problem_bar_->hide_problem();
    values_ = std::get<Changed>(outcome).values;
  }
  panel_->show_values(values_);
}

void AnimateDialog::accept() {
  const Field& field = film_.origin.lab->fields[played_];
  const auto typed = [&](Place place) { return value_text(field, values_[place]); };
  const double from = number_of(values_[from_place]), to = number_of(values_[to_place]);
  const auto steps = std::get<std::int64_t>(values_[frames_place]);
  const auto* real = std::get_if<Real>(&field.kind);
  const auto* integer = std::get_if<Integer>(&field.kind);
  const Scale scale = real ? real->scale : integer ? integer->scale : Scale::linear;
  const bool one_by_one = integer && std::abs(to - from) < static_cast<double>(steps);
  const bool in_factors = scale == Scale::log && from > 0 && to > 0 && !one_by_one;
  try {
    film_.variation = parse_variation(film_.origin.lab->fields,
                                      field.name.id + "=" + typed(from_place) + ":" + typed(to_place) + ":" +
                                          std::to_string(steps) + (in_factors ? ":log" : ""));
  } catch (const InputError& error) {
    return problem_bar_->show_problem(sentence(error.problems().front()));
  }
  film_.rate = static_cast<int>(std::get<std::int64_t>(values_[rate_place]));
  film_.way = static_cast<PlayWay>(std::get<Option>(values_[way_place]).index);
  QDialog::accept();
}

}  // namespace theta
