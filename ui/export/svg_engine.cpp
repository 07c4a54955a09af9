// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/svg_engine.h"

#include "ui/export/svg_painting.h"

#include <QBuffer>
#include <QImage>
#include <QPainterPath>
#include <QPixmap>

#include <cmath>

namespace theta {
namespace {

QByteArray colour_attributes(const char* name, QColor colour, double opacity) {
  const double alpha = colour.alphaF() * opacity;
  QByteArray attributes = QByteArray(" ") + name + "=\"" + colour.name().toLatin1() + "\"";
  if (alpha < 1) attributes += QByteArray(" ") + name + "-opacity=\"" + svg_number(alpha) + "\"";
  return attributes;
}

QByteArray escaped(const QString& text) { return text.toHtmlEscaped().toUtf8(); }

bool keeps_spaces(const QByteArray& text) {
  return text.startsWith(' ') || text.endsWith(' ') || text.contains("  ");
}

QByteArray font_attributes(const QFont& font) {
  QByteArray attributes = " font-family=\"" + svg_families(font.family()) + "\" font-size=\"" +
                          svg_number(font.pixelSize()) + "\"";
  if (font.italic()) attributes += " font-style=\"italic\"";
  if (font.weight() != QFont::Normal)
    attributes += " font-weight=\"" + QByteArray::number(font.weight()) + "\"";
  return attributes;
}

}  // namespace

SvgEngine::SvgEngine()
    : QPaintEngine(QPaintEngine::Antialiasing | QPaintEngine::PainterPaths | QPaintEngine::AlphaBlend |
                   QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform |
                   QPaintEngine::ConstantOpacity | QPaintEngine::PaintOutsidePaintEvent) {}

bool SvgEngine::begin(QPaintDevice*) { return true; }

bool SvgEngine::end() {
  flush();
  return true;
}

void SvgEngine::updateState(const QPaintEngineState& now) {
  const DirtyFlags changed = now.state();
  if (changed & DirtyPen) pen_ = now.pen();
  if (changed & DirtyBrush) brush_ = now.brush();
  if (changed & DirtyOpacity) opacity_ = now.opacity();
  if (changed & DirtyTransform) transform_ = now.transform();
}

void SvgEngine::drawPath(const QPainterPath& path) {
  QByteArray data;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    switch (element.type) {
      case QPainterPath::MoveToElement:
        data += "M" + point(element);
        break;
      case QPainterPath::LineToElement:
        data += "L" + point(element);
        break;
      case QPainterPath::CurveToElement:
        data +=
            "C" + point(element) + " " + point(path.elementAt(i + 1)) + " " + point(path.elementAt(i + 2));
        i += 2;
        break;
      case QPainterPath::CurveToDataElement:
        break;
    }
  }
  add(data, Filled::alone, path.fillRule());
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
  if (count < 2) return;
  QByteArray data;
  for (int i = 0; i < count; ++i) data += (i == 0 ? "M" : i == 1 ? "L" : " ") + point(points[i]);
  if (mode == PolylineMode) return add(data, Filled::no);
  add(data + "Z", mode == ConvexMode ? Filled::joined : Filled::alone,
      mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
}

void SvgEngine::drawLines(const QLineF* lines, int count) {
  QByteArray data;
  for (int i = 0; i < count; ++i) data += "M" + point(lines[i].p1()) + "L" + point(lines[i].p2());
  add(data, Filled::no);
}

void SvgEngine::drawRects(const QRectF* rects, int count) {
  for (int i = 0; i < count; ++i) {
    const QRectF& rect = rects[i];
    const QPointF corners[] = {rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
    drawPolygon(corners, 4, ConvexMode);
  }
}

void SvgEngine::drawEllipse(const QRectF& rect) {
  const double rx = rect.width() / 2,
               ry = rect.height() / 2;  // only turned by the transform where it is a circle
  const QByteArray half = "a" + svg_number(rx) + " " + svg_number(ry) + " 0 1 0 ";
  add("M" + point({rect.left(), rect.center().y()}) + half + svg_number(2 * rx) + " 0" + half +
          svg_number(-2 * rx) + " 0Z",
      Filled::joined);
}

void SvgEngine::drawImage(const QRectF& to, const QImage& image, const QRectF& from,
                          Qt::ImageConversionFlags) {
  flush();
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  const QRect part = from.toRect();
  (part == image.rect() ? image : image.copy(part)).save(&buffer, "PNG");
  const QRectF place = transform_.mapRect(to);
  elements_ += "<image x=\"" + svg_number(place.x()) + "\" y=\"" + svg_number(place.y()) + "\" width=\"" +
               svg_number(place.width()) + "\" height=\"" + svg_number(place.height()) +
               "\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64," + png.toBase64() +
               "\"/>\n";
}

void SvgEngine::drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) {
  drawImage(to, pixmap.toImage(), from, Qt::AutoColor);
}

void SvgEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
  const QByteArray colour = colour_attributes("fill", pen_.color(), opacity_);
  const QFont font = item.font();
  const bool follows = line_ && line_->transform == transform_ && line_->colour == colour &&
                       std::abs(at.x() - line_->end) < 0.05 &&
                       std::abs(at.y() - line_->baseline) < line_->size;
  if (!follows) {
    flush();
    line_ = Line{transform_, colour, {}, 0, at.y(), static_cast<double>(font.pixelSize())};
  }
  line_->words.push_back({font_attributes(font), escaped(item.text()), at});
  line_->end = at.x() + item.width();
}

