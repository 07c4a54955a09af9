// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/model/change.h"
#include "core/model/drag.h"
#include "core/model/value_text.h"
#include "core/write/figure_csv.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace theta {
namespace {

const Lab& receptive_lab() { return *find_lab("receptive-field"); }

Values with(Values values, const std::string& id, const std::string& text) {
  const std::size_t place = *find_field(receptive_lab().fields, id);
  const auto changed =
      change(receptive_lab().fields, values, {{place, parse_value(receptive_lab().fields[place], text)}});
  return std::get<Changed>(changed).values;
}

Values preset(const std::string& id) {
  const std::vector<Preset> presets = receptive_lab().presets();
  const auto found = std::ranges::find(presets, id, &Preset::id);
  EXPECT_NE(found, presets.end()) << id;
  return preset_values(receptive_lab(), *found);
}

template <class Kind>
const Kind* find_layer(const Figure& figure, const std::string& id) {
  for (const Panel& panel : figure.panels) {
    for (const Layer& layer : panel.layers) {
      if (mark_of(layer).id == id) return std::get_if<Kind>(&layer);
    }
  }
  return nullptr;
}

const std::vector<double>& numbers(const Figure& figure, const std::string& id) {
  return find_layer<Curve>(figure, id)->y;
}

bool remarks_on(const Figure& figure, const std::string& words) {
  return std::ranges::any_of(figure.remarks,
                             [&](const Text& each) { return fill(each).find(words) != std::string::npos; });
}

TEST(ReceptiveFieldLab, RealNetworksAreGolden) {
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
    const Figure figure = receptive_lab().draw(preset(want.id), {});
    EXPECT_EQ(numbers(figure, "receptive_field").back(), want.size) << want.id;
    EXPECT_EQ(numbers(figure, "jump").back(), want.jump) << want.id;
    EXPECT_EQ(numbers(figure, "start").back(), want.start) << want.id;
    EXPECT_EQ(numbers(figure, "effective_padding").back(), want.padding) << want.id;
    EXPECT_EQ(numbers(figure, "receptive_field").front(), 1) << want.id;
    EXPECT_EQ(numbers(figure, "from_above").front(), want.size) << want.id;
    EXPECT_EQ(reading(figure, "receptive_field"), want.size) << want.id;
    EXPECT_EQ(reading(figure, "from_above"), want.size) << want.id;
    EXPECT_FALSE(remarks_on(figure, "not aligned")) << want.id;
  }
}

TEST(ReceptiveFieldLab, UNetsFieldDependsOnThePlace) {
  const Figure figure = receptive_lab().draw(preset("u_net"), {});
  EXPECT_EQ(numbers(figure, "receptive_field").back(), 204);
  EXPECT_EQ(numbers(figure, "least_receptive_field").back(), 188);
  EXPECT_EQ(numbers(figure, "output_size").back(), 388);
  EXPECT_EQ(numbers(figure, "receptive_field")[14], 140);
}

TEST(ReceptiveFieldLab, PaddingSameFollowsTheImage) {
  Values values = with(preset("mobilenet_v1"), "padding_rule", "same");
  EXPECT_EQ(reading(receptive_lab().draw(values, {}), "effective_padding"), 126);
  EXPECT_EQ(reading(receptive_lab().draw(with(values, "input_size", "321"), {}), "effective_padding"), 157);
  values = with(preset("inception_v2"), "padding_rule", "same");
  EXPECT_EQ(reading(receptive_lab().draw(values, {}), "effective_padding"), 318);
}

TEST(ReceptiveFieldLab, ResNetsOfTheLibraryPadStridedConvolutionsAsListed) {
  struct Row {
    const char* network;
    double at_224, at_321;
  };
  for (const Row& row : {Row{"resnet50_slim", 239, 241}, Row{"resnet101_slim", 511, 513},
                         Row{"resnet152_slim", 751, 753}, Row{"resnet200_slim", 879, 881}}) {
    const Values values = with(preset(row.network), "padding_rule", "same_but_strided");
    EXPECT_EQ(reading(receptive_lab().draw(values, {}), "effective_padding"), row.at_224) << row.network;
    EXPECT_EQ(reading(receptive_lab().draw(with(values, "input_size", "321"), {}), "effective_padding"),
              row.at_321)
        << row.network;
  }
}

