// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/remarks.h"

#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"

namespace theta {

void paint_remarks(QPainter& painter, const Figure& figure, const Theme& theme, QSizeF size) {
  constexpr double side = 16, between = 16, above_edge = 3.5;
  if (figure.remarks.empty()) return;
  const Lettering fonts = lettering(theme, 10);
  double x = gutter + side;
  painter.setPen(theme.muted_text);
  for (const Text& remark : figure.remarks) {
    const SetText text = set_text(remark, fonts);
    if (x + text.width > size.width() - gutter) {
      draw_text(painter, set_text("…", fonts), {x, size.height() - above_edge});
      return;
    }
    draw_text(painter, text, {x, size.height() - above_edge});
    x += text.width + between;
  }
}

}  // namespace theta
