// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/svg_painting.h"

#include "ui/export/svg_engine.h"

#include <cmath>

namespace theta {

SvgPainting::SvgPainting(QSizeF size) : size_(size), engine_(std::make_unique<SvgEngine>()) {}
SvgPainting::~SvgPainting() = default;

QPaintEngine* SvgPainting::paintEngine() const { return engine_.get(); }

void SvgPainting::open_group(const QString& id) { engine_->open_group(id.toHtmlEscaped().toUtf8()); }
void SvgPainting::close_group() { engine_->close_group(); }

QByteArray SvgPainting::elements() const { return engine_->elements(); }

int SvgPainting::metric(PaintDeviceMetric metric) const {
  constexpr int dots_per_inch = 96;
  switch (metric) {
    case PdmWidth:
      return static_cast<int>(std::ceil(size_.width()));
    case PdmHeight:
      return static_cast<int>(std::ceil(size_.height()));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return dots_per_inch;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    case PdmWidthMM:
      return static_cast<int>(std::lround(size_.width() / dots_per_inch * 25.4));
    case PdmHeightMM:
      return static_cast<int>(std::lround(size_.height() / dots_per_inch * 25.4));
    default:
      return QPaintDevice::metric(metric);
  }
}

QByteArray svg_number(double value) {
  const auto hundredths = std::llround(value * 100);
  const auto whole = std::abs(hundredths) / 100, rest = std::abs(hundredths) % 100;
  QByteArray text = hundredths < 0 ? "-" : "";
  text += QByteArray::number(static_cast<qlonglong>(whole));
  if (rest == 0) return text;
  text += rest < 10 ? ".0" : ".";
  text += QByteArray::number(static_cast<qlonglong>(rest % 10 == 0 && rest >= 10 ? rest / 10 : rest));
  return text;
}

QByteArray svg_families(const QString& family) {
  if (family.contains(QStringLiteral("STIX")) || family.contains(QStringLiteral("Times")) ||
      family.contains(QStringLiteral("Serif")))
    return "STIX Two Text, Times New Roman, Liberation Serif, serif";
  return "Arial, Helvetica, Liberation Sans, sans-serif";
}

}  // namespace theta
