// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/rope_scene.h"
#include "core/model/figure.h"

namespace theta {

/// One colour, one thing, in all panels of the lab.
inline constexpr Role rope_query_role = Role::series_1, rope_key_role = Role::series_2,
                      rope_pair_role = Role::series_3, rope_unscaled_role = Role::series_4;

/// The highlighted pair: query and key before and after rotation, and the angles they turn by.
Panel plane_panel(const RopeScene& scene);

/// A dial for each pair, with hands at mθᵢ and nθᵢ counted as in the plane.
Panel clocks_panel(const RopeScene& scene);

/// The logit against relative distance, of all pairs and of the highlighted one.
Panel logit_panel(const RopeScene& scene);

/// Every pair's frequency before and after scaling, against the trained context's wavelength.
Panel frequencies_panel(const RopeScene& scene);

}  // namespace theta
