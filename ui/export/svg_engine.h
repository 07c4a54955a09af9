// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintEngine>
#include <QPointF>
#include <QTransform>

#include <optional>
#include <vector>

namespace theta {

/// Receives a painter's calls and writes elements of SVG. Neighbours of the same look become one path; pieces
/// of text that follow each other on a line become one text.
class SvgEngine : public QPaintEngine {
 public:
  SvgEngine();

  bool begin(QPaintDevice* device) override;
  bool end() override;
  Type type() const override { return SVG; }

  void updateState(const QPaintEngineState& state) override;
  void drawPath(const QPainterPath& path) override;
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
  void drawLines(const QLineF* lines, int count) override;
  void drawRects(const QRectF* rects, int count) override;
  void drawEllipse(const QRectF& rect) override;
  void drawImage(const QRectF& to, const QImage& image, const QRectF& from,
                 Qt::ImageConversionFlags flags) override;
  void drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) override;
  void drawTextItem(const QPointF& at, const QTextItem& item) override;

  void open_group(const QByteArray& id);
  void close_group();
  const QByteArray& elements() const { return elements_; }

 private:
  enum class Filled { no, joined, alone };  ///< alone: an area that may overlap itself or its neighbours

  /// Adds a shape's data in the present pen and brush.
  void add(const QByteArray& data, Filled filled, Qt::FillRule rule = Qt::WindingFill);
  QByteArray look(bool filled, Qt::FillRule rule) const;
  QByteArray point(QPointF at) const;
  void flush();

  struct Words {
    QByteArray attributes, text;
    QPointF at;
  };
  struct Line {
    QTransform transform;
    QByteArray colour;
    std::vector<Words> words;
    double end = 0, baseline = 0, size = 0;
  };
  void flush_text();

  QPen pen_;
  QBrush brush_;
  double opacity_ = 1;
  QTransform transform_;
  QByteArray elements_, path_look_, path_data_;
  std::optional<Line> line_;
};

}  // namespace theta
