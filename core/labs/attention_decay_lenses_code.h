// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/attention_decay_parameters.h"

#include <string>

// Parts of the script of the lab `attention-decay` that stand by themselves: what rounding takes and which
// base supports which context. They put layers into `results` and numbers into `readings`, from `frequencies`
// and, the rounding, from `columns_of` and `samples`, the bases from `summed_cosines`.

namespace theta {

std::string decay_precision_code(const AttentionDecay& p);
std::string decay_bases_code(const AttentionDecay& p);

}  // namespace theta
