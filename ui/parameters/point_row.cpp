// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/point_row.h"

#include "core/math/constant_expression.h"
#include "core/model/change.h"
#include "ui/parameters/number_box.h"
#include "ui/parameters/number_text.h"

namespace theta {
namespace {

constexpr int coordinate_width = 68;

}  // namespace

PointRow::PointRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent) {
  add_box(&Point::x, QStringLiteral("x"));
  add_box(&Point::y, QStringLiteral("y"));
  setFocusProxy(boxes_.front().box);
}

void PointRow::add_box(double Point::*coordinate, const QString& name) {
  auto* box = new NumberBox(this);
  put_editor(box, coordinate_width);
  box->setToolTip(name);
  name_for_screen_reader(box, name);
  boxes_.push_back({coordinate, box});
  connect(box, &NumberBox::entered, this, [this, coordinate, box](const QString& text) {
    if (!enter(coordinate, text)) box->refuse();
  });
  connect(box, &NumberBox::step_requested, this, [this, coordinate](int steps, Pace pace) {
    Point moved = shown_;
    moved.*coordinate = stepped(Track{.limits = limits_}, moved.*coordinate, steps, pace);
    propose(moved);
  });
}

bool PointRow::enter(double Point::*coordinate, const QString& text) {
  const auto number = constant_value(typed_number(text.toStdString()));
  if (!number) {
    Q_EMIT problem({field().name.id, say("“{}”", text.toStdString()), allowed(field(), {})});
    return false;
  }
  Point moved = shown_;
  moved.*coordinate = *number;
  return propose(moved);
}

void PointRow::show_value(const Value& value, Limits limits) {
  shown_ = std::get<Point>(value);
  limits_ = limits;
  for (const auto& [coordinate, box] : boxes_) {
    const double number = shown_.*coordinate;
    box->show_number(QString::fromStdString(shown_number(number, false)),
                     QString::fromStdString(full_number(number, false)));
  }
}

void PointRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  for (const Box& each : boxes_) each.box->setFont(interface_font(theme, 12.5));
}

}  // namespace theta
