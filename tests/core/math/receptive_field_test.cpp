// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/receptive_field.h"

#include "core/math/random.h"
#include "core/math/units_read.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace theta {
namespace {

using Layers = std::vector<AxisLayer>;

AxisLayer convolution(std::int64_t kernel, std::int64_t stride, std::int64_t padding,
                      std::int64_t dilation = 1) {
  return {.kernel = kernel, .stride = stride, .padding = padding, .dilation = dilation};
}

AxisLayer transposed(std::int64_t kernel, std::int64_t stride, std::int64_t padding = 0,
                     std::int64_t dilation = 1) {
  return {.transposed = true, .kernel = kernel, .stride = stride, .padding = padding, .dilation = dilation};
}

void append(Layers& layers, const Layers& more, int times = 1) {
  for (int i = 0; i < times; ++i) layers.insert(layers.end(), more.begin(), more.end());
}

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

Layers basic_resnet(const std::vector<int>& blocks) {
  Layers layers = {convolution(7, 2, 3), convolution(3, 2, 1)};
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (int unit = 0; unit < blocks[block]; ++unit)
      append(layers, {convolution(3, block > 0 && unit == 0 ? 2 : 1, 1), convolution(3, 1, 1)});
  }
  return layers;
}

enum class Stride { first_1x1, first_3x3, last_3x3 };

