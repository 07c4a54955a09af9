// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/receptive_field_scene.h"
#include "core/model/figure.h"

namespace theta {

// Over the layers, the image being layer 0.

/// Receptive field and jump of every layer, with the width of the effective field that goes with them.
Panel growth_panel(const ReceptiveScene& scene, Cell cell);

/// Output size, centre of the first unit, effective padding, and the recursion from the followed unit down.
Panel sizes_panel(const ReceptiveScene& scene, Cell cell);

/// Width of the effective field against depth: exact, as a Gaussian, and as a part of the receptive field.
Panel width_panel(const ReceptiveScene& scene, Cell cell);
Panel ratio_panel(const ReceptiveScene& scene, Cell cell);

// In the image.

/// The units of each layer that the followed one reads, over the pixels they stand at, and those it reaches.
Panel pyramid_panel(const ReceptiveScene& scene, Cell cell);

/// The pixels it reads along both axes.
Panel footprint_panel(const ReceptiveScene& scene, Cell cell);

/// How much each pixel counts: along one axis, and along both.
Panel effective_panel(const ReceptiveScene& scene, Cell cell);
Panel effective_map_panel(const ReceptiveScene& scene, Cell cell);

/// The stretch of the image the panels show around a place: all of it with the padding that is read, or a
/// page of it where the field is far smaller.
Limits shown_pixels(const ReceptiveScene& scene, std::int64_t unit, double place);

}  // namespace theta
