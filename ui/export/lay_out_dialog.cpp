// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/lay_out_dialog.h"

#include "ui/problem_bar.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace theta {

QWidget* new_choice_column(const Theme& theme, QDialog& dialog) {
  constexpr double width = 320, most = 0.45;  // of a small screen
  auto* column = new QWidget(&dialog);
  column->setFixedWidth(
      static_cast<int>(std::min(width * theme.type, most * dialog.screen()->availableSize().width())));
  return column;
}

QPushButton* lay_out_dialog(QDialog& dialog, ProblemBar& problems, QWidget& preview, QWidget& choices,
                            QSize size) {
  auto* buttons = new QDialogButtonBox(&dialog);
  auto* export_button = new QPushButton(QDialog::tr("Export…"));
  export_button->setProperty("primary", true);
  buttons->addButton(export_button, QDialogButtonBox::AcceptRole);
  export_button->setDefault(true);
  buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
  buttons->setContentsMargins(dialog_edge, 0, dialog_edge, 0);
  QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);

  auto* layout = new QGridLayout(&dialog);
  layout->setContentsMargins(0, 0, 0, dialog_edge);
  layout->setSpacing(0);
  layout->addWidget(&problems, 0, 0, 1, 2);
  layout->addWidget(&preview, 1, 0);
  layout->addWidget(&choices, 1, 1);
  layout->addWidget(buttons, 2, 1);
  layout->setColumnStretch(0, 1);
  layout->setRowStretch(1, 1);
  dialog.resize(size.boundedTo(dialog.screen()->availableSize() * 0.95));
  return export_button;
}

}  // namespace theta
