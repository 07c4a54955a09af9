// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QString>

class QLabel;
class QWidget;

namespace theta {

/// Words above a group of controls.
QLabel* group_heading(const QString& text, const Theme& theme, QWidget* parent);

}  // namespace theta
