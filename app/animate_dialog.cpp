// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate_dialog.h"

#include "app/vary_range.h"
#include "core/model/change.h"
#include "core/model/number_of.h"
#include "core/model/problem.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QDialogButtonBox>
#include <QEventLoop>
#include <QProgressDialog>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>

namespace theta {
namespace {

enum Place : std::size_t { from_place, to_place, frames_place, rate_place, way_place };

std::vector<Field> film_fields(const Field& played, const Values& values, PlayWay way) {
  std::vector<Field> fields = end_fields(played, values);
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
  numbers_ = numbers_to_vary(fields, film_.origin.state.values);
  for (const std::size_t number : numbers_) parameter_->addItem(plain(fields[number].name.label));
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
  for (const Field& each : fields_) values_.push_back(each.initial);
  if (!before.empty()) std::copy(before.begin() + frames_place, before.end(), values_.begin() + frames_place);
  const Values& now = film_.origin.state.values;
  const Limits range =
      proposed_range(field, now, number_of(now[played_]), std::get<std::int64_t>(values_[frames_place]));
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
  const Value &from = values_[from_place], &to = values_[to_place];
  const auto steps = std::get<std::int64_t>(values_[frames_place]);
  try {
    film_.variation =
        parse_variation(film_.origin.lab->fields,
                        range_text(field, from, to, steps, runs_in_factors(field, from, to, steps)));
  } catch (const InputError& error) {
    return problem_bar_->show_problem(sentence(error.problems().front()));
  }
  film_.rate = static_cast<int>(std::get<std::int64_t>(values_[rate_place]));
  film_.way = static_cast<PlayWay>(std::get<Option>(values_[way_place]).index);
  QDialog::accept();
}

bool write_film_watched(const Film& film, const std::filesystem::path& output, QWidget* parent) {
  std::atomic<std::size_t> done = 0;
  std::atomic<bool> stop = false;
  auto work = std::async(std::launch::async, [&] {
    return write_film(film, output, [&](std::size_t now, std::size_t) {
      done = now;
      return !stop;
    });
  });
  const auto steps = static_cast<int>(2 * film.variation.steps.size());
  QProgressDialog progress(AnimateDialog::tr("Drawing…"), AnimateDialog::tr("Stop"), 0, steps + 1, parent);
  progress.setWindowModality(Qt::WindowModal);
  progress.setAutoReset(false);
  progress.setMinimumDuration(500);
  QEventLoop loop;
  QTimer timer;
  QObject::connect(&progress, &QProgressDialog::canceled, &loop, [&] { stop = true; });
  QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
    if (!stop) progress.setValue(static_cast<int>(done.load()));
    if (work.wait_for(std::chrono::seconds(0)) == std::future_status::ready) loop.quit();
  });
  timer.start(50);
  loop.exec();
  return work.get();
}

}  // namespace theta