Layers bottleneck_resnet(const std::vector<int>& blocks, Stride where, bool same_pooling = false) {
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

Layers mobilenet_v1(bool same = false) {
  Layers layers = {convolution(3, 2, 1)};
  for (const int stride : {1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1})
    layers.push_back(convolution(3, stride, 1));
  for (AxisLayer& layer : layers) layer.same = same;
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

Layers inception_v2(bool same = false) {
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

Layers yu_koltun() {
  Layers layers;
  for (const int dilation : {1, 1, 2, 4, 8, 16, 1}) layers.push_back(convolution(3, 1, dilation, dilation));
  layers.push_back(convolution(1, 1, 0));
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

struct Network {
  std::string name;
  Layers layers;
  double size, jump, padding, start;
};

std::vector<Network> networks() {
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

std::vector<std::int64_t> sizes(const std::vector<LayerField>& fields) {
  std::vector<std::int64_t> sizes;
  for (std::size_t layer = 1; layer < fields.size(); ++layer) sizes.push_back(fields[layer].largest());
  return sizes;
}

std::vector<std::int64_t> outputs(const std::vector<LayerField>& fields) {
  std::vector<std::int64_t> outputs;
  for (std::size_t layer = 1; layer < fields.size(); ++layer) outputs.push_back(fields[layer].output_size);
  return outputs;
}

TEST(ReceptiveField, OfRealNetworksIsGolden) {
  for (const Network& network : networks()) {
    const LayerField top = receptive_fields(network.layers, 224).back();
    EXPECT_EQ(top.missing, NoField::defined) << network.name;
    EXPECT_EQ(top.largest(), network.size) << network.name;
    EXPECT_EQ(top.least(), network.size) << network.name;
    EXPECT_EQ(top.jump(), network.jump) << network.name;
    EXPECT_EQ(top.effective_padding(), network.padding) << network.name;
    EXPECT_EQ(top.start(), network.start) << network.name;
  }
}

TEST(ReceptiveField, BothRecursionsAndTheClosedFormAgree) {
  for (const Network& network : networks()) {
    const auto fields = receptive_fields(network.layers, 1000);
    double size = 1, jump = 1, padding = 0;
    for (std::size_t layer = 1; layer <= network.layers.size(); ++layer) {
      const AxisLayer& shape = network.layers[layer - 1];
      size += static_cast<double>(shape.extent() - 1) * jump;
      padding += static_cast<double>(shape.padding) * jump;
      jump *= static_cast<double>(shape.stride);
      EXPECT_EQ(fields[layer].largest(), size) << network.name << " " << layer;
      EXPECT_EQ(fields[layer].jump(), jump) << network.name << " " << layer;
      EXPECT_EQ(fields[layer].effective_padding(), padding) << network.name << " " << layer;
      EXPECT_EQ(fields[layer].start(), -padding + (size - 1) / 2) << network.name << " " << layer;
      for (const std::int64_t unit : {0, 1, 7})
        EXPECT_EQ(ranges_read(network.layers, fields, layer, unit).front(), fields[layer].region(unit))
            << network.name << " " << layer;
    }
  }
}

TEST(ReceptiveField, OfVgg16IsGoldenLayerByLayer) {
  const struct {
    std::int64_t size;
    double jump, padding, start;
    std::int64_t output;
  } golden[] = {{3, 1, 1, 0, 224},      {5, 1, 2, 0, 224},      {6, 2, 2, 0.5, 112},
                {10, 2, 4, 0.5, 112},   {14, 2, 6, 0.5, 112},   {16, 4, 6, 1.5, 56},
                {24, 4, 10, 1.5, 56},   {32, 4, 14, 1.5, 56},   {40, 4, 18, 1.5, 56},
                {44, 8, 18, 3.5, 28},   {60, 8, 26, 3.5, 28},   {76, 8, 34, 3.5, 28},
                {92, 8, 42, 3.5, 28},   {100, 16, 42, 7.5, 14}, {132, 16, 58, 7.5, 14},
                {164, 16, 74, 7.5, 14}, {196, 16, 90, 7.5, 14}, {212, 32, 90, 15.5, 7}};
  const auto fields = receptive_fields(vgg({2, 2, 3, 3, 3}), 224);
  ASSERT_EQ(fields.size(), std::size(golden) + 1);
  for (std::size_t layer = 1; layer < fields.size(); ++layer) {
    const auto& want = golden[layer - 1];
    EXPECT_EQ(fields[layer].largest(), want.size) << layer;
    EXPECT_EQ(fields[layer].jump(), want.jump) << layer;
    EXPECT_EQ(fields[layer].effective_padding(), want.padding) << layer;
    EXPECT_EQ(fields[layer].start(), want.start) << layer;
    EXPECT_EQ(fields[layer].output_size, want.output) << layer;
  }
}

TEST(ReceptiveField, OfAlexNetAndLeNetIsGoldenLayerByLayer) {
  using Numbers = std::vector<std::int64_t>;
  const auto fields = receptive_fields(alexnet(0), 224);
  EXPECT_EQ(sizes(fields), (Numbers{11, 19, 51, 67, 99, 131, 163, 195}));
  EXPECT_EQ(outputs(fields), (Numbers{54, 26, 26, 12, 12, 12, 12, 5}));
  const double jumps[] = {4, 8, 8, 16, 16, 16, 16, 32}, paddings[] = {0, 0, 16, 16, 32, 48, 64, 64};
  for (std::size_t layer = 1; layer < fields.size(); ++layer) {
    EXPECT_EQ(fields[layer].jump(), jumps[layer - 1]);
    EXPECT_EQ(fields[layer].effective_padding(), paddings[layer - 1]);
  }
  const std::vector<Range> down = ranges_read(alexnet(0), fields, 8, 2);
  const std::int64_t top_down[] = {3, 5, 7, 9, 19, 23, 47, 195};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(down[7 - i].size(), top_down[i]);

  const auto lenet = receptive_fields(networks().front().layers, 32);
  EXPECT_EQ(sizes(lenet), (Numbers{5, 6, 14, 16, 32}));
  EXPECT_EQ(outputs(lenet), (Numbers{28, 14, 10, 5, 1}));
  EXPECT_EQ(sizes(receptive_fields(yu_koltun(), 100)), (Numbers{3, 5, 9, 17, 33, 65, 67, 67}));
}

TEST(ReceptiveField, OfResNet50IsGoldenAtEachBlock) {
  const std::size_t blocks[] = {11, 23, 41, 50};
  const struct {
    Stride where;
    std::int64_t size[4];
    double jump[4];
  } golden[] = {{Stride::last_3x3, {35, 99, 291, 483}, {8, 16, 32, 32}},
                {Stride::first_3x3, {35, 91, 267, 427}, {4, 8, 16, 32}},
                {Stride::first_1x1, {35, 99, 291, 483}, {4, 8, 16, 32}}};
  for (const auto& variant : golden) {
    const auto fields = receptive_fields(bottleneck_resnet({3, 4, 6, 3}, variant.where), 224);
    for (int block = 0; block < 4; ++block) {
      EXPECT_EQ(fields[blocks[block]].largest(), variant.size[block]);
      EXPECT_EQ(fields[blocks[block]].jump(), variant.jump[block]);
    }
  }
}

TEST(ReceptiveField, PaddingSameDependsOnTheImage) {
  const auto padding = [](const Layers& layers, std::int64_t size) {
    return receptive_fields(layers, size).back().effective_padding();
  };
  EXPECT_EQ(padding(mobilenet_v1(true), 224), 126);
  EXPECT_EQ(padding(mobilenet_v1(true), 321), 157);
  EXPECT_EQ(padding(inception_v2(true), 224), 318);
  const std::pair<std::vector<int>, double> resnets[] = {
      {{3, 4, 6, 3}, 239}, {{3, 4, 23, 3}, 511}, {{3, 8, 36, 3}, 751}, {{3, 24, 36, 3}, 879}};
  for (const auto& [blocks, want] : resnets) {
    const Layers layers = bottleneck_resnet(blocks, Stride::last_3x3, true);
    EXPECT_EQ(padding(layers, 224), want);
    if (want < 800) {
      EXPECT_EQ(padding(layers, 321), want + 2);
    }
  }
  EXPECT_EQ(receptive_fields(Layers{{.kernel = 3, .stride = 2, .same = true}}, 7).back().output_size, 4);
  EXPECT_EQ(receptive_fields(Layers{{.transposed = true, .kernel = 3, .stride = 2, .same = true}}, 7)
                .back()
                .output_size,
            14);
}

TEST(ReceptiveField, CentresAreTheLibrarys) {  // r = 3039, S = 32, P = 1482: features 0 and 2 at 37 and 101
  const LayerField field{.shift = 32, .period = 1, .regions = {{-1482, -1482 + 3038}}};
  EXPECT_EQ(field.centre(0), 37);
  EXPECT_EQ(field.centre(2), 101);
  EXPECT_EQ(field.effective_padding(), 1482);
}

TEST(ReceptiveField, UNetsUnitsReadOneOfTwoSizes) {
  const Layers layers = u_net();
  const auto fields = receptive_fields(layers, 572);
  EXPECT_EQ(fields[14].largest(), 140);
  const LayerField& top = fields.back();
  ASSERT_EQ(top.output_size, 388);
  EXPECT_EQ(top.jump(), 1);
  std::int64_t small = 0, large = 0;
  for (std::int64_t unit = 0; unit < 388; ++unit) {
    (top.region(unit).size() == 188 ? small : large) += 1;
    if (unit < 20) {
      EXPECT_EQ(top.region(unit).size(), unit < 4 || unit >= 16 ? 188 : 204) << unit;
    }
  }
  EXPECT_EQ(small, 100);
  EXPECT_EQ(large, 288);
  EXPECT_EQ(top.largest(), 204);
  EXPECT_EQ(top.least(), 188);
}

TEST(ReceptiveField, OrderMattersAndTwoSmallKernelsMakeOneLarge) {
  EXPECT_EQ(receptive_fields(Layers{convolution(3, 2, 0), convolution(3, 1, 0)}, 32).back().largest(), 7);
  EXPECT_EQ(receptive_fields(Layers{convolution(3, 1, 0), convolution(3, 2, 0)}, 32).back().largest(), 5);
  EXPECT_EQ(receptive_fields(Layers{convolution(3, 1, 0), convolution(3, 1, 0)}, 32).back().largest(), 5);
  EXPECT_EQ(receptive_fields(Layers{convolution(5, 1, 0)}, 32).back().largest(), 5);
}

TEST(ReceptiveField, BranchesJoin) {
  Layers shifted = {convolution(3, 1, 1),
                    convolution(5, 1, 0)};  // both read the image, their centres 2 apart
  shifted[1].from = 2;
  shifted[1].join = 1;
  auto fields = receptive_fields(shifted, 32);
  EXPECT_EQ(fields[2].misalignment, 0) << "the shorter of the two is joined at its middle";
  shifted[1].padding = 2;
  shifted[1].kernel = 3;
  fields = receptive_fields(shifted, 32);
  EXPECT_EQ(fields[2].output_size, 32);
  EXPECT_EQ(fields[2].misalignment, 0);
  shifted[1] = {.kernel = 2, .stride = 1, .padding = 1, .from = 2, .join = 1};
  fields = receptive_fields(shifted, 32);
  EXPECT_EQ(fields[2].misalignment, 0.5) << "even kernels stand between pixels";

  Layers unequal = {convolution(3, 2, 1), convolution(3, 1, 1), convolution(3, 1, 1)};
  unequal[1].join = 2;
  fields = receptive_fields(unequal, 32);
  EXPECT_EQ(fields[2].missing, NoField::unequal_jumps);
  EXPECT_EQ(fields[3].missing, NoField::from_above);

  Layers residual = {convolution(3, 1, 1), convolution(3, 1, 1), convolution(3, 1, 1)};
  residual[2].join = 2;
  EXPECT_EQ(receptive_fields(residual, 32)[3].largest(), 7) << "the identity adds nothing";
}

TEST(ReceptiveField, StopsWhereNumbersAreNoLongerExact) {
  const Layers halving(1000, convolution(2, 2, 1));
  const auto fields = receptive_fields(halving, 4096);
  EXPECT_EQ(fields[52].missing, NoField::defined);
  EXPECT_EQ(fields[52].jump(), 0x1p52);
  EXPECT_EQ(fields[53].missing, NoField::too_large);
  EXPECT_EQ(fields[54].missing, NoField::from_above);
  EXPECT_EQ(fields[1000].output_size, 2);
  const auto doubled = receptive_fields(Layers(12, transposed(2, 2)), 16);
  EXPECT_EQ(doubled[10].period, 1024);
  EXPECT_EQ(doubled[11].missing, NoField::too_fine);
  EXPECT_EQ(receptive_fields(Layers(200, convolution(3, 1, 0)), 16).back().output_size, 0);
  EXPECT_EQ(receptive_fields(Layers(200, convolution(3, 1, 0)), 16).back().largest(), 401);
}

TEST(UnitsRead, HolesOfDilationAreSeen) {
  const struct {
    std::vector<std::int64_t> dilations;
    std::int64_t hull, reached;
  } golden[] = {{{2, 2, 2}, 13, 7}, {{1, 2, 4}, 15, 15}, {{1, 2, 3}, 13, 13}, {{4, 4}, 17, 5}};
  for (const auto& each : golden) {
    Layers layers;
    for (const std::int64_t dilation : each.dilations)
      layers.push_back(convolution(3, 1, dilation, dilation));
    const auto fields = receptive_fields(layers, 101);
    const auto read = units_read(layers, fields, layers.size(), 50);
    EXPECT_EQ(fields.back().largest(), each.hull);
    EXPECT_EQ(read[0].reach.size(), each.hull);
    EXPECT_EQ(read[0].count(), each.reached);
  }
}

/// The sets written out, unit by unit.
std::vector<std::set<std::int64_t>> brute_force(const Layers& layers, const std::vector<LayerField>& fields,
                                                std::size_t layer, std::int64_t unit) {
  std::vector<std::set<std::int64_t>> sets(layer + 1);
  sets[layer] = {unit};
  for (std::size_t at = layer; at > 0; --at) {
    const AxisLayer& shape = layers[at - 1];
    const std::size_t source = source_of(shape, at), joined = joined_by(shape, at);
    for (const std::int64_t each : sets[at]) {
      const auto size = fields[source].output_size, own = each + fields[at].crop;
      for (std::int64_t input = 0; input < size; ++input) {
        for (std::int64_t tap = 0; tap < shape.kernel; ++tap) {
          const bool reads =
              shape.transposed
                  ? own + fields[at].padding_before - input * shape.stride == tap * shape.dilation
                  : own * shape.stride - fields[at].padding_before + tap * shape.dilation == input;
          if (reads) sets[source].insert(input);
        }
      }
      if (shape.join > 0) sets[joined].insert(each + fields[at].join_crop);
    }
  }
  return sets;
}

TEST(UnitsRead, AgreesWithTheSetsWrittenOut) {
  Random random(4);
  const auto any = [&](std::uint64_t low, std::uint64_t high) {
    return static_cast<std::int64_t>(low + random.bits() % (high - low + 1));
  };
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    Layers layers;
    for (int i = 0; i < 5; ++i)
      layers.push_back({.transposed = any(0, 3) == 0,
                        .kernel = any(1, 5),
                        .stride = any(1, 3),
                        .padding = any(0, 4),
                        .dilation = any(1, 4),
                        .same = any(0, 5) == 0,
                        .from = static_cast<std::size_t>(any(1, 2)),
                        .join = static_cast<std::size_t>(any(0, 5) == 0 ? any(1, 3) : 0)});
    const auto fields = receptive_fields(layers, 90);
    if (fields.back().missing != NoField::defined || fields.back().output_size < 1) continue;
    const std::int64_t unit = any(0, static_cast<std::uint64_t>(fields.back().output_size - 1));
    const auto read = units_read(layers, fields, layers.size(), unit);
    const auto want = brute_force(layers, fields, layers.size(), unit);
    for (std::size_t layer = 0; layer < read.size(); ++layer) {
      std::set<std::int64_t> got;
      for (const Range& run : read[layer].runs) {
        for (std::int64_t each = run.first; each <= run.last; ++each) got.insert(each);
      }
      ASSERT_EQ(got, want[layer]) << "round " << round << ", layer " << layer;
    }
    const Range region = fields.back().region(unit);
    if (!read[0].runs.empty()) {
      EXPECT_LE(region.first, read[0].runs.front().first);
      EXPECT_GE(region.last, read[0].runs.back().last);
    }
    ++compared;
  }
  EXPECT_GT(compared, 150);
}

TEST(UnitsRead, RegionsAreExactAwayFromTheEnds) {
  Random random(7);
  const auto any = [&](std::uint64_t low, std::uint64_t high) {
    return static_cast<std::int64_t>(low + random.bits() % (high - low + 1));
  };
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    Layers layers;
    for (int i = 0; i < 4; ++i)
      layers.push_back({.transposed = any(0, 2) == 0,
                        .kernel = any(1, 4),
                        .stride = any(1, 3),
                        .padding = any(0, 2),
                        .dilation = any(1, 3)});
    const auto fields = receptive_fields(layers, 600);
    const LayerField& top = fields.back();
    for (std::int64_t step = 0; step < std::min<std::int64_t>(top.period, 12); ++step) {
      const std::int64_t unit = top.output_size / 2 + step;
      const auto read = units_read(layers, fields, layers.size(), unit);
      const Range region = top.region(unit);
      if (read[0].runs.empty()) {
        EXPECT_TRUE(region.empty());
        continue;
      }
      ASSERT_EQ(region, (Range{read[0].runs.front().first, read[0].runs.back().last})) << round;
      ++compared;
    }
  }
  EXPECT_GT(compared, 300);
}

TEST(UnitsRead, WhatAUnitReachesIsWhatReadsIt) {
  Layers layers = {convolution(3, 1, 1), convolution(3, 2, 1), convolution(2, 1, 1, 2), transposed(3, 2),
                   convolution(3, 1, 0)};
  layers[3].join = 3;
  const auto fields = receptive_fields(layers, 31);
  for (const std::int64_t pixel : {0, 7, 30}) {
    const auto reached = ranges_reached(layers, fields, 0, pixel);
    for (std::size_t layer = 1; layer < fields.size(); ++layer) {
      Range readers;
      for (std::int64_t unit = 0; unit < fields[layer].output_size; ++unit) {
        const auto read = units_read(layers, fields, layer, unit);
        for (const Range& run : read[0].runs) {
          if (run.first <= pixel && pixel <= run.last) grow(readers, {unit, unit});
        }
      }
      EXPECT_EQ(reached[layer], readers) << pixel << " " << layer;
    }
  }
}

TEST(UnitsRead, ZerosOfThePaddingAreReadButReadNothing) {
  const Layers layers(2, convolution(3, 1, 1));
  const auto fields = receptive_fields(layers, 10);
  const auto read = units_read(layers, fields, 2, 0);
  EXPECT_EQ(read[1].reach, (Range{-1, 1}));
  EXPECT_EQ(read[1].runs, (std::vector<Range>{{0, 1}}));
  EXPECT_EQ(read[0].reach, (Range{-1, 2}));
  EXPECT_EQ(read[0].runs, (std::vector<Range>{{0, 2}}));
}

}  // namespace
}  // namespace theta
