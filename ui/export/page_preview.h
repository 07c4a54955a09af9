// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPixmap>

namespace theta {

/// A page for a screen of so many pixels to one of its units, with its edge marked: it may be as white as
/// what it lies on.
QPixmap page_preview(const QImage& page, const QColor& edge, double ratio);

}  // namespace theta
