// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/receptive_field_parameters.h"

#include <string>
#include <vector>

namespace theta {

/// A published network along one axis, its shortcuts and branches included, up to its last layer with a place
/// in the image. Stride and padding as the named implementation has them; SAME padding written out for odd
/// sizes.
struct PublishedNetwork {
  std::string id, name;
  std::string note;  ///< what to look for
  std::vector<LayerRow> layers;
  int input_size = 224;
};

const std::vector<PublishedNetwork>& published_networks();

}  // namespace theta
