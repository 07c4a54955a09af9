// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"
#include "core/model/lab.h"
#include "core/model/problem.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QScrollArea;

namespace theta {

class ParameterRow;

/// A lab's parameters, a row each. It asks for edits and shows values, and keeps none but those it last
/// showed.
class ParameterPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterPanel(QWidget* parent = nullptr);

  /// Whether numbers have a button that plays them; before the fields are shown.
  void set_playable(bool playable) { playable_ = playable; }

  /// Builds the rows of a lab; `show_values` has to follow.
  void show_fields(const std::vector<Field>& fields);

  /// Silent. Touches only rows whose value, limits or right to be there changed.
  void show_values(const Values& values);
  void show_theme(const Theme& theme);

  /// Marks a parameter's row, because its symbol is pointed at elsewhere.
  void light(std::optional<std::size_t> field);

  /// Scrolls a parameter's row into view and gives it the focus.
  void go_to(std::size_t field);

  QSize sizeHint() const override { return {304, 600}; }

 Q_SIGNALS:
  void edited(const theta::Edits& edits);
  void drag_started();
  void drag_ended();
  void problem(const theta::Problem& problem);
  void hovered(std::optional<std::size_t> field);
  void play_requested(std::size_t field);

 private:
  struct Group {
    QLabel* heading;
    std::vector<std::size_t> fields;
  };
  void add_group(const Text& name, QWidget* content);
  void add_row(std::size_t field, QWidget* content);
  void show_headings();

  QScrollArea* scroll_;
  std::vector<Field> fields_;
  std::vector<ParameterRow*> rows_;
  std::vector<Group> groups_;
  Values values_;
  std::vector<Limits> limits_;
  std::vector<bool> applies_;
  std::optional<std::size_t> lit_, pointed_at_;
  Theme theme_;
  bool playable_ = true;
};

}  // namespace theta
