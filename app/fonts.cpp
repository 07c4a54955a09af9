// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"

#include <QFont>
#include <QFontMetrics>

namespace theta {

// The list of families is no guide: names such as Serif are on it even when no font answers to them.
bool fonts_found() { return QFontMetrics(QFont()).inFont(u'a'); }

}  // namespace theta
