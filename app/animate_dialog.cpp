// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate_dialog.h"

#include "app/ffmpeg.h"
#include "app/film_fields.h"
#include "app/film_preview.h"
#include "app/vary_range.h"
#include "core/model/change.h"
#include "core/model/counted.h"
#include "core/model/problem.h"
#include "ui/export/lay_out_dialog.h"
#include "ui/export/painted_figures.h"
#include "ui/group_heading.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

QString film_label(FilmFormat format) {
  switch (format) {
    case FilmFormat::pictures:
      return AnimateDialog::tr("PNG, a folder of pictures");
    case FilmFormat::gif:
      return AnimateDialog::tr("GIF, for web pages and slides");
    case FilmFormat::mp4:
      return AnimateDialog::tr("MP4, for slides and players");
    case FilmFormat::webm:
      return AnimateDialog::tr("WebM, for web pages");
  }
  return {};
}

/// Those that need ffmpeg can be chosen where it is there.
void disable_what_needs_ffmpeg(QComboBox* formats) {
  const auto* model = qobject_cast<QStandardItemModel*>(formats->model());
  for (std::size_t i = 0; i < film_formats.size(); ++i)
    if (film_formats[i] != FilmFormat::pictures) model->item(static_cast<int>(i))->setEnabled(false);
}

}  // namespace

AnimateDialog::AnimateDialog(const Origin& origin, const FilmChoice& last, std::size_t played,
                             const Theme& theme, QWidget* parent)
    : QDialog(parent), film_{.origin = origin, .variation = {}}, choice_(last) {
  setWindowTitle(tr("Animate"));
  problem_bar_ = new ProblemBar;
  problem_bar_->show_theme(theme);
  QWidget* choices = choice_column(theme);  // the first for Tab
  lay_out_dialog(*this, *problem_bar_, *preview_column(theme), *choices, {1000, 700});

  if (!ffmpeg_is_there()) choice_.format = FilmFormat::pictures;
  const auto proposed = std::ranges::find(numbers_, played);
  choice_.range = range_of(proposed == numbers_.end() ? numbers_.at(0) : *proposed);
  show_fields();
  set_choice(choice_);
  parameter_->setFocus();
}

QWidget* AnimateDialog::preview_column(const Theme& theme) {
  auto* column = new QFrame(this);
  column->setProperty("surface", QStringLiteral("ground"));
  preview_ = new FilmPreview(theme, column);
  words_ = new QLabel(column);
  words_->setWordWrap(true);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(dialog_edge, dialog_edge, dialog_edge, dialog_edge);
  layout->addWidget(preview_, 1);
  layout->addWidget(words_);
  return column;
}

QWidget* AnimateDialog::choice_column(const Theme& theme) {
  QWidget* column = new_choice_column(theme, *this);
  parameter_ = new ComboBox(column);
  parameter_->setAccessibleName(tr("Parameter"));
  const std::vector<Field>& fields = film_.origin.lab->fields;
  numbers_ = numbers_to_vary(fields, film_.origin.state.values);
  for (const std::size_t number : numbers_) parameter_->addItem(plain(fields[number].name.label));
  connect(parameter_, &QComboBox::activated, this, &AnimateDialog::choose_parameter);
  format_ = new ComboBox(column);
  format_->setAccessibleName(tr("Format"));
  for (const FilmFormat format : film_formats) format_->addItem(film_label(format));
  connect(format_, &QComboBox::activated, this, &AnimateDialog::choose_format);
  auto* missing = new QLabel(tr("GIF, MP4 and WebM need ffmpeg, which is not installed."), column);
  missing->setObjectName(QStringLiteral("missing"));
  missing->setWordWrap(true);
  missing->setProperty("muted", true);
  missing->setHidden(ffmpeg_is_there());
  if (!ffmpeg_is_there()) disable_what_needs_ffmpeg(format_);
  panel_ = new ParameterPanel(column);
  panel_->set_playable(false);
  panel_->show_theme(theme);
  connect(panel_, &ParameterPanel::edited, this, &AnimateDialog::edit);
  connect(panel_, &ParameterPanel::problem, this,
          [this](const Problem& problem) { problem_bar_->show_problem(sentence(problem)); });

  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(dialog_edge, dialog_edge, dialog_edge, 8);
  layout->setSpacing(6);
  layout->addWidget(group_heading(tr("Parameter"), theme, column));
  layout->addWidget(parameter_);
  layout->addSpacing(6);
  layout->addWidget(group_heading(tr("Format"), theme, column));
  layout->addWidget(format_);
  layout->addWidget(missing);
  layout->addWidget(panel_, 1);
  return column;
}

