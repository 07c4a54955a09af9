// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"
#include "core/model/problem.h"
#include "ui/theme.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <string_view>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace theta {

/// What the rows of all kinds have: a head with label, symbol and room for an editor, room below, the wash
/// while lit, and one way for a person's edits out.
class ParameterRow : public QWidget {
  Q_OBJECT

 public:
  using Check = std::function<std::optional<Problem>(const Value&)>;

  ParameterRow(const Field& field, Check check, QWidget* parent);

  /// Silent. `limits` are those that hold while the other parameters have their present values.
  virtual void show_value(const Value& value, Limits limits) = 0;
  virtual void show_theme(const Theme& theme);
  void light(bool lit);
  void hide_play_button();  ///< where there is nothing to play

  const Field& field() const { return field_; }

 Q_SIGNALS:
  void edited(const theta::Value& value);
  void drag_started();
  void drag_ended();
  void problem(const theta::Problem& problem);
  void hovered(bool inside);
  void play_requested();

 protected:
  /// Says a value to the outside: as `edited` where it is allowed, else as `problem`. False when it was
  /// refused.
  bool propose(const Value& value);
  bool propose_text(std::string_view text);  ///< the same for text, which may not read as a value

  /// Puts the row's editor at the right of its head, as wide as given; 0: as wide as it likes.
  void put_editor(QWidget* editor, int width = 0);
  /// As an editor, so wide, where that leaves room for the label, else below it.
  void put_where_it_fits(QWidget* editor, int width);
  void put_below(QWidget* widget);
  void add_play_button();
  void name_for_screen_reader(QWidget* widget, const QString& part = {}) const;

  const Theme& theme() const { return theme_; }
  const Check& check() const { return check_; }

  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  void place_play_button();

  const Field field_;
  const Check check_;
  Theme theme_;
  QVBoxLayout* column_;
  QHBoxLayout* head_;
  QLabel* label_;
  QLabel* symbol_;
  QToolButton* play_ = nullptr;
  QWidget* fitted_ = nullptr;
  int fitted_width_ = 0;
  bool lit_ = false, playable_ = true;
};

}  // namespace theta
