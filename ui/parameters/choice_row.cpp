// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/choice_row.h"

#include "ui/parameters/combo_box.h"
#include "ui/words.h"

#include <algorithm>

namespace theta {
namespace {

constexpr int choice_width = 160, beside_text = 36;

}  // namespace

ChoiceRow::ChoiceRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), box_(new ComboBox(this)) {
  for (const OptionName& option : std::get<Choice>(field.kind).options) box_->addItem(plain(option.label));
  put_where_it_fits(box_, choice_width);
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
  box_->show_theme(theme);
  int widest = 0;
  for (int i = 0; i < box_->count(); ++i)
    widest = std::max(widest, box_->fontMetrics().horizontalAdvance(box_->itemText(i)));
  put_where_it_fits(box_, std::max(choice_width, widest + beside_text));
  ParameterRow::show_theme(theme);
}

}  // namespace theta
