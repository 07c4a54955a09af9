// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace theta {

/// The actions a button of the toolbar stands for; the menus show the same ones.
struct ToolbarActions {
  QAction *undo, *redo, *play, *copy_figure, *export_figure;
};

/// The strip above everything: the lab's title, its presets, undo, redo, play, copy and export.
class Toolbar : public QWidget {
  Q_OBJECT

 public:
  explicit Toolbar(const ToolbarActions& actions, QWidget* parent = nullptr);

  void show_lab(const Text& name, const std::vector<Preset>& presets);
  void show_theme(const Theme& theme);
  /// Marks the preset that is on screen, or none.
  void show_preset(std::optional<std::size_t> preset);

 Q_SIGNALS:
  void preset_chosen(std::size_t preset);

 private:
  QLabel* title_;
  QComboBox* presets_;
};

}  // namespace theta
