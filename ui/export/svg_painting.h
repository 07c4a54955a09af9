// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>

namespace theta {

class SvgEngine;

/// A device that writes down what is painted on it as elements of SVG: shapes of one look joined to a path,
/// words as text, pictures as PNG. Clips are not written: what is painted has been clipped before.
class SvgPainting : public QPaintDevice {
 public:
  explicit SvgPainting(QSizeF size);
  ~SvgPainting() override;

  QPaintEngine* paintEngine() const override;

  /// What follows stands in a group of this id, until it is closed.
  void open_group(const QString& id);
  void close_group();

  QByteArray elements() const;

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSizeF size_;
  std::unique_ptr<SvgEngine> engine_;
};

/// As SVG writes a length: with two digits after the point at most.
QByteArray svg_number(double value);

/// The families a font's words may be set in, the wanted one first.
QByteArray svg_families(const QString& family);

}  // namespace theta
