// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icon.h"

#include "ui/resource.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>
#include <utility>

namespace theta {
namespace {

class LineIcon : public QIconEngine {
 public:
  explicit LineIcon(std::shared_ptr<QSvgRenderer> drawing) : drawing_(std::move(drawing)) {}

  void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State) override {
    painter->save();
    if (mode == QIcon::Disabled) painter->setOpacity(0.4 * painter->opacity());
    drawing_->render(painter, QRectF(place));
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return picture;
  }

  QIconEngine* clone() const override { return new LineIcon(*this); }

 private:
  std::shared_ptr<QSvgRenderer> drawing_;
};

}  // namespace

QIcon icon(const QString& name, const QColor& colour) {
  QByteArray svg = resource(QStringLiteral("icons/%1.svg").arg(name));
  if (svg.isEmpty()) return {};
  svg.replace("currentColor", colour.name().toLatin1());
  return QIcon(new LineIcon(std::make_shared<QSvgRenderer>(svg)));  // the icon owns its engine
}

}  // namespace theta
