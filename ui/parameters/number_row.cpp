// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/number_row.h"

#include "core/model/number_of.h"
#include "ui/parameters/number_box.h"
#include "ui/parameters/number_text.h"
#include "ui/parameters/slider.h"

namespace theta {
namespace {

constexpr double box_size = 12.5;

const std::string& unit_of(const Field& field) {
  if (const auto* real = std::get_if<Real>(&field.kind)) return real->unit;
  return std::get<Integer>(field.kind).unit;
}

}  // namespace

NumberRow::NumberRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), box_(new NumberBox(this)), slider_(new Slider(this)) {
  add_play_button();
  put_editor(box_, number_width);
  put_below(slider_);
  name_for_screen_reader(box_);
  name_for_screen_reader(slider_, tr("slider"));
  slider_->set_initial(number_of(field.initial));
  setFocusProxy(box_);
  connect(box_, &NumberBox::entered, this, [this](const QString& text) {
    if (!propose_text(typed_number(text.toStdString()))) box_->refuse();
  });
  connect(box_, &NumberBox::step_requested, this,
          [this](int steps, Pace pace) { propose_number(stepped(track_, slider_->value(), steps, pace)); });
  connect(slider_, &Slider::moved, this, &NumberRow::propose_number);
  connect(slider_, &Slider::drag_started, this, &NumberRow::drag_started);
  connect(slider_, &Slider::drag_ended, this, &NumberRow::drag_ended);
}

void NumberRow::show_value(const Value& value, Limits limits) {
  const double number = number_of(value);
  track_ = track_of(field(), limits);
  const QString readable = QString::fromStdString(shown_number(number, track_.angle));
  box_->show_number(readable, QString::fromStdString(full_number(number, track_.angle)));
  slider_->set_words(readable + QLatin1Char(' ') + QString::fromStdString(unit_of(field())));
  slider_->show_value(track_, number);
}

void NumberRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  box_->setFont(interface_font(theme, box_size));
  slider_->show_theme(theme);
}

void NumberRow::propose_number(double number) {
  if (number != slider_->value()) propose(number_value(field(), number));
}

}  // namespace theta
