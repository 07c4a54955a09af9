// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QSize>

class QDialog;
class QPushButton;
class QWidget;

namespace theta {

class ProblemBar;

// What the dialogs that lead to a file have in common.

inline constexpr int dialog_edge = 16;  ///< around what stands in them

/// An empty column for the choices.
QWidget* new_choice_column(const Theme& theme, QDialog& dialog);

/// Problems above, what the file will show on the left, choices on the right, Export… and Cancel below them.
/// Gives the button Export…, which accepts the dialog.
QPushButton* lay_out_dialog(QDialog& dialog, ProblemBar& problems, QWidget& preview, QWidget& choices,
                            QSize size);

}  // namespace theta
