// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lab.h"

namespace theta {

Values initial_values(const Lab& lab) {
  Values values;
  for (const Field& field : lab.fields) values.push_back(field.initial);
  return values;
}

Values preset_values(const Lab& lab, const Preset& preset) {
  Values values = initial_values(lab);
  for (const Edit& edit : preset.edits) values.at(edit.field) = edit.value;
  return values;
}

}  // namespace theta
