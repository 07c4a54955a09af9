// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/toggle_row.h"

#include "ui/parameters/switch.h"

namespace theta {

ToggleRow::ToggleRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), switch_(new Switch(this)) {
  put_editor(switch_);
  name_for_screen_reader(switch_);
  setFocusProxy(switch_);
  connect(switch_, &Switch::clicked, this, [this](bool on) {
    if (!propose(on)) switch_->setChecked(!on);
  });
}

void ToggleRow::show_value(const Value& value, Limits) { switch_->setChecked(std::get<bool>(value)); }

void ToggleRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  switch_->show_theme(theme);
}

}  // namespace theta
