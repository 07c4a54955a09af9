// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/receptive_field.h"

#include "core/math/units_read.h"
#include "tests/core/math/published_networks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace theta {
namespace {

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
  for (const Network& network : published_networks()) {
    const LayerField top = receptive_fields(network.layers, 224).back();
    EXPECT_EQ(top.missing, NoField::defined) << network.name;
    EXPECT_EQ(top.largest(), network.size) << network.name;
    EXPECT_EQ(top.least(), network.size) << network.name;
    EXPECT_EQ(top.jump(), network.jump) << network.name;
    EXPECT_EQ(top.effective_padding(), network.padding) << network.name;
    EXPECT_FALSE(std::signbit(top.effective_padding())) << network.name;
    EXPECT_EQ(top.start(), network.start) << network.name;
  }
}

TEST(ReceptiveField, BothRecursionsAndTheClosedFormAgree) {
  for (const Network& network : published_networks()) {
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

  const auto lenet = receptive_fields(published_networks().front().layers, 32);
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

}  // namespace
}  // namespace theta
