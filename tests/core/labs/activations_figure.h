// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/activations_parameters.h"
#include "core/labs/all.h"
#include "core/model/lab.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

namespace theta {

inline Figure activations_figure(const Activations& activations, const Pass& pass = {}) {
  return find_lab("activations")->draw(to_values(activations), pass);
}

}  // namespace theta
