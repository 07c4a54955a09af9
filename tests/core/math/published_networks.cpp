// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/math/published_networks.h"

namespace theta {
namespace {

void append(Layers& layers, const Layers& more, int times = 1) {
  for (int i = 0; i < times; ++i) layers.insert(layers.end(), more.begin(), more.end());
}

Layers basic_resnet(const std::vector<int>& blocks) {
  Layers layers = {convolution(7, 2, 3), convolution(3, 2, 1)};
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (int unit = 0; unit < blocks[block]; ++unit)
      append(layers, {convolution(3, block > 0 && unit == 0 ? 2 : 1, 1), convolution(3, 1, 1)});
  }
  return layers;
}

Layers mobilenet_v2() {
  Layers layers = {convolution(3, 2, 1)};
  const std::pair<int, int> blocks[] = {{1, 1}, {2, 2}, {2, 3}, {2, 4}, {1, 3}, {2, 3}, {1, 1}};
  for (const auto& [stride, repeats] : blocks) {
    for (int i = 0; i < repeats; ++i) layers.push_back(convolution(3, i == 0 ? stride : 1, 1));
  }
  return layers;
}

Layers inception_v3() {
  Layers layers = {convolution(3, 2, 0), convolution(3, 1, 0), convolution(3, 1, 1), convolution(3, 2, 0),
                   convolution(1, 1, 0), convolution(3, 1, 0), convolution(3, 2, 0)};
  append(layers, {convolution(3, 1, 1)}, 6);
  append(layers, {convolution(3, 1, 1), convolution(3, 2, 0)});
  append(layers, {convolution(7, 1, 3)}, 8);
  append(layers, {convolution(7, 1, 3), convolution(3, 2, 0)});
  append(layers, {convolution(3, 1, 1)}, 4);
  return layers;
}

Layers densenet121() {
  Layers layers = {convolution(7, 2, 3), convolution(3, 2, 1)};
  for (const int dense : {6, 12, 24, 16}) {
    append(layers, {convolution(1, 1, 0), convolution(3, 1, 1)}, dense);
    if (dense != 16) append(layers, {convolution(1, 1, 0), convolution(2, 2, 0)});
  }
  return layers;
}

Layers wavenet(int stacks) {
  Layers layers;
  for (int stack = 0; stack < stacks; ++stack) {
    for (int dilation = 1; dilation <= 512; dilation *= 2) layers.push_back(convolution(2, 1, 0, dilation));
  }
  return layers;
}

/// The original U-Net: valid pairs of 3×3, four poolings, up-convolutions 2×2, each joined with what the way
/// down left at its level.

}  // namespace

Layers vgg(const std::vector<int>& blocks) {
  Layers layers;
  for (const int convolutions : blocks) {
    append(layers, {convolution(3, 1, 1)}, convolutions);
    layers.push_back(convolution(2, 2, 0));
  }
  return layers;
}

Layers alexnet(std::int64_t padding) {
  Layers layers = {convolution(11, 4, padding), convolution(3, 2, 0), convolution(5, 1, 2),
                   convolution(3, 2, 0)};
  append(layers, {convolution(3, 1, 1)}, 3);
  layers.push_back(convolution(3, 2, 0));
  return layers;
}

Layers bottleneck_resnet(const std::vector<int>& blocks, Stride where, bool same_pooling) {
  Layers layers = {convolution(7, 2, 3), convolution(3, 2, 1)};
  layers.back().same = same_pooling;
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (int unit = 0; unit < blocks[block]; ++unit) {
      const bool first = block > 0 && unit == 0, last = block < 3 && unit == blocks[block] - 1;
      append(layers,
             {convolution(1, where == Stride::first_1x1 && first ? 2 : 1, 0),
              convolution(
                  3, (where == Stride::first_3x3 && first) || (where == Stride::last_3x3 && last) ? 2 : 1, 1),
              convolution(1, 1, 0)});
    }
  }
  return layers;
}

Layers mobilenet_v1(bool same) {
  Layers layers = {convolution(3, 2, 1)};
  for (const int stride : {1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1})
    layers.push_back(convolution(3, stride, 1));
  for (AxisLayer& layer : layers) layer.same = same;
  return layers;
}

