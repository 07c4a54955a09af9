// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"

#include <algorithm>

namespace theta {

// A lab's file defines its function; this list is the only other place that names it.
Lab rope_lab();
Lab attention_decay_lab();
Lab activations_lab();
Lab angular_margin_lab();
Lab receptive_field_lab();
Lab gumbel_softmax_lab();

const std::vector<Lab>& all_labs() {
  static const std::vector<Lab> labs = {rope_lab(),           attention_decay_lab(), activations_lab(),
                                        angular_margin_lab(), receptive_field_lab(), gumbel_softmax_lab()};
  return labs;
}

const Lab* find_lab(std::string_view id) {
  const std::vector<Lab>& labs = all_labs();
  const auto lab = std::ranges::find(labs, id, [](const Lab& each) { return std::string_view(each.id); });
  return lab == labs.end() ? nullptr : &*lab;
}

}  // namespace theta
