// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/has_effect.h"

#include "core/model/without_controls.h"

#include <algorithm>

namespace theta {
namespace {

/// What is looked at, in the words of a file.
std::vector<Panel> panels_drawn(const Lab& lab, const Values& values, const std::vector<std::string>& ids) {
  std::vector<Panel> panels = without_controls(lab.draw(values, {})).panels;
  if (!ids.empty())
    std::erase_if(panels, [&](const Panel& panel) { return std::ranges::find(ids, panel.id) == ids.end(); });
  for (Panel& panel : panels) {
    panel.title = panel.hint = {};
    panel.picks.clear();
  }
  return panels;
}

}  // namespace

bool has_effect(const Lab& lab, const std::vector<Values>& values, const std::vector<std::string>& panels) {
  if (values.empty()) return false;
  const std::vector<Panel> first = panels_drawn(lab, values.front(), panels);
  return std::any_of(values.begin() + 1, values.end(),
                     [&](const Values& each) { return panels_drawn(lab, each, panels) != first; });
}

}  // namespace theta
