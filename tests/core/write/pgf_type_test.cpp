// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_type.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

std::vector<std::string> filled(const std::vector<Text>& lines) {
  std::vector<std::string> words;
  for (const Text& each : lines) words.push_back(fill(each));
  return words;
}

TEST(PgfType, widths_are_those_of_the_letters) {
  EXPECT_NEAR(set_width("ill", {.size = 10}), 10 * 0.222 * 3, 1e-9) << "Helvetica.afm";
  EXPECT_NEAR(set_width("mmm", {.size = 10}), 10 * 0.833 * 3, 1e-9);
  EXPECT_NEAR(set_width("mmm", {.size = 10 * 25.4 / 72.27, .serif = true}), 25.4 / 72.27 * 0.833 * 30, 0.1)
      << "cmr10";
  EXPECT_GT(set_width("mmm", {.size = 1.76, .serif = true}) / 1.76,
            set_width("mmm", {.size = 3.51, .serif = true}) / 3.51)
      << "small sizes of Computer Modern are cut wider";
  EXPECT_GT(set_width("words", {.size = 3, .bold = true}), set_width("words", {.size = 3}));
}

TEST(PgfType, widths_count_glyphs_not_bytes) {
  EXPECT_LT(set_width("αβγ", {.size = 10}), 20);
  EXPECT_NEAR(set_width("abcabc", {.size = 3}), 2 * set_width("abc", {.size = 3}), 1e-12);
  EXPECT_LT(set_width("$x^{abc}$", {.size = 3}), set_width("$xabc$", {.size = 3}))
      << "raised signs are smaller";
}

TEST(PgfType, lines_end_between_words_but_not_in_a_formula) {
  const PgfType type{.size = 3};
  const Text text = "three words $a + b$ here";
  const double width = set_width("three words", type) + 0.1;
  EXPECT_EQ(filled(broken({text}, width, type)), (std::vector<std::string>{"three words", "$a + b$ here"}));
  EXPECT_EQ(filled(broken({text}, 0, type)), (std::vector<std::string>{"three", "words", "$a + b$", "here"}));
  EXPECT_EQ(filled(broken({text}, 100, type)), std::vector<std::string>{fill(text)});
  EXPECT_EQ(filled(broken({"one", "two"}, 100, type)), std::vector<std::string>{"one $\\quad$ two"});
}

TEST(PgfType, a_text_too_long_ends_in_dots) {
  const PgfType type{.size = 3};
  EXPECT_EQ(fill(shortened("one two three", set_width("one two …", type), type)), "one two …");
  EXPECT_EQ(fill(shortened("one two", 100, type)), "one two");
  EXPECT_EQ(fill(shortened("one two", 0, type)), "one …") << "the first word stays";
}

TEST(PgfType, several_lines_are_a_box) {
  EXPECT_EQ(stacked({"$\\theta$"}, 20, "\\raggedright"), "$\\theta$");
  EXPECT_EQ(stacked({"a", "b"}, 20, "\\raggedright"), "\\parbox[b]{20mm}{\\raggedright a\\\\b}");
}

}  // namespace
}  // namespace theta
