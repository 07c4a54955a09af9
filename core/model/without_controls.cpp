// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/without_controls.h"

#include <vector>

namespace theta {

Figure without_controls(Figure figure) {
  for (Panel& panel : figure.panels)
    std::erase_if(panel.layers, [](const Layer& layer) { return mark_of(layer).control; });
  std::erase_if(figure.handles, [](const Handle& handle) { return handle.control; });
  return figure;
}

}  // namespace theta