const Field& AnimateDialog::played() const {
  const std::vector<Field>& fields = film_.origin.lab->fields;
  return fields.at(*find_field(fields, choice_.range.parameter));
}

FilmRange AnimateDialog::range_of(std::size_t field) const {
  const Lab& lab = *film_.origin.lab;
  const Field& parameter = lab.fields.at(field);
  const Values& values = film_.origin.state.values;
  const Limits limits = limits_of(parameter, values);
  const FilmRange& last = choice_.range;
  const auto allowed_now = [&](double end) { return end >= limits.low && end <= limits.high; };
  if (last.lab == lab.id && last.parameter == parameter.name.id && allowed_now(last.from) &&
      allowed_now(last.to))
    return last;
  return proposed_film_range(lab, field, values, choice_.timing.steps);
}

void AnimateDialog::choose_parameter(int index) {
  FilmChoice choice = choice_;
  choice.range = range_of(numbers_[static_cast<std::size_t>(index)]);
  if (set_choice(choice)) show_fields();
}

void AnimateDialog::choose_format(int index) {
  FilmChoice choice = choice_;
  choice.format = film_formats[static_cast<std::size_t>(index)];
  if (set_choice(choice)) show_fields();
}

void AnimateDialog::edit(const Edits& edits) {
  const auto outcome = change(fields_, film_values(played(), choice_), edits);
  if (const auto* problems = std::get_if<std::vector<Problem>>(&outcome)) {
    problem_bar_->show_problem(sentence(problems->front()));
    return show_choice();
  }
  set_choice(with_film_values(choice_, std::get<Changed>(outcome).values));
}

bool AnimateDialog::set_choice(const FilmChoice& choice) {
  try {
    Film film{.origin = film_.origin,
              .variation = film_variation(*film_.origin.lab, choice),
              .way = choice.timing.way,
              .rate = static_cast<int>(choice.timing.rate),
              .sheet = choice.sheet};
    if (!carries_transparency(choice.format)) film.sheet.transparent = false;
    preview_->show_film(film);
    film_ = std::move(film);
    choice_ = choice;
    problem_bar_->hide_problem();
  } catch (const InputError& error) {
    problem_bar_->show_problem(sentence(error.problems().front()));
    show_choice();
    return false;
  }
  show_choice();
  return true;
}

void AnimateDialog::show_fields() {
  fields_ = film_fields(played(), film_.origin.state.values, choice_.format);
  panel_->show_fields(fields_);
  show_choice();
}

void AnimateDialog::show_choice() {
  const auto shown = std::ranges::find_if(numbers_, [&](std::size_t field) {
    return film_.origin.lab->fields[field].name.id == choice_.range.parameter;
  });
  parameter_->setCurrentIndex(static_cast<int>(shown - numbers_.begin()));
  format_->setCurrentIndex(static_cast<int>(choice_.format));
  panel_->show_values(film_values(played(), choice_));
  show_words();
}

void AnimateDialog::show_words() {
  const std::size_t frames = preview_->frames();
  const double seconds = std::round(100.0 * static_cast<double>(frames) / film_.rate) / 100;
  const QSize dots = pixels(film_.sheet);
  const Text words = say("{} · {} s · {} × {} pixels", counted(frames, "{} frame", "{} frames"), seconds,
                         dots.width(), dots.height());
  const Text repeated = words_on_repeated(film_.variation);
  words_->setText(plain(repeated.empty() ? words : say("{} · {}", words, repeated)));
}

void AnimateDialog::accept() {
  if (set_choice(choice_)) QDialog::accept();
}

}  // namespace theta
