// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/backdrop.h"

#include "ui/figure/paint_panel.h"
#include "ui/figure/panel_frame.h"

#include <QPainter>

#include <algorithm>

namespace theta {

const QPixmap& Backdrop::picture(const std::vector<PanelPlace>& places, const Theme& theme, QSize size,
                                 double pixel_ratio) {
  const QSize pixels = (QSizeF(size) * pixel_ratio).toSize();
  const auto same_pane = [](const PanelPlace& a, const PanelPlace& b) { return a.pane == b.pane; };
  const bool anew = picture_.size() != pixels || picture_.devicePixelRatio() != pixel_ratio ||
                    !std::ranges::equal(places, painted_, same_pane);
  if (!anew && places == painted_) return picture_;
  if (anew) {
    picture_ = QPixmap(pixels);
    picture_.setDevicePixelRatio(pixel_ratio);
    picture_.fill(theme.ground);
  }
  QPainter painter(&picture_);
  const Letterings fonts = letterings(theme);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!anew && places[i] == painted_[i]) continue;
    painter.fillRect(places[i].pane, theme.ground);
    paint_pane(painter, places[i].pane, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_frame(painter, places[i], theme, fonts);
  }
  painted_ = places;
  return picture_;
}

}  // namespace theta