void SvgEngine::open_group(const QByteArray& id) {
  flush();
  elements_ += "<g id=\"" + id + "\">\n";
}

void SvgEngine::close_group() {
  flush();
  elements_ += "</g>\n";
}

void SvgEngine::add(const QByteArray& data, Filled filled, Qt::FillRule rule) {
  flush_text();
  const bool fills = filled != Filled::no && brush_.style() != Qt::NoBrush;
  if (!fills && pen_.style() == Qt::NoPen) return;
  const QByteArray wanted = look(fills, rule);
  const bool clear = opacity_ < 1 || (fills && brush_.color().alpha() < 255) ||
                     (pen_.style() != Qt::NoPen && pen_.color().alpha() < 255);
  const bool alone = clear || (fills && (filled == Filled::alone || pen_.style() != Qt::NoPen));
  if (alone || wanted != path_look_) flush();
  path_look_ = wanted;
  path_data_ += data;
  if (alone) flush();
}

QByteArray SvgEngine::look(bool filled, Qt::FillRule rule) const {
  QByteArray attributes = filled ? colour_attributes("fill", brush_.color(), opacity_) : " fill=\"none\"";
  if (filled && rule == Qt::OddEvenFill) attributes += " fill-rule=\"evenodd\"";
  if (pen_.style() == Qt::NoPen) return attributes;
  attributes += colour_attributes("stroke", pen_.color(), opacity_);
  const double width = pen_.widthF() * std::sqrt(std::abs(transform_.determinant()));
  if (width != 1) attributes += " stroke-width=\"" + svg_number(width) + "\"";
  if (pen_.capStyle() == Qt::SquareCap) attributes += " stroke-linecap=\"square\"";
  if (pen_.capStyle() == Qt::RoundCap) attributes += " stroke-linecap=\"round\"";
  if (pen_.joinStyle() == Qt::RoundJoin) attributes += " stroke-linejoin=\"round\"";
  if (pen_.style() != Qt::SolidLine) {
    QByteArray dashes;
    for (const double length : pen_.dashPattern())
      dashes += (dashes.isEmpty() ? "" : " ") + svg_number(length * width);
    attributes += " stroke-dasharray=\"" + dashes + "\"";
  }
  return attributes;
}

QByteArray SvgEngine::point(QPointF at) const {
  const QPointF mapped = transform_.map(at);
  return svg_number(mapped.x()) + "," + svg_number(mapped.y());
}

void SvgEngine::flush() {
  flush_text();
  if (!path_data_.isEmpty()) elements_ += "<path" + path_look_ + " d=\"" + path_data_ + "\"/>\n";
  path_data_.clear();
  path_look_.clear();
}

void SvgEngine::flush_text() {
  if (!line_) return;
  const Line line = *std::exchange(line_, std::nullopt);
  const bool turned = line.transform.type() > QTransform::TxTranslate;
  const QPointF origin = line.words.front().at, moved = line.transform.map(origin);
  const auto place = [&](QPointF at) { return turned ? at - origin : line.transform.map(at); };
  QByteArray attributes = line.colour + line.words.front().attributes;
  if (turned) {
    const double degrees = std::atan2(line.transform.m12(), line.transform.m11()) * 180 / M_PI;
    attributes += " transform=\"translate(" + svg_number(moved.x()) + " " + svg_number(moved.y()) +
                  ") rotate(" + svg_number(degrees) + ")\"";
  } else {
    attributes += " x=\"" + svg_number(moved.x()) + "\" y=\"" + svg_number(moved.y()) + "\"";
  }
  QByteArray words;
  bool spaces = false;
  for (const Words& each : line.words) {
    spaces |= keeps_spaces(each.text);
    if (&each == &line.words.front()) {
      words += each.text;
      continue;
    }
    const QPointF at = place(each.at);
    words += "<tspan x=\"" + svg_number(at.x()) + "\" y=\"" + svg_number(at.y()) + "\"" + each.attributes +
             (each.attributes.contains("font-style") ? "" : " font-style=\"normal\"") + ">" + each.text +
             "</tspan>";
  }
  elements_ += "<text" + attributes + (spaces ? " xml:space=\"preserve\"" : "") + ">" + words + "</text>\n";
}

}  // namespace theta
