// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/reals_row.h"

#include "core/model/number.h"
#include "core/model/value_text.h"
#include "ui/parameters/number_box.h"
#include "ui/parameters/number_text.h"

#include <QLabel>

namespace theta {

RealsRow::RealsRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), count_(new QLabel(this)), box_(new NumberBox(this)) {
  count_->setProperty("muted", true);
  put_editor(count_);
  put_below(box_);
  box_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  name_for_screen_reader(box_);
  setFocusProxy(box_);
  connect(box_, &NumberBox::entered, this, [this](const QString& text) {
    if (!propose_text(typed_number(text.toStdString()))) box_->refuse();
  });
}

void RealsRow::show_value(const Value& value, Limits) {
  const auto& numbers = std::get<std::vector<double>>(value);
  std::string list;
  for (const double number : numbers) list += (list.empty() ? "" : ", ") + readable(number);
  box_->show_number(QString::fromStdString(list), QString::fromStdString(value_text(field(), value)));
  count_->setText(numbers.size() == 1 ? tr("1 number") : tr("%1 numbers").arg(numbers.size()));
}

void RealsRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  count_->setFont(interface_font(theme, 11));
  box_->setFont(interface_font(theme, 12.5));
}

}  // namespace theta
