// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_words.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

constexpr Rectangle page = {0, 100, 0, 50};
constexpr PgfType type = {.size = 3};

TEST(PgfWords, words_do_not_lie_where_others_do) {
  PgfWords words(page, type);
  const std::vector<WordPlace> places = {{{50, 20}}, {{50, 21}}, {{50, 40}}};
  EXPECT_EQ(words.put_if_free("some words", places, type)->at.y(), 20);
  EXPECT_EQ(words.put_if_free("some words", places, type)->at.y(), 40) << "the second place is too near";
  EXPECT_FALSE(words.put_if_free("some words", places, type));
  EXPECT_FALSE(words.put("some words", places, type)) << "words never lie over others";
}

TEST(PgfWords, words_keep_clear_of_what_is_drawn) {
  PgfWords words(page, type);
  words.add_ink(PageLine{{0, 20}, {100, 20}});
  EXPECT_EQ(words.put("some words", {{{50, 20}}, {{50, 30}}}, type)->at.y(), 30);
  const auto over = words.put("some words", {{{50, 20}}}, type);
  ASSERT_TRUE(over);
  EXPECT_TRUE(over->over_drawing) << "rather than nowhere";
  PgfWords other(page, type);
  other.add_ink(PagePoint(50, 20));
  EXPECT_GT(other.covered({49, 51, 19, 21}), 0);
  EXPECT_EQ(other.covered({51, 60, 19, 21}), 0);
}

/// A line is ink all along, however far apart its points.
TEST(PgfWords, a_line_leaves_no_gap_for_words) {
  PgfWords words(page, type);
  words.add_ink(PageLine{{0, 0}, {100, 50}});
  for (double x = 2; x < 98; x += 0.5)
    EXPECT_GT(words.covered({x - 0.5, x + 0.5, x / 2 - 0.5, x / 2 + 0.5}), 0) << x;
}

TEST(PgfWords, words_stay_within_their_plot) {
  for (const WordPlace::Align align :
       {WordPlace::Align::begins, WordPlace::Align::centred, WordPlace::Align::ends}) {
    for (const double x : {0.0, 100.0}) {
      PgfWords words(page, type);
      const double width = set_width("some words", type);
      const WordPlace place = words.put("some words", {{{x, 49}, align}}, type).value();
      const double left = place.at.x() - (align == WordPlace::Align::begins    ? 0
                                          : align == WordPlace::Align::centred ? width / 2
                                                                               : width);
      EXPECT_GE(left, 0);
      EXPECT_LE(left + width, 100);
      EXPECT_LE(place.at.y(), 49);
    }
  }
}

}  // namespace
}  // namespace theta
