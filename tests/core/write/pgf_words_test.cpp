// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_words.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

constexpr Rectangle page = {0, 100, 0, 50};

TEST(PgfWords, words_do_not_lie_where_others_do) {
  PgfWords words(page, 3);
  const std::vector<WordPlace> places = {{{50, 20}}, {{50, 21}}, {{50, 40}}};
  EXPECT_EQ(words.put_if_free("some words", places)->at.y(), 20);
  EXPECT_EQ(words.put_if_free("some words", places)->at.y(), 40) << "the second place is too near";
  EXPECT_FALSE(words.put_if_free("some words", places));
  EXPECT_EQ(words.put("some words", places).at.y(), 20) << "all cover as much: the first";
}

TEST(PgfWords, words_keep_clear_of_what_is_drawn) {
  PgfWords words(page, 3);
  words.add_ink(PageLine{{0, 20}, {100, 20}});
  EXPECT_EQ(words.put("some words", {{{50, 20}}, {{50, 30}}}).at.y(), 30);
  PgfWords other(page, 3);
  other.add_ink(PagePoint(50, 20));
  EXPECT_GT(other.covered({49, 51, 19, 21}), 0);
  EXPECT_EQ(other.covered({51, 60, 19, 21}), 0);
}

/// A line is ink all along, however far apart its points.
TEST(PgfWords, a_line_leaves_no_gap_for_words) {
  PgfWords words(page, 3);
  words.add_ink(PageLine{{0, 0}, {100, 50}});
  for (double x = 2; x < 98; x += 0.5)
    EXPECT_GT(words.covered({x - 0.5, x + 0.5, x / 2 - 0.5, x / 2 + 0.5}), 0) << x;
}

TEST(PgfWords, words_stay_within_their_plot) {
  for (const WordPlace::Align align :
       {WordPlace::Align::begins, WordPlace::Align::centred, WordPlace::Align::ends}) {
    for (const double x : {0.0, 100.0}) {
      PgfWords words(page, 3);
      const double width = estimated_width("some words", 3);
      const WordPlace place = words.put("some words", {{{x, 49}, align}});
      const double left = place.at.x() - (align == WordPlace::Align::begins    ? 0
                                          : align == WordPlace::Align::centred ? width / 2
                                                                               : width);
      EXPECT_GE(left, 0);
      EXPECT_LE(left + width, 100);
      EXPECT_LE(place.at.y(), 49);
    }
  }
}

TEST(PgfWords, widths_count_glyphs_not_bytes) {
  EXPECT_EQ(estimated_width("αβγ", 3), estimated_width("abc", 3));
  EXPECT_NEAR(estimated_width("abcabc", 3), 2 * estimated_width("abc", 3), 1e-12);
  EXPECT_GT(estimated_width("abc", 2) / 2, estimated_width("abc", 3) / 3) << "small sizes are cut wider";
}

}  // namespace
}  // namespace theta
