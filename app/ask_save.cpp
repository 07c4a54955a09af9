// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ask_save.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace theta {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("AskSave", text); }

bool may_replace(const QString& file, QWidget* parent) {
  QMessageBox box(QMessageBox::Question, tr("Replace"), tr("%1 exists. Replace it?").arg(file),
                  QMessageBox::Cancel, parent);
  const auto* replace = box.addButton(tr("Replace"), QMessageBox::AcceptRole);
  box.setDefaultButton(QMessageBox::Cancel);
  box.exec();
  return box.clickedButton() == replace;
}

}  // namespace

QString with_ending(const QString& name, const SaveQuestion& question) {
  const auto ends = [&](const QString& ending) { return name.endsWith(ending, Qt::CaseInsensitive); };
  return ends(question.ending) || std::ranges::any_of(question.known, ends) ? name : name + question.ending;
}

QString ask_save(const SaveQuestion& question, QWidget* parent) {
  QString proposed = question.proposed;
  for (;;) {
    // The dialog would ask of the name as it was typed, before it has its ending.
    const QString typed = QFileDialog::getSaveFileName(parent, question.title, proposed, question.filter,
                                                       nullptr, QFileDialog::DontConfirmOverwrite);
    if (typed.isEmpty()) return {};
    const QString file = with_ending(typed, question);
    if (!QFileInfo::exists(file) || may_replace(file, parent)) return file;
    proposed = file;
  }
}

}  // namespace theta
