// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/code_dialog.h"

#include "app/ask_save.h"
#include "app/print_code.h"
#include "app/save_file.h"
#include "app/write_error.h"
#include "ui/parameters/combo_box.h"
#include "ui/problem_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace theta {
namespace {

QFont monospaced(const Theme& theme) {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  font.setPixelSize(interface_font(theme, 12.5).pixelSize());
  return font;
}

}  // namespace

CodeDialog::CodeDialog(const Origin& origin, const QString& proposed_file, const Theme& theme,
                       QWidget* parent)
    : QDialog(parent), origin_(origin), proposed_file_(proposed_file) {
  setWindowTitle(tr("Code"));
  problem_bar_ = new ProblemBar;
  problem_bar_->show_theme(theme);
  library_ = new ComboBox(this);
  library_->addItems({QStringLiteral("NumPy"), QStringLiteral("PyTorch")});
  library_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  library_->setAccessibleName(tr("Library"));
  connect(library_, &QComboBox::activated, this, &CodeDialog::show_script);
  text_ = new QPlainTextEdit(this);
  text_->setReadOnly(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setFont(monospaced(theme));
  text_->setAccessibleName(tr("Script"));
  auto* words =
      new QLabel(tr("A Python script that recomputes the numbers shown and prints them as JSON."), this);
  words->setProperty("muted", true);
  words->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->button(QDialogButtonBox::Close)->setIcon({});
  auto* save_button = new QPushButton(tr("Save…"));
  save_button->setProperty("primary", true);
  buttons->addButton(save_button, QDialogButtonBox::ActionRole);
  auto* copy_button = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
  connect(save_button, &QPushButton::clicked, this, &CodeDialog::save);
  connect(copy_button, &QPushButton::clicked, this, &CodeDialog::copy);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  constexpr int side = 16;
  auto* head = new QHBoxLayout;
  head->setContentsMargins(side, side, side, 8);
  head->addWidget(words, 1);
  head->addWidget(library_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, side);
  layout->setSpacing(0);
  layout->addWidget(problem_bar_);
  layout->addLayout(head);
  layout->addWidget(text_, 1);
  layout->addSpacing(side);
  layout->addWidget(buttons);
  buttons->setContentsMargins(side, 0, side, 0);
  resize(QSize(820, 680).boundedTo(screen()->availableSize() * 0.95));
  show_script();
}

void CodeDialog::show_script() {
  script_ = script_of(origin_, library_->currentIndex() == 0 ? CodeLibrary::numpy : CodeLibrary::torch);
  text_->setPlainText(QString::fromStdString(script_));
}

void CodeDialog::copy() {
  QApplication::clipboard()->setText(text_->toPlainText());
  problem_bar_->show_done("The script is on the clipboard.");
}

void CodeDialog::save() {
  const QString ending = QStringLiteral(".py");
  const QString file = ask_save({.title = tr("Save Script"),
                                 .proposed = saved_file_.isEmpty() ? proposed_file_ : saved_file_,
                                 .filter = tr("Python scripts (*.py)"),
                                 .ending = ending},
                                this);
  if (file.isEmpty()) return;
  try {
    save_file(file.toStdString(), script_);
    saved_file_ = file;
    problem_bar_->show_done(say("The script is in {}.", file.toStdString()));
  } catch (const WriteError& error) {
    problem_bar_->show_problem(sentence(error.problem()));
  }
}

}  // namespace theta
