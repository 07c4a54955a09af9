// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_words.h"

#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace theta {
namespace {

TEST(ReceptiveFieldWords, SaysWhereTheNumbersEnd) {
  EXPECT_TRUE(remarks_on(receptive_figure(receptive_preset("unequal_jumps")), "different jump"));
  EXPECT_TRUE(remarks_on(receptive_figure(receptive_preset("misaligned")), "not aligned"));
  EXPECT_TRUE(remarks_on(receptive_figure(receptive_preset("shrinks_away")), "has no units"));
  const Figure halving = receptive_figure(receptive_preset("halving"));
  EXPECT_TRUE(remarks_on(halving, "2⁵³"));
  EXPECT_EQ(by_layer(halving, "jump")[52], 0x1p52);
  EXPECT_TRUE(std::isnan(by_layer(halving, "jump")[54]));
}

std::string worked_line(const Receptive& receptive, std::size_t n) {
  return fill(receptive_worked(receptive_scene(receptive, {})).at(n));
}

/// The step of the recursion with its numbers, which lead to the readings.
TEST(ReceptiveFieldWords, WorksTheLastStepOut) {
  Receptive receptive{
      .layers = {{.kernel = 5, .stride = 2, .padding = 1}, {.kernel = 3, .padding = 2, .dilation = 2}},
      .input_size = 40,
      .layer = 2};
  EXPECT_EQ(worked_line(receptive, 0), "$r_{2} = 5 + (5 - 1) \\cdot 2 = 13$, $j_{2} = 2 \\cdot 1 = 2$");
  EXPECT_EQ(worked_line(receptive, 1), "centre $c_{2} = 1 + ((5 - 1) / 2 - 2) \\cdot 2 = 1$");
  receptive.layer = 0;
  EXPECT_EQ(worked_line(receptive, 0), "layer 0 is the image: $r_0 = 1$, $j_0 = 1$");
  receptive.layers.push_back({.kind = LayerKind::transposed, .kernel = 3, .stride = 2});
  receptive.layer = 3;
  EXPECT_EQ(worked_line(receptive, 0), "$j_{3} = j_{2} / s = 2 / 2 = 1$");
}

TEST(ReceptiveFieldWords, SaysWhatIsReadAndWhatIsNot) {
  EXPECT_TRUE(
      remarks_on(receptive_figure(receptive_preset("holes")), "of 13 pixels within the region only 7"));
  EXPECT_FALSE(remarks_on(receptive_figure(receptive_preset("no_holes")), "Holes"));
  Values large = with(receptive_preset("depth"), "input_size", "20");
  EXPECT_TRUE(remarks_on(receptive_figure(large), "The region of 81 pixels is larger than the image of 20."));
  EXPECT_FALSE(remarks_on(receptive_figure(receptive_preset("depth")), "larger than the image"));
}

/// A layer that is described reads what the readings count.
TEST(ReceptiveFieldWords, DescriptionAndReadingsAgree) {
  for (const char* id : {"pyramid", "holes", "shrinks_away", "unequal_jumps"}) {
    const Figure figure = receptive_figure(receptive_preset(id));
    const std::string description = fill(figure.description);
    const double field = reading(figure, "receptive_field"), read = reading(figure, "pixels_read");
    EXPECT_EQ(description.find("has no receptive field") != std::string::npos, std::isnan(field)) << id;
    EXPECT_EQ(description.find("no unit of it is drawn") != std::string::npos,
              !std::isnan(field) && std::isnan(read))
        << id << ": " << description;
    if (!std::isnan(read)) {
      EXPECT_NE(description.find(", " + std::to_string(std::lround(field)) + " along an axis, of which " +
                                 std::to_string(std::lround(read)) + " are read"),
                std::string::npos)
          << description;
    }
  }
}

}  // namespace
}  // namespace theta
