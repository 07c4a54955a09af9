// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/rope_parameters.h"

#include <string>

// The parts of the script of the lab `rope` for its views. They put layers and readings into `results`, from
// what stands before them: `frequencies`, `attention`, `first` and `second`, the places of all pairs, and,
// but for the table and the scalings, q, k and `rotated`.

namespace theta {

// These want the logit against the distance too: s, `logits`, `parts_of` and `rest_logit`.
std::string rope_overview_code();
std::string rope_pairs_code(const Rope& rope);
std::string rope_precision_code();
std::string rope_linear_attention_code(const Rope& rope);
std::string rope_layout_code();  ///< with the places of the other layout, `other_first` and `other_second`

std::string rope_slide_code();
std::string rope_table_code(const Rope& rope);
std::string rope_scalings_code(const Rope& rope);

/// Every pair's frequency before and after scaling, and the pairs that make no whole turn.
std::string frequencies_panel_code();

/// θᵢ, λᵢ and the turns of the highlighted pair.
std::string pair_readings_code();

}  // namespace theta
