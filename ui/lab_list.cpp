// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab_list.h"

#include "ui/icon.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr int least_width = 196, folded_width = 56, row_height = 28, heading_height = 30;
constexpr int beside_name = 64;  // mark, icon and the space around them

}  // namespace

LabList::LabList(const std::vector<Lab>& labs, QWidget* parent) : QListWidget(parent) {
  setObjectName(QStringLiteral("lab_list"));
  setAccessibleName(tr("Labs"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setIconSize({16, 16});
  setUniformItemSizes(false);
  std::vector<Text> groups;  // in the order of their first labs
  for (const Lab& lab : labs) {
    if (std::ranges::find(groups, lab.group) == groups.end()) groups.push_back(lab.group);
  }
  for (const Text& group : groups) {
    auto* heading = new QListWidgetItem(this);  // the list owns its items
    heading->setFlags(Qt::NoItemFlags);
    entries_.push_back({heading, plain(group), {}});
    for (const Lab& lab : labs) {
      if (!(lab.group == group)) continue;
      auto* item = new QListWidgetItem(this);
      item->setToolTip(plain(lab.summary));
      item->setData(Qt::AccessibleTextRole, spoken(lab.name));
      entries_.push_back({item, plain(lab.name), lab.id});
    }
  }
  const auto choose = [this](QListWidgetItem* item) {
    const auto entry = std::ranges::find(entries_, item, &Entry::item);
    if (entry != entries_.end() && !entry->lab.empty() && entry->lab != shown_) Q_EMIT chosen(entry->lab);
  };
  connect(this, &QListWidget::itemClicked, this, choose);
  connect(this, &QListWidget::itemActivated, this, choose);
  fill_items();
}

QSize LabList::sizeHint() const {
  const auto scaled = [this](int size) { return static_cast<int>(size * theme_.type); };
  if (folded_) return {scaled(folded_width), 400};
  const QFontMetrics metrics(interface_font(theme_, 13));
  int width = scaled(least_width);
  for (const auto& [item, name, lab] : entries_)
    if (!lab.empty()) width = std::max(width, metrics.horizontalAdvance(name) + scaled(beside_name));
  return {width, 400};
}

void LabList::show_lab(const std::string& id) {
  shown_ = id;
  const auto entry = std::ranges::find(entries_, id, &Entry::lab);
  if (entry != entries_.end()) setCurrentItem(entry->item);
}

void LabList::set_folded(bool folded) {
  if (folded == folded_) return;
  folded_ = folded;
  fill_items();
}

void LabList::show_theme(const Theme& theme) {
  theme_ = theme;
  fill_items();
}

void LabList::fill_items() {
  const auto scaled = [this](int size) { return static_cast<int>(std::lround(size * theme_.type)); };
  for (const auto& [item, name, lab] : entries_) {
    const bool heading = lab.empty();
    item->setText(folded_ ? QString() : heading ? name.toUpper() : name);
    item->setSizeHint({0, scaled(heading ? (folded_ ? 10 : heading_height) : row_height)});
    item->setFont(heading ? interface_font(theme_, 11, QFont::DemiBold) : interface_font(theme_, 13));
    item->setForeground(heading ? theme_.muted_text : theme_.text);
    if (heading)
      item->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
    else
      item->setIcon(icon(QString::fromStdString(lab), theme_.muted_text));
  }
  const int whole = sizeHint().width();
  setMinimumWidth(whole);
  setMaximumWidth(folded_ ? whole : QWIDGETSIZE_MAX);
  updateGeometry();
}

}  // namespace theta
