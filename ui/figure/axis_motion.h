// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/panel_layout.h"

#include <vector>

namespace theta {

/// The axes as they are shown: held while something is dragged, then eased to the figure's own.
class AxisMotion {
 public:
  /// The axes the newest figure asks for. They are shown at once where other panels or kinds of axes are
  /// shown now; where only limits differ, these stay as they are until `advance`, or for as long as they are
  /// held.
  void aim(std::vector<PanelShape> target);
  void hold(bool held);
  bool held() const { return held_; }

  /// Whether limits are shown that are not the figure's own and not held either.
  bool moving() const;
  /// Shows the limits a part, from 0 to 1, of the way from where they stood when the motion began.
  void advance(double part);
  void begin();
  void arrive();

  const std::vector<PanelShape>& shown() const { return shown_; }

 private:
  std::vector<PanelShape> target_, shown_, from_;
  double part_ = 0;
  bool held_ = false;
};

}  // namespace theta
