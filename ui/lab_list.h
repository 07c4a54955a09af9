// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "ui/theme.h"

#include <QListWidget>

#include <string>
#include <vector>

namespace theta {

/// The labs by group; folded, their icons alone.
class LabList : public QListWidget {
  Q_OBJECT

 public:
  explicit LabList(const std::vector<Lab>& labs, QWidget* parent = nullptr);

  /// Marks a lab; silent.
  void show_lab(const std::string& id);
  const std::string& shown_lab() const { return shown_; }
  void set_folded(bool folded);
  void show_theme(const Theme& theme);

  QSize sizeHint() const override;

 Q_SIGNALS:
  void chosen(const std::string& id);

 private:
  struct Entry {
    QListWidgetItem* item;
    QString name;
    std::string lab;  ///< its id; empty for a group's heading
  };
  void fill_items();

  std::vector<Entry> entries_;
  std::string shown_;
  Theme theme_;
  bool folded_ = false;
};

}  // namespace theta
