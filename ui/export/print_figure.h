// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"

class QPrinter;
class QWidget;

namespace theta {

/// The figure on one page, where the PDF of the same sheet has everything, at its true size in the middle of
/// what can be printed on; smaller only where the paper is.
void print_figure(QPrinter& printer, const Figure& figure, const Sheet& sheet);

/// Shows the page first, and says how much smaller a figure is that the paper has no room for; printing is
/// chosen there.
void preview_print(QWidget* parent, const Figure& figure, const Sheet& sheet);

}  // namespace theta
