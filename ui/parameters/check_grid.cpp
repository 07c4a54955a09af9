// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/check_grid.h"

#include "ui/words.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace theta {

CheckGrid::CheckGrid(const std::vector<OptionName>& options, QWidget* parent, int columns) : QWidget(parent) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(0);
  const int rows = (static_cast<int>(options.size()) + columns - 1) / columns;
  for (const OptionName& option : options) {
    auto* box = new QCheckBox(plain(option.label), this);
    const int place = static_cast<int>(boxes_.size());
    grid->addWidget(box, place % rows, place / rows);
    boxes_.push_back(box);
    connect(box, &QCheckBox::clicked, this, [this] {
      Options now;
      for (std::size_t i = 0; i < boxes_.size(); ++i) {
        if (boxes_[i]->isChecked()) now.indices.push_back(i);
      }
      Q_EMIT chosen(now);
    });
  }
  for (int column = 0; column < columns; ++column) grid->setColumnStretch(column, 1);
}

void CheckGrid::show_chosen(const Options& chosen) {
  for (std::size_t i = 0; i < boxes_.size(); ++i)
    boxes_[i]->setChecked(std::ranges::binary_search(chosen.indices, i));
}

void CheckGrid::show_theme(const Theme& theme) {
  for (QCheckBox* box : boxes_) box->setFont(interface_font(theme, 12.5));
}

}  // namespace theta
