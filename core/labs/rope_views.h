// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/rope_scene.h"
#include "core/model/figure.h"
#include "core/model/lab.h"

#include <vector>

namespace theta {

// The views of the lab, each in a file of its name.
Figure draw_rope_overview(const RopeScene& scene);
Figure draw_rope_table(const RopeScene& scene);
Figure draw_rope_pairs(const RopeScene& scene);
Figure draw_rope_slide(const RopeScene& scene);
Figure draw_rope_precision(const RopeScene& scene);
Figure draw_rope_linear_attention(const RopeScene& scene);
Figure draw_rope_scalings(const RopeScene& scene);
Figure draw_rope_layout(const RopeScene& scene);

/// Where the view of rounded angles draws errors: ascending, from 1 to ten million tokens.
std::vector<double> precision_positions(bool few);

std::vector<Preset> rope_presets();

}  // namespace theta
