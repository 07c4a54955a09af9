// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/code_dialog.h"

#include "app/print_code.h"
#include "core/labs/all.h"
#include "core/model/problem.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(CodeDialog, ShowsAndCopiesTheScriptOfTheCommandLine) {
  const Lab& lab = *find_lab("rope");
  const Origin origin{.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"};
  CodeDialog dialog(origin, QStringLiteral("rope.py"), light_theme());
  const auto shown = [&] { return dialog.findChild<QPlainTextEdit*>()->toPlainText().toStdString(); };
  EXPECT_EQ(shown(), script_of(origin, CodeLibrary::numpy));
  auto* library = dialog.findChild<QComboBox*>();
  library->setCurrentIndex(1);
  Q_EMIT library->activated(1);
  EXPECT_EQ(shown(), script_of(origin, CodeLibrary::torch));
  for (auto* button : dialog.findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Copy")) button->click();
  EXPECT_EQ(QApplication::clipboard()->text().toStdString(), shown());
}

TEST(CodeDialog, IsNotThereWhereThereIsNoScript) {
  Lab lab = *find_lab("rope");
  lab.code = {};
  const Origin origin{.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"};
  EXPECT_THROW(CodeDialog(origin, {}, light_theme()), InputError);
}

}  // namespace
}  // namespace theta
