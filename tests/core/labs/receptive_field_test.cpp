// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drag.h"
#include "core/write/figure_csv.h"
#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace theta {
namespace {

TEST(ReceptiveFieldLab, ADragOfTheUnitMovesLayerAndPlace) {
  const Values values = initial_values(receptive_lab());
  const Figure figure = receptive_figure(values);
  const Handle& unit = *std::ranges::find(figure.handles, "unit", &Handle::id);
  Edits edits;
  for (const Move& move : moves(unit, {20.2, 2.9}))
    edits.push_back(*edit_of(receptive_lab().fields, values, move));
  const Figure moved =
      receptive_figure(std::get<Changed>(change(receptive_lab().fields, values, edits)).values);
  const Handle& there = *std::ranges::find(moved.handles, "unit", &Handle::id);
  EXPECT_EQ(there.at.y, 3);
  EXPECT_EQ(there.at.x, 20.5) << "the nearest unit of layer 3, every 2 pixels from 0.5";
  EXPECT_EQ(reading(moved, "receptive_field"), 6);
}

TEST(ReceptiveFieldLab, TheCsvHoldsTheTableOfLayers) {
  const State state{"receptive-field", initial_values(receptive_lab()), {}};
  const std::string csv = write_figure_csv(receptive_figure(state.values),
                                           {.lab = &receptive_lab(), .state = state, .version = "1"});
  for (const char* row : {"growth,receptive_field,curve,,6,16,,,", "growth,jump,curve,,6,4,,,",
                          "sizes,start,curve,,6,1.5,,,", "sizes,output_size,curve,,6,8,,,"})
    EXPECT_NE(csv.find(std::string("\n") + row + "\n"), std::string::npos) << row;
}

TEST(ReceptiveFieldLab, BranchesJoinedOneAfterAnotherCountAlike) {
  const Values values = with(initial_values(receptive_lab()), "layers",
                             R"([{"kernel": 1}, {"kernel": 3, "padding": 1, "from": 2, "join": 1},
                                 {"kernel": 5, "padding": 2, "from": 3, "join": 1}])");
  const Figure figure = receptive_lab().draw(values, {});
  const std::vector<double>& got = by_layer(figure, "effective_receptive_field");
  const double want[] = {1.0 / 5, 1.0 / 5 + 1.0 / 3, 1.0 / 5 + 1.0 / 3 + 1};
  ASSERT_EQ(got.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(got[i], want[i < 3 ? i : 4 - i] / 3, 1e-15) << i;
}

TEST(ReceptiveFieldLab, APanelWithoutAGradientSaysWhy) {
  for (const auto& [id, words] : {std::pair{"unequal_jumps", "layer 4 has no receptive field"},
                                  {"shrinks_away", "layer 16 has no units"},
                                  {"halving", "layer 1000 has no receptive field"}}) {
    const Figure figure = receptive_lab().draw(receptive_preset(id), {});
    const Note* note = layer_of<Note>(figure, "why_empty");
    ASSERT_TRUE(note) << id;
    EXPECT_EQ(fill(note->text), words);
  }
  EXPECT_FALSE(layer_of<Note>(receptive_lab().draw(receptive_preset("depth"), {}), "why_empty"));
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
    const Figure figure = receptive_figure(values);
    const std::vector<std::string> found = faults(figure);
    ASSERT_TRUE(found.empty()) << found.front() << " [" << rows << "]";
  }
}

}  // namespace
}  // namespace theta