TEST(ReceptiveFieldLab, RowsSetTheNetworkFromOutside) {
  Values values = with(initial_values(receptive_lab()), "input_size", "64");
  values = with(values, "layers",
                R"([{"kind": "convolution", "kernel": 3, "stride": 2, "padding": 1, "dilation": 1},
    {"kind": "dilated", "kernel": 3, "stride": 1, "padding": 2, "dilation": 2},
    {"kind": "pooling", "kernel": 2, "stride": 2, "padding": 0, "dilation": 1},
    {"kind": "transposed", "kernel": 2, "stride": 2, "padding": 0, "dilation": 1}])");
  const Figure figure = receptive_lab().draw(values, {});
  EXPECT_EQ(numbers(figure, "receptive_field"), (std::vector<double>{1, 3, 11, 13, 13}));
  EXPECT_EQ(numbers(figure, "jump"), (std::vector<double>{1, 2, 2, 4, 2}));
  EXPECT_EQ(numbers(figure, "start"), (std::vector<double>{0, 0, 0, 1, 1}));
  EXPECT_EQ(numbers(figure, "output_size"), (std::vector<double>{64, 32, 32, 16, 32}));
  EXPECT_EQ(find_layer<Curve>(figure, "receptive_field")->x, (std::vector<double>{0, 1, 2, 3, 4}));
  const std::size_t layer = *find_field(receptive_lab().fields, "layer");
  EXPECT_EQ(std::get<std::int64_t>(values[layer]), 4) << "the top layer stays followed";
}

TEST(ReceptiveFieldLab, TheEffectiveFieldIsTheCountOfPaths) {
  const Values values = with(preset("depth"), "layer", "5");
  const Figure figure = receptive_lab().draw(values, {});
  const double want[] = {1, 5, 15, 30, 45, 51, 45, 30, 15, 5, 1};
  const std::vector<double>& got = numbers(figure, "effective_receptive_field");
  ASSERT_EQ(got.size(), std::size(want));
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], want[i] / 243, 1e-15);
  EXPECT_EQ(reading(figure, "effective_width"), 9);
  const std::pair<std::size_t, double> ratios[] = {{5, 0.8182}, {10, 0.6190}, {20, 0.4634}, {40, 0.3086}};
  for (const auto& [layer, ratio] : ratios) EXPECT_NEAR(numbers(figure, "ratio")[layer], ratio, 5e-5);
}

TEST(ReceptiveFieldLab, HolesAndZerosAreDrawn) {
  const Figure holes = receptive_lab().draw(preset("holes"), {});
  EXPECT_EQ(reading(holes, "receptive_field"), 13);
  EXPECT_EQ(reading(holes, "pixels_read"), 7);
  EXPECT_EQ(find_layer<Polygons>(holes, "units_read")->outlines.size(), 7u + 5u + 3u);
  EXPECT_TRUE(remarks_on(holes, "Holes"));
  const Map& map = *find_layer<Map>(holes, "footprint");
  EXPECT_EQ(std::ranges::count(map.values, 1.0), 49);
  EXPECT_EQ(find_layer<Polygons>(holes, "padding_read"), nullptr);
  const Figure edge = receptive_lab().draw(with(preset("holes"), "position", "0"), {});
  EXPECT_NE(find_layer<Polygons>(edge, "padding_read"), nullptr);
  EXPECT_EQ(reading(edge, "pixels_read"), 4);
}

TEST(ReceptiveFieldLab, ADragOfTheUnitMovesLayerAndPlace) {
  const Values values = initial_values(receptive_lab());
  const Figure figure = receptive_lab().draw(values, {});
  const Handle& unit = *std::ranges::find(figure.handles, "unit", &Handle::id);
  Edits edits;
  for (const Move& move : moves(unit, {20.2, 2.9}))
    edits.push_back(*edit_of(receptive_lab().fields, values, move));
  const Figure moved =
      receptive_lab().draw(std::get<Changed>(change(receptive_lab().fields, values, edits)).values, {});
  const Handle& there = *std::ranges::find(moved.handles, "unit", &Handle::id);
  EXPECT_EQ(there.at.y, 3);
  EXPECT_EQ(there.at.x, 20.5) << "the nearest unit of layer 3, every 2 pixels from 0.5";
  EXPECT_EQ(reading(moved, "receptive_field"), 6);
}

TEST(ReceptiveFieldLab, SaysWhereTheNumbersEnd) {
  EXPECT_TRUE(remarks_on(receptive_lab().draw(preset("unequal_jumps"), {}), "different jump"));
  EXPECT_TRUE(remarks_on(receptive_lab().draw(preset("misaligned"), {}), "not aligned"));
  EXPECT_TRUE(remarks_on(receptive_lab().draw(preset("shrinks_away"), {}), "has no units"));
  const Figure halving = receptive_lab().draw(preset("halving"), {});
  EXPECT_TRUE(remarks_on(halving, "2⁵³"));
  EXPECT_EQ(numbers(halving, "jump")[52], 0x1p52);
  EXPECT_TRUE(std::isnan(numbers(halving, "jump")[54]));
}

TEST(ReceptiveFieldLab, TheCsvHoldsTheTableOfLayers) {
  const State state{"receptive-field", initial_values(receptive_lab()), {}};
  const std::string csv = write_figure_csv(receptive_lab().draw(state.values, {}),
                                           {.lab = &receptive_lab(), .state = state, .version = "1"});
  for (const char* row : {"growth,receptive_field,curve,,6,16,,,", "growth,jump,curve,,6,4,,,",
                          "sizes,start,curve,,6,1.5,,,", "sizes,output_size,curve,,6,8,,,"})
    EXPECT_NE(csv.find(std::string("\n") + row + "\n"), std::string::npos) << row;
}

