// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"
#include "ui/export/png_text.h"
#include "ui/words.h"

#include <QBuffer>
#include <QImage>

#include <cmath>

namespace theta {

QSize pixels(const Sheet& sheet) {
  const double dots = static_cast<double>(sheet.dpi) / 25.4;
  return {static_cast<int>(std::lround(sheet.width * dots)),
          static_cast<int>(std::lround(sheet.height * dots))};
}

QImage figure_image(const Figure& figure, const Sheet& sheet) {
  LabelMemory labels;
  return figure_image(figure, sheet, panel_places(figure, page_layout(sheet)), labels);
}

QImage figure_image(const Figure& figure, const Sheet& sheet, const std::vector<PanelPlace>& places,
                    LabelMemory& labels) {
  QImage image(pixels(sheet), sheet.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  if (image.isNull()) return image;
  image.fill(Qt::transparent);
  const auto dots_a_metre = static_cast<int>(std::lround(static_cast<double>(sheet.dpi) / 0.0254));
  image.setDotsPerMeterX(dots_a_metre);
  image.setDotsPerMeterY(dots_a_metre);
  const PageLayout page = page_layout(sheet);
  QPainter painter(&image);
  painter.scale(image.width() / page.size.width(), image.height() / page.size.height());
  paint_figure(painter, figure, sheet, places, labels);
  return image;
}

QByteArray figure_png(const Figure& figure, const Sheet& sheet, const std::string& state) {
  LabelMemory labels;
  return figure_png(figure, sheet, panel_places(figure, page_layout(sheet)), labels, state);
}

QByteArray figure_png(const Figure& figure, const Sheet& sheet, const std::vector<PanelPlace>& places,
                      LabelMemory& labels, const std::string& state) {
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  figure_image(figure, sheet, places, labels).save(&buffer, "PNG");
  png = with_png_text(png, "Title", plain(figure.title).toUtf8());
  png = with_png_text(png, "Description", plain(figure.description).toUtf8());
  if (!state.empty()) png = with_png_text(png, png_state_key, QByteArray::fromStdString(state));
  return png;
}

}  // namespace theta
