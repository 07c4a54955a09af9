// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"

class QPrinter;
class QWidget;

namespace theta {

/// The figure on one page, where the PDF of the same sheet has everything, at its true size from the top left
/// of what can be printed on; smaller only where the paper is.
void print_figure(QPrinter& printer, const Figure& figure, const Sheet& sheet);

/// Shows the pages first; printing is chosen there.
void preview_print(QWidget* parent, const Figure& figure, const Sheet& sheet);

}  // namespace theta
