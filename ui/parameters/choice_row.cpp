// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/choice_row.h"

#include "ui/parameters/combo_box.h"
#include "ui/words.h"

namespace theta {
namespace {

constexpr int choice_width = 160;

}  // namespace

ChoiceRow::ChoiceRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), box_(new ComboBox(this)) {
  for (const OptionName& option : std::get<Choice>(field.kind).options) box_->addItem(plain(option.label));
  put_editor(box_, choice_width);
  name_for_screen_reader(box_);
  setFocusProxy(box_);
  connect(box_, &QComboBox::activated, this, [this](int index) {
    if (index == shown_) return;
    if (!propose(Option{static_cast<std::size_t>(index)})) box_->setCurrentIndex(shown_);
  });
}

void ChoiceRow::show_value(const Value& value, Limits) {
  shown_ = static_cast<int>(std::get<Option>(value).index);
  box_->setCurrentIndex(shown_);
}

void ChoiceRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  box_->show_theme(theme);
}

}  // namespace theta
