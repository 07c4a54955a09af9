// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace theta {

/// Where a file is to go.
struct SaveQuestion {
  QString title, proposed, filter;
  QString ending;          ///< what a name gets that has none of the known ones, such as ".pdf"
  QStringList known = {};  ///< endings that are left as they are typed, beside `ending`
};

/// The name as the file will have it.
QString with_ending(const QString& name, const SaveQuestion& question);

/// Asks for a name, and before a file of that very name is replaced; empty where the answer is no.
QString ask_save(const SaveQuestion& question, QWidget* parent);

}  // namespace theta
