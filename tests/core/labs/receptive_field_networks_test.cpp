// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_networks.h"

#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace theta {
namespace {

TEST(ReceptiveFieldNetworks, RealNetworksAreGolden) {
  const struct {
    const char* id;
    double size, jump, padding, start;
  } golden[] = {{"lenet5", 32, 4, 0, 15.5},
                {"alexnet_v2", 195, 32, 64, 33},
                {"alexnet", 195, 32, 66, 31},
                {"vgg11", 150, 32, 59, 15.5},
                {"vgg13", 156, 32, 62, 15.5},
                {"vgg16", 212, 32, 90, 15.5},
                {"vgg19", 268, 32, 118, 15.5},
                {"resnet18", 435, 32, 217, 0},
                {"resnet34", 899, 32, 449, 0},
                {"resnet50_slim", 483, 32, 241, 0},
                {"resnet50", 427, 32, 213, 0},
                {"resnet50_paper", 483, 32, 241, 0},
                {"resnet101_slim", 1027, 32, 513, 0},
                {"resnet101", 971, 32, 485, 0},
                {"resnet152_slim", 1507, 32, 753, 0},
                {"resnet152", 1451, 32, 725, 0},
                {"resnet200_slim", 1763, 32, 881, 0},
                {"mobilenet_v1", 315, 32, 157, 0},
                {"mobilenet_v2", 491, 32, 245, 0},
                {"inception_v2", 699, 32, 349, 0},
                {"inception_v3", 1311, 32, 618, 37},
                {"inception_v4", 2071, 32, 998, 37},
                {"inception_resnet_v2", 3039, 32, 1482, 37},
                {"densenet121", 2071, 32, 1021, 14},
                {"yu_koltun", 67, 1, 33, 0},
                {"wavenet", 1024, 1, 0, 511.5},
                {"wavenet_3", 3070, 1, 0, 1534.5},
                {"wavenet_5", 5116, 1, 0, 2557.5}};
  for (const auto& want : golden) {
    const Figure figure = receptive_figure(receptive_preset(want.id));
    EXPECT_EQ(by_layer(figure, "receptive_field").back(), want.size) << want.id;
    EXPECT_EQ(by_layer(figure, "jump").back(), want.jump) << want.id;
    EXPECT_EQ(by_layer(figure, "start").back(), want.start) << want.id;
    EXPECT_EQ(by_layer(figure, "effective_padding").back(), want.padding) << want.id;
    EXPECT_EQ(by_layer(figure, "receptive_field").front(), 1) << want.id;
    EXPECT_EQ(by_layer(figure, "from_above").front(), want.size) << want.id;
    EXPECT_EQ(reading(figure, "receptive_field"), want.size) << want.id;
    EXPECT_EQ(reading(figure, "from_above"), want.size) << want.id;
    EXPECT_FALSE(remarks_on(figure, "not aligned")) << want.id;
  }
}

TEST(ReceptiveFieldNetworks, UNetsFieldDependsOnThePlace) {
  const Figure figure = receptive_figure(receptive_preset("u_net"));
  EXPECT_EQ(by_layer(figure, "receptive_field").back(), 204);
  EXPECT_EQ(by_layer(figure, "least_receptive_field").back(), 188);
  EXPECT_EQ(by_layer(figure, "output_size").back(), 388);
  EXPECT_EQ(by_layer(figure, "receptive_field")[14], 140);
}

TEST(ReceptiveFieldNetworks, PaddingSameFollowsTheImage) {
  Values values = with(receptive_preset("mobilenet_v1"), "padding_rule", "same");
  EXPECT_EQ(reading(receptive_figure(values), "effective_padding"), 126);
  EXPECT_EQ(reading(receptive_figure(with(values, "input_size", "321")), "effective_padding"), 157);
  values = with(receptive_preset("inception_v2"), "padding_rule", "same");
  EXPECT_EQ(reading(receptive_figure(values), "effective_padding"), 318);
}

TEST(ReceptiveFieldNetworks, ResNetsOfTheLibraryPadStridedConvolutionsAsListed) {
  struct Row {
    const char* network;
    double at_224, at_321;
  };
  for (const Row& row : {Row{"resnet50_slim", 239, 241}, Row{"resnet101_slim", 511, 513},
                         Row{"resnet152_slim", 751, 753}, Row{"resnet200_slim", 879, 881}}) {
    const Values values = with(receptive_preset(row.network), "padding_rule", "same_but_strided");
    EXPECT_EQ(reading(receptive_figure(values), "effective_padding"), row.at_224) << row.network;
    EXPECT_EQ(reading(receptive_figure(with(values, "input_size", "321")), "effective_padding"), row.at_321)
        << row.network;
  }
}

/// As many blocks as published: a join for each shortcut, and one for each branch beyond the first of a
/// module.
TEST(ReceptiveFieldNetworks, HaveTheBlocksPublished) {
  const auto count = [](const char* id, auto&& is) {
    const auto& all = published_networks();
    const auto found = std::ranges::find(all, id, &PublishedNetwork::id);
    return std::ranges::count_if(found->layers, is);
  };
  const auto joins = [](const LayerRow& row) { return row.join > 0; };
  for (const auto& [id, blocks] : {std::pair("resnet18", 8),
                                   {"resnet34", 16},
                                   {"resnet50", 16},
                                   {"resnet50_slim", 16},
                                   {"resnet101", 33},
                                   {"resnet152", 50},
                                   {"resnet200_slim", 66},
                                   {"mobilenet_v2", 10},
                                   {"densenet121", 6 + 12 + 24 + 16},
                                   {"u_net", 4}})
    EXPECT_EQ(count(id, joins), blocks) << id;
  const auto convolutions = [](const LayerRow& row) { return row.kind == LayerKind::convolution; };
  for (const auto& [id, layers] :
       {std::pair("vgg11", 8), {"vgg13", 10}, {"vgg16", 13}, {"vgg19", 16}, {"alexnet", 5}})
    EXPECT_EQ(count(id, convolutions), layers) << id << ", without its dense layers";
  EXPECT_EQ(count("mobilenet_v1", convolutions), 1 + 2 * 13);
  EXPECT_EQ(count("wavenet_5", [](const LayerRow& row) { return row.kernel == 2; }), 50);
}

/// Every row looks back to a layer that is there.
TEST(ReceptiveFieldNetworks, LookBackNoFartherThanTheImage) {
  for (const PublishedNetwork& network : published_networks()) {
    for (std::size_t at = 1; at <= network.layers.size(); ++at) {
      const LayerRow& row = network.layers[at - 1];
      EXPECT_LE(static_cast<std::size_t>(std::max(row.from, row.join)), at) << network.id << " " << at;
      EXPECT_GE(row.from, 1);
    }
  }
}

}  // namespace
}  // namespace theta
