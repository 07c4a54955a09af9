// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warn_without_effect.h"

#include "app/complain.h"
#include "core/model/has_effect.h"

namespace theta {

void warn_without_effect(const Lab& lab, const Values& values, const Variation& variation,
                         const std::vector<std::string>& panels) {
  if (const Text repeated = words_on_repeated(variation); !repeated.empty())
    complain("--vary: " + fill(repeated));
  if (variation.steps.size() < 2) return;
  if (has_effect(lab, values_along(lab.fields, values, variation), panels)) return;
  complain("--vary: nothing that is drawn changes with " + lab.fields[variation.field].name.id);
}

}  // namespace theta