Layers inception_v2(bool same) {
  Layers layers = {convolution(7, 2, 3), convolution(3, 2, 1), convolution(1, 1, 0), convolution(3, 1, 1),
                   convolution(3, 2, 1)};
  for (const int pairs : {4, 8}) {
    append(layers, {convolution(3, 1, 1)}, pairs);
    append(layers, {convolution(3, 1, 1), convolution(3, 2, 1)});
  }
  append(layers, {convolution(3, 1, 1)}, 4);
  for (AxisLayer& layer : layers) layer.same = same;
  return layers;
}

Layers yu_koltun() {
  Layers layers;
  for (const int dilation : {1, 1, 2, 4, 8, 16, 1}) layers.push_back(convolution(3, 1, dilation, dilation));
  layers.push_back(convolution(1, 1, 0));
  return layers;
}

Layers u_net() {
  Layers layers;
  std::vector<std::size_t> levels;
  for (int level = 0; level < 4; ++level) {
    append(layers, {convolution(3, 1, 0), convolution(3, 1, 0)});
    levels.push_back(layers.size());
    layers.push_back(convolution(2, 2, 0));
  }
  append(layers, {convolution(3, 1, 0), convolution(3, 1, 0)});
  for (int level = 4; level-- > 0;) {
    layers.push_back(transposed(2, 2));
    layers.back().join = layers.size() - levels[static_cast<std::size_t>(level)];
    append(layers, {convolution(3, 1, 0), convolution(3, 1, 0)});
  }
  return layers;
}

std::vector<Network> published_networks() {
  using enum Stride;
  return {{"lenet5",
           {convolution(5, 1, 0), convolution(2, 2, 0), convolution(5, 1, 0), convolution(2, 2, 0),
            convolution(5, 1, 0)},
           32,
           4,
           0,
           15.5},
          {"alexnet_v2", alexnet(0), 195, 32, 64, 33},
          {"alexnet", alexnet(2), 195, 32, 66, 31},
          {"vgg11", vgg({1, 1, 2, 2, 2}), 150, 32, 59, 15.5},
          {"vgg13", vgg({2, 2, 2, 2, 2}), 156, 32, 62, 15.5},
          {"vgg16", vgg({2, 2, 3, 3, 3}), 212, 32, 90, 15.5},
          {"vgg19", vgg({2, 2, 4, 4, 4}), 268, 32, 118, 15.5},
          {"resnet18", basic_resnet({2, 2, 2, 2}), 435, 32, 217, 0},
          {"resnet34", basic_resnet({3, 4, 6, 3}), 899, 32, 449, 0},
          {"resnet50_slim", bottleneck_resnet({3, 4, 6, 3}, last_3x3), 483, 32, 241, 0},
          {"resnet50", bottleneck_resnet({3, 4, 6, 3}, first_3x3), 427, 32, 213, 0},
          {"resnet50_paper", bottleneck_resnet({3, 4, 6, 3}, first_1x1), 483, 32, 241, 0},
          {"resnet101_slim", bottleneck_resnet({3, 4, 23, 3}, last_3x3), 1027, 32, 513, 0},
          {"resnet101", bottleneck_resnet({3, 4, 23, 3}, first_3x3), 971, 32, 485, 0},
          {"resnet152_slim", bottleneck_resnet({3, 8, 36, 3}, last_3x3), 1507, 32, 753, 0},
          {"resnet152", bottleneck_resnet({3, 8, 36, 3}, first_3x3), 1451, 32, 725, 0},
          {"resnet200_slim", bottleneck_resnet({3, 24, 36, 3}, last_3x3), 1763, 32, 881, 0},
          {"mobilenet_v1", mobilenet_v1(), 315, 32, 157, 0},
          {"mobilenet_v2", mobilenet_v2(), 491, 32, 245, 0},
          {"inception_v2", inception_v2(), 699, 32, 349, 0},
          {"inception_v3", inception_v3(), 1311, 32, 618, 37},
          {"densenet121", densenet121(), 2071, 32, 1021, 14},
          {"yu_koltun", yu_koltun(), 67, 1, 33, 0},
          {"wavenet", wavenet(1), 1024, 1, 0, 511.5},
          {"wavenet_3", wavenet(3), 3070, 1, 0, 1534.5},
          {"wavenet_5", wavenet(5), 5116, 1, 0, 2557.5}};
}

}  // namespace theta
