// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export.h"

#include "ui/figure/handles.h"
#include "ui/figure/paint_panel.h"
#include "ui/figure/panel_frame.h"
#include "ui/figure/remarks.h"
#include "ui/words.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace theta {
namespace {

/// Qt writes a group for each change of the painter's state, most of them empty, and names one font only.
QByteArray tidied(QByteArray svg) {
  QString text = QString::fromUtf8(svg);
  static const QRegularExpression empty(QStringLiteral("<g[^>]*>\\s*</g>\\s*"));
  text.remove(empty);
  static const QRegularExpression sans(
      QStringLiteral("font-family=\"[^\"]*(Arial|Liberation Sans|Helvetica)[^\"]*\""));
  text.replace(sans,
               QStringLiteral("font-family=\"Arial, Helvetica, &quot;Liberation Sans&quot;, sans-serif\""));
  static const QRegularExpression serif(
      QStringLiteral("font-family=\"[^\"]*(STIX|Times|Liberation Serif)[^\"]*\""));
  text.replace(serif, QStringLiteral("font-family=\"&quot;STIX Two Text&quot;, &quot;Times New Roman&quot;, "
                                     "&quot;Liberation Serif&quot;, serif\""));
  return text.toUtf8();
}

/// The moment of writing would make each file another.
QByteArray timeless(QByteArray pdf) {
  static const QByteArray key = "/CreationDate (D:";
  const qsizetype at = pdf.indexOf(key);
  if (at < 0) return pdf;
  for (qsizetype i = at + key.size(); i < pdf.size() && pdf[i] != ')'; ++i)
    if (pdf[i] >= '0' && pdf[i] <= '9') pdf[i] = '0';
  const QByteArray date = "20000101000000";
  return pdf.replace(at + key.size(), date.size(), date);
}

}  // namespace

void paint_figure(QPainter& painter, const Figure& figure, const Theme& theme, QSizeF size,
                  const View& view) {
  const std::vector<PanelShape> shapes = shapes_of(figure);
  const auto enlarged = std::ranges::find(shapes, view.panel, &PanelShape::id);
  std::optional<std::size_t> alone;
  if (!view.panel.empty() && enlarged != shapes.end())
    alone = static_cast<std::size_t>(enlarged - shapes.begin());
  const std::vector<PanelPlace> places = lay_out(shapes, theme, size, alone);
  const std::vector<HandlePlace> handles = place_handles(figure, places);
  const Letterings fonts = letterings(theme);
  LabelMemory memory;

  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(0, 0), size), theme.pane);
  for (std::size_t i = 0; i < places.size(); ++i) {
    PanelFrame().paint(painter, places[i], theme);
    std::vector<QPointF> dots;
    for (const HandlePlace& handle : handles)
      if (handle.place == i) dots.push_back(handle.at);
    paint_panel(painter, figure.panels[places[i].panel], places[i], dots, theme, fonts, memory);
  }
  for (const HandlePlace& handle : handles)
    paint_handle_dot(painter, figure.handles[handle.handle], handle.at, theme);
  paint_remarks(painter, figure, theme, size);
}

QByteArray figure_png(const Figure& figure, const Theme& theme, QSizeF size, double pixel_ratio,
                      const View& view) {
  QImage image((size * pixel_ratio).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(pixel_ratio);
  const auto dots_per_metre = static_cast<int>(std::lround(96 * pixel_ratio / 0.0254));
  image.setDotsPerMeterX(dots_per_metre);
  image.setDotsPerMeterY(dots_per_metre);
  image.fill(theme.pane);
  {
    QPainter painter(&image);
    paint_figure(painter, figure, theme, size, view);
  }
  image.setText(QStringLiteral("Title"), plain(figure.title));
  image.setText(QStringLiteral("Description"), plain(figure.description));
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return png;
}

QByteArray figure_svg(const Figure& figure, const Theme& theme, QSizeF size, const View& view) {
  QByteArray svg;
  QBuffer buffer(&svg);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(0, 0), size));
  generator.setTitle(plain(figure.title));
  generator.setDescription(plain(figure.description));
  {
    QPainter painter(&generator);
    paint_figure(painter, figure, theme, size, view);
  }
  return tidied(svg);
}

QByteArray figure_pdf(const Figure& figure, const Theme& theme, QSizeF size, const View& view) {
  constexpr double points_a_pixel = 0.75;
  QByteArray pdf;
  QBuffer buffer(&pdf);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    writer.setPageSize(QPageSize(size * points_a_pixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(plain(figure.title));
    writer.setCreator(QStringLiteral("Thetalab"));
    QPainter painter(&writer);
    paint_figure(painter, figure, theme, size, view);
  }
  return timeless(pdf);
}

}  // namespace theta
