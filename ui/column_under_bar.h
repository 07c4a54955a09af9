// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace theta {

class ProblemBar;

/// A column of widgets with a bar of messages at its top. A notice, which stays, has room above the column; a
/// problem, or that something was done, passes over it, so that nothing below moves: over the room of the
/// notice, or over the whole of the first widget.
class ColumnUnderBar : public QWidget {
  Q_OBJECT

 public:
  explicit ColumnUnderBar(ProblemBar* bar, QWidget* parent = nullptr);

  QVBoxLayout& column() { return *column_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place_bar();
  int covering(int height) const;

  ProblemBar* bar_;
  QVBoxLayout* column_;
  int notice_height_ = 0;
};

}  // namespace theta
