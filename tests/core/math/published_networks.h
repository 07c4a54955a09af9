// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/math/axis_layers.h"

#include <string>
#include <vector>

namespace theta {

/// A published network's layers along one axis, and what its authors or others say of its last.
struct Network {
  std::string name;
  Layers layers;
  double size, jump, padding, start;
};
std::vector<Network> published_networks();

Layers vgg(const std::vector<int>& convolutions_by_block);
Layers alexnet(std::int64_t padding);

/// Which convolution of a bottleneck has the block's stride, in which block: published code differs.
enum class Stride { first_1x1, first_3x3, last_3x3 };
Layers bottleneck_resnet(const std::vector<int>& blocks, Stride where, bool same_pooling = false);
Layers mobilenet_v1(bool same = false);
Layers inception_v2(bool same = false);
Layers yu_koltun();

/// The one whose units read one of two sizes, since a transposed convolution interleaves them.
Layers u_net();

}  // namespace theta
