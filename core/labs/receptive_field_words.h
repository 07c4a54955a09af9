// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/receptive_field_scene.h"
#include "core/model/figure.h"

#include <vector>

namespace theta {

std::vector<Reading> receptive_readings(const ReceptiveScene& scene);

/// The step of the recursion that leads to the followed unit's layer, with its numbers.
std::vector<Text> receptive_worked(const ReceptiveScene& scene);

/// A row a layer: what it is, and what its units read.
std::vector<TableColumn> receptive_table(const ReceptiveScene& scene);

Text receptive_description(const ReceptiveScene& scene);

/// Why there is no gradient to show; empty where there is one.
Text why_not_weighed(const ReceptiveScene& scene);

/// Where the numbers end, and what a picture of them would hide.
std::vector<Text> receptive_remarks(const ReceptiveScene& scene);

}  // namespace theta
