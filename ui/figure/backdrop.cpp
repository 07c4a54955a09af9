// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/backdrop.h"

#include "ui/figure/paint_panel.h"

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
    std::erase_if(frames_, [&](const auto& frame) {
      return std::ranges::none_of(places,
                                  [&](const PanelPlace& place) { return place.shape.id == frame.first; });
    });
  }
  QPainter painter(&picture_);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!anew && places[i] == painted_[i]) continue;
    painter.fillRect(places[i].pane, theme.ground);
    paint_pane(painter, places[i].pane, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    frames_[places[i].shape.id].paint(painter, places[i], theme);
  }
  painted_ = places;
  return picture_;
}

}  // namespace theta
