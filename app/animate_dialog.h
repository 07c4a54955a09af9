// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film.h"
#include "core/model/value.h"
#include "ui/theme.h"

#include <QDialog>

class QComboBox;

namespace theta {

class ParameterPanel;
class ProblemBar;

/// Which parameter a film moves, from where to where and how fast. Accepted, it has a film.
class AnimateDialog : public QDialog {
  Q_OBJECT

 public:
  /// `film`: what is filmed; its variation and speed are chosen here. `played`: the parameter proposed.
  AnimateDialog(Film film, std::size_t played, const Theme& theme, QWidget* parent = nullptr);

  const Film& film() const { return film_; }
  void accept() override;

 private:
  void choose(int index);
  void edit(const Edits& edits);

  Film film_;
  std::vector<std::size_t> numbers_;  ///< the lab's parameters that can be moved
  std::size_t played_;
  std::vector<Field> fields_;
  Values values_;

  ProblemBar* problem_bar_;
  QComboBox* parameter_;
  ParameterPanel* panel_;
};

}  // namespace theta