TEST(ReceptiveFieldLab, TheCsvOfTheTableHasARowALayer) {
  const Values values = with(initial_values(receptive_lab()), "layers",
                             R"([{"kernel": 3, "stride": 2, "padding": 1},
                                 {"kind": "dilated", "padding": 2, "dilation": 2},
                                 {"kind": "transposed", "kernel": 2, "stride": 2},
                                 {"kernel": 255}])");
  const State state{"receptive-field", values, {}};
  const std::string csv = write_table_csv(receptive_lab().draw(values, {}),
                                          {.lab = &receptive_lab(), .state = state, .version = "1"});
  EXPECT_TRUE(
      csv.ends_with("\nlayer,kind,kernel,stride,padding,dilation,from,join,receptive_field,"
                    "least_receptive_field,jump,start,effective_padding,output_size\n"
                    "1,convolution,3,2,1,1,1,0,3,3,2,0,1,16\n"
                    "2,dilated,3,1,2,2,1,0,11,11,2,0,5,16\n"
                    "3,transposed,2,2,0,1,1,0,11,11,1,0,5,32\n"
                    "4,convolution,255,1,0,1,1,0,265,265,1,127,5,0\n"))
      << csv;
  const Values unequal = preset("unequal_jumps");
  const std::string gaps =
      write_table_csv(receptive_lab().draw(unequal, {}),
                      {.lab = &receptive_lab(), .state = {"receptive-field", unequal, {}}, .version = "1"});
  EXPECT_NE(gaps.find("\n3,convolution,3,1,1,1,1,2,,,,,,12\n"), gaps.npos) << gaps;
}

TEST(ReceptiveFieldLab, BranchesJoinedOneAfterAnotherCountAlike) {
  const Values values = with(initial_values(receptive_lab()), "layers",
                             R"([{"kernel": 1}, {"kernel": 3, "padding": 1, "from": 2, "join": 1},
                                 {"kernel": 5, "padding": 2, "from": 3, "join": 1}])");
  const Figure figure = receptive_lab().draw(values, {});
  const std::vector<double>& got = numbers(figure, "effective_receptive_field");
  const double want[] = {1.0 / 5, 1.0 / 5 + 1.0 / 3, 1.0 / 5 + 1.0 / 3 + 1};
  ASSERT_EQ(got.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(got[i], want[i < 3 ? i : 4 - i] / 3, 1e-15) << i;
}

TEST(ReceptiveFieldLab, APanelWithoutAGradientSaysWhy) {
  for (const auto& [id, words] : {std::pair{"unequal_jumps", "layer 4 has no receptive field"},
                                  {"shrinks_away", "layer 16 has no units"},
                                  {"halving", "layer 1000 has no receptive field"}}) {
    const Figure figure = receptive_lab().draw(preset(id), {});
    const Note* note = find_layer<Note>(figure, "why_empty");
    ASSERT_TRUE(note) << id;
    EXPECT_EQ(fill(note->text), words);
  }
  EXPECT_FALSE(find_layer<Note>(receptive_lab().draw(preset("depth"), {}), "why_empty"));
}

/// Any network: every combination of kinds, sizes and joins gives a sound figure.
TEST(ReceptiveFieldLab, DrawsAnyNetwork) {
  std::uint64_t state = 1;
  const auto any = [&](int low, int high) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return low + static_cast<int>((state >> 33) % static_cast<std::uint64_t>(high - low + 1));
  };
  const char* kinds[] = {"convolution", "pooling", "dilated", "transposed"};
  const char* views[] = {"overview", "pyramid", "effective"};
  for (int round = 0; round < 300; ++round) {
    std::string rows;
    const int count = any(1, 12), largest = any(0, 3) == 0 ? 255 : 7;
    for (int i = 0; i < count; ++i) {
      rows += (i > 0 ? "," : "") + std::string(R"({"kind":")") + kinds[any(0, 3)] + R"(","kernel":)" +
              std::to_string(any(1, largest)) + R"(,"stride":)" +
              std::to_string(any(0, 9) == 0 ? 64 : any(1, 3)) + R"(,"padding":)" + std::to_string(any(0, 4)) +
              R"(,"dilation":)" + std::to_string(any(0, 9) == 0 ? 1024 : any(1, 3)) + R"(,"from":)" +
              std::to_string(any(1, 2)) + R"(,"join":)" + std::to_string(any(0, 3) == 0 ? any(1, 4) : 0) +
              "}";
    }
    Values values = with(initial_values(receptive_lab()), "view", views[round % 3]);
    values = with(values, "layers", "[" + rows + "]");
    values = with(values, "input_size", std::to_string(any(0, 3) == 0 ? any(1, 16384) : any(1, 64)));
    values = with(values, "layer", std::to_string(any(0, count)));
    values = with(values, "scale", round % 2 == 0 ? "linear" : "log");
    const Figure figure = receptive_lab().draw(values, {});
    const std::vector<std::string> found = faults(figure);
    ASSERT_TRUE(found.empty()) << found.front() << " [" << rows << "]";
  }
}

}  // namespace
}  // namespace theta
