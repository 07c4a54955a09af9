// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/upright_words.h"

#include <gtest/gtest.h>

#include <utility>

namespace theta {
namespace {

/// A panel of that height, with words along its axis upwards.
PanelPlace place_of(double height, Text words = "share of the whole gradient") {
  Panel panel{.id = "panel"};
  panel.y.label = std::move(words);
  return lay_out({shape_of(panel)}, light_theme(), {400, height}).front();
}

UprightWords words_of(const PanelPlace& place) {
  return upright_words(place.shape.y.label, place, light_theme(), letterings(light_theme()).tick);
}

TEST(UprightWords, StandOnTwoLinesWhereOneHasNoRoom) {
  const UprightWords roomy = words_of(place_of(300)), low = words_of(place_of(160)),
                     flat = words_of(place_of(90));
  EXPECT_EQ(roomy.lines.size(), 1u);
  EXPECT_EQ(low.lines.size(), 2u);
  EXPECT_FALSE(roomy.cut || low.cut);
  EXPECT_TRUE(flat.cut);
}

TEST(UprightWords, TakeTheRoomOfTheirSecondLineFromThePlot) {
  EXPECT_NEAR(place_of(160).plot.left() - place_of(160, "share").plot.left(), tick_line, 1);
}

}  // namespace
}  // namespace theta
