// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drag.h"
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>
#include <string>
#include <vector>

namespace theta {
namespace {

TEST(RopeOverview, KeepsTheViewItOpensWith) {
  const Figure figure = rope_figure({});
  std::vector<std::string> panels, readings;
  for (const Panel& panel : figure.panels) panels.push_back(panel.id);
  for (const Reading& each : figure.readings) readings.push_back(each.id);
  EXPECT_EQ(panels, (std::vector<std::string>{"plane", "clocks", "logit", "frequencies"}));
  EXPECT_EQ(readings, (std::vector<std::string>{"logit", "logit_shifted", "norm_q", "norm_q_rotated", "theta",
                                                "wavelength", "turns", "attention_factor"}));
  EXPECT_EQ(figure.formula, "rope");
  expect_near(reading(figure, "logit"), -17.9082172660112);
  expect_near(reading(figure, "norm_q"), 9.245566938450931);
}

/// A reader of the words alone learns the logit, and how many pairs stay short of a turn.
TEST(RopeOverview, DescribesTheLogitAndThePairsThatDoNotTurn) {
  for (const std::int64_t context : {64, 4096, 10'000'000}) {
    const Rope rope{.original_context = context};
    const Figure figure = rope_figure(rope);
    int never = 0;
    for (const double frequency : layer<Curve>(figure, "frequencies", "inverse_frequency").y)
      never += frequency * static_cast<double>(context) < 2 * std::numbers::pi;
    const std::string words = fill(figure.description);
    EXPECT_NE(words.find(std::to_string(never) + " of 32 pairs never"), std::string::npos) << words;
    EXPECT_NE(words.find("−17.9082"), std::string::npos) << words;
  }
}

/// The ring stands on the curve, and its drag sets the query so far from the key.
TEST(RopeOverview, TheRingOnTheLogitMovesTheQuery) {
  const Rope rope{.query_position = 60, .key_position = 41};
  const Figure figure = rope_figure(rope);
  const auto ring = std::ranges::find(figure.handles, "distance", &Handle::id);
  ASSERT_NE(ring, figure.handles.end());
  EXPECT_EQ(ring->at.x, 19);
  expect_near(ring->at.y, reading(figure, "logit"));
  const auto edit = edit_of(rotary_lab().fields, to_values(rope), moves(*ring, {25.2, 0}).front());
  EXPECT_EQ(edit->value, Value{std::int64_t{66}});
}

}  // namespace
}  // namespace theta
