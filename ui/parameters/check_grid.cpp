// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/check_grid.h"

#include "ui/words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace theta {
namespace {

constexpr int between_columns = 8;

}  // namespace

CheckGrid::CheckGrid(const std::vector<OptionName>& options, QWidget* parent)
    : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(between_columns);
  grid_->setVerticalSpacing(0);
  for (const OptionName& option : options) {
    auto* box = new QCheckBox(plain(option.label), this);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // its column has room for it
    boxes_.push_back(box);
    connect(box, &QCheckBox::clicked, this, [this] {
      Options now;
      for (std::size_t i = 0; i < boxes_.size(); ++i) {
        if (boxes_[i]->isChecked()) now.indices.push_back(i);
      }
      Q_EMIT chosen(now);
    });
  }
  arrange();
}

void CheckGrid::arrange() {
  const int half = (static_cast<int>(boxes_.size()) + 1) / 2;
  int widest[2] = {0, 0};
  for (int i = 0; i < static_cast<int>(boxes_.size()); ++i)
    widest[i / half] = std::max(widest[i / half], boxes_[static_cast<std::size_t>(i)]->sizeHint().width());
  const bool beside = widest[0] + between_columns + widest[1] <= width();
  const int rows = beside ? half : static_cast<int>(boxes_.size());
  for (int i = 0; i < static_cast<int>(boxes_.size()); ++i) {
    QCheckBox* box = boxes_[static_cast<std::size_t>(i)];
    grid_->removeWidget(box);
    grid_->addWidget(box, i % rows, i / rows);
  }
  for (const int column : {0, 1}) grid_->setColumnStretch(column, beside ? widest[column] : 1 - column);
}

void CheckGrid::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) arrange();
}

void CheckGrid::show_chosen(const Options& chosen) {
  for (std::size_t i = 0; i < boxes_.size(); ++i)
    boxes_[i]->setChecked(std::ranges::binary_search(chosen.indices, i));
}

void CheckGrid::show_theme(const Theme& theme) {
  for (QCheckBox* box : boxes_) box->setFont(interface_font(theme, 12.5));
  arrange();
}

}  // namespace theta
