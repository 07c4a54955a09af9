// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/gumbel_softmax_parameters.h"
#include "core/model/lab.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

namespace theta {

inline Figure gumbel_figure(const GumbelSoftmax& gumbel, const Pass& pass = {}) {
  return find_lab("gumbel-softmax")->draw(to_values(gumbel), pass);
}

}  // namespace theta
