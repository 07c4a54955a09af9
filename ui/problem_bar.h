// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace theta {

/// The one bar under the toolbar that says what was wrong, or what there is to know, until it is closed or
/// overtaken. Never a dialog.
class ProblemBar : public QWidget {
  Q_OBJECT

 public:
  /// Something that can be done about it, a button.
  struct Action {
    Text label;
    std::function<void()> run;
  };

  explicit ProblemBar(QWidget* parent = nullptr);

  void show_problem(const Text& text);
  void show_notice(const Text& text, const std::vector<Action>& actions = {});
  /// That something was done: seen for a while, or until the next edit.
  void show_done(const Text& text);
  /// Problems and what was done go with the next edit that succeeds; notices stay until they are closed, and
  /// come back where something else was said meanwhile.
  void hide_problem();
  void clear();  ///< nothing is said any more, no notice either
  void show_theme(const Theme& theme);

  QString words() const;
  bool is_problem() const { return problem_; }
  bool has_notice() const { return notice_.has_value(); }
  bool passes() const { return problem_ || passing_.isActive(); }  ///< what is said is no notice

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Notice {
    Text text;
    std::vector<Action> actions;
  };
  void show_words(const Text& text, const std::vector<Action>& actions, bool problem);
  void close();
  void close_passing();

  QLabel* words_;
  QHBoxLayout* actions_;
  QToolButton* close_;
  std::vector<QWidget*> buttons_;
  std::optional<Notice> notice_;  ///< stays behind what passes
  Theme theme_;
  bool problem_ = false;
  QTimer passing_;  ///< runs while what is said goes by itself
};

}  // namespace theta
