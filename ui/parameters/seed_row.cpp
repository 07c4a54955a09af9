// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/seed_row.h"

#include "ui/icon.h"
#include "ui/parameters/number_box.h"
#include "ui/parameters/number_text.h"

#include <QRandomGenerator>
#include <QToolButton>

namespace theta {
namespace {

constexpr quint32 short_seeds = 100'000;  // short enough to be read out in a class

/// A step up or down, counted round: a seed has no limits to stop at.
Seed stepped_seed(Seed seed, int steps, Pace pace) {
  return {seed.number + static_cast<std::uint64_t>(steps * (pace == Pace::coarse ? 10 : 1))};
}

}  // namespace

SeedRow::SeedRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), draw_(new QToolButton(this)), box_(new NumberBox(this)) {
  draw_->setToolTip(tr("New seed"));
  draw_->setAccessibleName(tr("New seed"));
  put_editor(draw_, 24);
  put_editor(box_, number_width);
  name_for_screen_reader(box_);
  setFocusProxy(box_);
  connect(draw_, &QToolButton::clicked, this, [this] {
    Seed seed = shown_;
    while (seed == shown_) seed.number = QRandomGenerator::global()->bounded(short_seeds);
    propose(seed);
  });
  connect(box_, &NumberBox::entered, this, [this](const QString& text) {
    if (!propose_text(typed_number(text.toStdString()))) box_->refuse();
  });
  connect(box_, &NumberBox::step_requested, this,
          [this](int steps, Pace pace) { propose(stepped_seed(shown_, steps, pace)); });
}

void SeedRow::show_value(const Value& value, Limits) {
  shown_ = std::get<Seed>(value);
  const QString digits = QString::number(shown_.number);
  box_->show_number(digits, digits);
}

void SeedRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  draw_->setIcon(icon(QStringLiteral("dice"), theme.text));
  draw_->setIconSize(QSize(14, 14));
  draw_->setFixedSize(24, 24);
  box_->setFont(interface_font(theme, 12.5));
}

}  // namespace theta
