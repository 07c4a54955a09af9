// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problem_bar.h"

#include "ui/icon.h"
#include "ui/words.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace theta {
namespace {

constexpr int stripe = 3;

}  // namespace

ProblemBar::ProblemBar(QWidget* parent)
    : QWidget(parent), words_(new QLabel(this)), actions_(new QHBoxLayout), close_(new QToolButton(this)) {
  words_->setWordWrap(true);
  words_->setTextFormat(Qt::RichText);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  close_->setProperty("flat", true);
  close_->setToolTip(tr("Close"));
  close_->setAccessibleName(tr("Close the message"));
  close_->setFixedSize(24, 24);
  connect(close_, &QToolButton::clicked, this, &ProblemBar::close);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16 + stripe, 6, 12, 6);
  row->setSpacing(12);
  row->addWidget(words_, 1);
  row->addLayout(actions_);
  row->addWidget(close_, 0, Qt::AlignTop);
  passing_.setSingleShot(true);
  passing_.setInterval(8000);
  connect(&passing_, &QTimer::timeout, this, &ProblemBar::close_passing);
  hide();
}

void ProblemBar::show_problem(const Text& text) {
  passing_.stop();
  show_words(text, {}, true);
}

void ProblemBar::show_notice(const Text& text, const std::vector<Action>& actions) {
  passing_.stop();
  notice_ = Notice{text, actions};
  show_words(text, actions, false);
}

void ProblemBar::show_done(const Text& text) {
  passing_.start();
  show_words(text, {}, false);
}

void ProblemBar::hide_problem() {
  if (passes()) close_passing();
}

void ProblemBar::clear() {
  notice_.reset();
  close_passing();
}

void ProblemBar::close() {
  if (passes()) return close_passing();
  clear();
}

void ProblemBar::close_passing() {
  problem_ = false;
  passing_.stop();
  if (notice_) return show_words(Text(notice_->text), std::vector(notice_->actions), false);
  hide();
}

void ProblemBar::show_words(const Text& text, const std::vector<Action>& actions, bool problem) {
  problem_ = problem;
  words_->setText(rich(text));
  for (QWidget* button : buttons_) button->deleteLater();  // one of them may be what brought us here
  buttons_.clear();
  for (const Action& action : actions) {
    auto* button = new QPushButton(plain(action.label), this);
    connect(button, &QPushButton::clicked, this, action.run);
    actions_->addWidget(button);
    buttons_.push_back(button);
  }
  setAccessibleName(spoken(text));
  show();
  update();
  if (QAccessible::isActive()) {
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
  }
}

void ProblemBar::show_theme(const Theme& theme) {
  theme_ = theme;
  words_->setFont(interface_font(theme, 12.5));
  close_->setIcon(icon(QStringLiteral("close"), theme.muted_text));
  update();
}

QString ProblemBar::words() const { return words_->text(); }

void ProblemBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), problem_ ? theme_.pane : theme_.wash);
  painter.fillRect(0, 0, stripe, height(), problem_ ? theme_.danger : theme_.accent);
  painter.fillRect(0, height() - 1, width(), 1, theme_.hairline);
}

}  // namespace theta
