// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film.h"
#include "app/film_choice.h"
#include "core/model/value.h"
#include "ui/theme.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;

namespace theta {

class FilmPreview;
class ParameterPanel;
class ProblemBar;

/// How a film is made: at the right which parameter it moves, from where to where and how fast, its format
/// and its sheet; at the left its frames. Accepted, it has a film and what was chosen for it.
class AnimateDialog : public QDialog {
  Q_OBJECT

 public:
  /// `played`: the parameter proposed.
  AnimateDialog(const Origin& origin, const FilmChoice& last, std::size_t played, const Theme& theme,
                QWidget* parent = nullptr);

  const Film& film() const { return film_; }
  const FilmChoice& choice() const { return choice_; }
  void accept() override;

 private:
  QWidget* choice_column(const Theme& theme);
  QWidget* preview_column(const Theme& theme);
  void choose_parameter(int index);
  void choose_format(int index);
  void edit(const Edits& edits);
  /// False where there is no such film: then nothing has changed.
  bool set_choice(const FilmChoice& choice);
  void show_fields();
  void show_choice();
  void show_words();
  const Field& played() const;
  FilmRange range_of(std::size_t field) const;

  Film film_;
  FilmChoice choice_;
  std::vector<std::size_t> numbers_;  ///< the lab's parameters that can be moved
  std::vector<Field> fields_;         ///< of the panel

  ProblemBar* problem_bar_;
  QComboBox *parameter_, *format_;
  ParameterPanel* panel_;
  FilmPreview* preview_;
  QLabel* words_;
};

}  // namespace theta
