// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/play.h"
#include "ui/theme.h"

#include <utility>
#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace theta {

/// Everything the window can be told to do, made once for menus, toolbar and shortcuts alike.
struct WindowActions {
  QAction *open_state, *open_model, *save, *save_as, *export_figure, *export_sweep, *animate, *code, *print,
      *quit;
  QAction *undo, *redo, *copy_figure, *reset;
  QAction *system_colours, *light_colours, *dark_colours, *projector, *reduced_motion, *full_screen,
      *all_panels;
  QAction *play, *about_lab, *formula_help, *keys_help, *about;
  QMenu *recent, *view, *labs, *presets;
  std::vector<std::pair<QAction*, PlayWay>> play_ways;
  std::vector<std::pair<QAction*, int>> play_speeds;  ///< in seconds for the whole range
};

/// Makes the actions and the window's menu bar.
WindowActions make_actions(QMainWindow* window);

/// Icons in the theme's colour of words.
void colour_icons(const WindowActions& actions, const Theme& theme, bool playing);

}  // namespace theta
