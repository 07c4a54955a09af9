// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/lay_out_dialog.h"

#include "ui/problem_bar.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(LayOutDialog, StandsInOrderAndEndsWithItsButtons) {
  QDialog dialog;
  auto* problems = new ProblemBar;
  auto* preview = new QWidget;
  QWidget* choices = new_choice_column(light_theme(), dialog);
  QPushButton* export_button = lay_out_dialog(dialog, *problems, *preview, *choices, {700, 500});
  dialog.show();
  EXPECT_LT(preview->geometry().left(), choices->geometry().left());
  const QWidget* buttons = dialog.findChild<QDialogButtonBox*>();
  EXPECT_GE(buttons->geometry().top(), choices->geometry().bottom());
  EXPECT_EQ(choices->width(), 320);
  EXPECT_TRUE(export_button->isDefault());
  export_button->click();
  EXPECT_EQ(dialog.result(), QDialog::Accepted);
}

TEST(LayOutDialog, ChoicesAreAsWideAsTheirType) {
  QDialog dialog;
  Theme theme = light_theme();
  theme.type = 1.05;
  EXPECT_EQ(new_choice_column(theme, dialog)->width(), 336);
}

}  // namespace
}  // namespace theta
