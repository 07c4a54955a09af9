// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_panel.h"

#include "core/model/change.h"
#include "ui/parameters/make_row.h"
#include "ui/words.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace theta {
namespace {

constexpr int side_margin = 8, row_margin = 10, above_group = 10;

}  // namespace

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent), scroll_(new QScrollArea(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  setMinimumWidth(304);
}

void ParameterPanel::show_fields(const std::vector<Field>& fields) {
  fields_ = fields;
  rows_.clear();
  groups_.clear();
  values_.clear();
  limits_.assign(fields_.size(), Limits{});
  applies_.assign(fields_.size(), true);
  lit_ = pointed_at_ = {};
  auto* content = new QWidget;
  content->setProperty("surface", QStringLiteral("pane"));
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(side_margin, 4, side_margin, 16);
  column->setSpacing(0);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Text& group = fields_[i].name.group;
    if (i == 0 || (!group.empty() && !(group == fields_[i - 1].name.group))) add_group(group, content);
    add_row(i, content);
  }
  column->addStretch();
  scroll_->setWidget(content);  // which deletes the rows of the lab before
  show_theme(theme_);
}

void ParameterPanel::add_group(const Text& name, QWidget* content) {
  auto* heading = new QLabel(plain(name).toUpper(), content);
  heading->setProperty("muted", true);
  heading->setContentsMargins(row_margin, above_group, row_margin, 2);
  heading->setAccessibleName(plain(name));
  content->layout()->addWidget(heading);
  groups_.push_back({heading, {}});
}

void ParameterPanel::add_row(std::size_t field, QWidget* content) {
  ParameterRow* row = make_row(
      fields_[field], [this, field](const Value& value) { return check(fields_[field], value, values_); },
      content);
  if (!playable_) row->hide_play_button();
  content->layout()->addWidget(row);
  rows_.push_back(row);
  groups_.back().fields.push_back(field);
  connect(row, &ParameterRow::edited, this, [this, field](const Value& value) {
    Q_EMIT edited({{field, value}});
  });
  connect(row, &ParameterRow::drag_started, this, &ParameterPanel::drag_started);
  connect(row, &ParameterRow::drag_ended, this, &ParameterPanel::drag_ended);
  connect(row, &ParameterRow::problem, this, &ParameterPanel::problem);
  connect(row, &ParameterRow::play_requested, this, [this, field] { Q_EMIT play_requested(field); });
  connect(row, &ParameterRow::hovered, this, [this, field](bool inside) {
    pointed_at_ = inside ? std::optional(field) : std::nullopt;
    light(pointed_at_);
    Q_EMIT hovered(pointed_at_);
  });
}

void ParameterPanel::show_values(const Values& values) {
  const Values before = std::exchange(values_, values);
  bool moved = before.empty();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool applies_now = applies(fields_[i], values_);
    if (applies_now != applies_[i]) {
      rows_[i]->setVisible(applies_now);
      applies_[i] = applies_now;
      moved = true;
    }
    const Limits limits = limits_of(fields_[i], values_);
    if (!before.empty() && before[i] == values_[i] && limits == limits_[i]) continue;
    limits_[i] = limits;
    rows_[i]->show_value(values_[i], limits);
  }
  if (moved) show_headings();
}

void ParameterPanel::show_headings() {
  for (const auto& [heading, fields] : groups_) {
    const bool any = std::ranges::any_of(fields, [&](std::size_t field) { return applies_[field]; });
    heading->setVisible(any && !heading->text().isEmpty());
  }
}

void ParameterPanel::show_theme(const Theme& theme) {
  theme_ = theme;
  QFont small = interface_font(theme, 11, QFont::DemiBold);
  small.setLetterSpacing(QFont::PercentageSpacing, 103);
  for (const Group& group : groups_) group.heading->setFont(small);
  for (ParameterRow* row : rows_) row->show_theme(theme);
}

void ParameterPanel::light(std::optional<std::size_t> field) {
  if (field == lit_) return;
  if (lit_) rows_[*lit_]->light(false);
  if (field && *field >= rows_.size()) field = {};
  if (field) rows_[*field]->light(true);
  lit_ = field;
}

void ParameterPanel::go_to(std::size_t field) {
  scroll_->ensureWidgetVisible(rows_.at(field), 0, 16);
  rows_.at(field)->setFocus(Qt::OtherFocusReason);
}

}  // namespace theta
