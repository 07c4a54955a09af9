// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text_difference.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

TEST(TextDifference, QuotesAShortLineWhole) {
  EXPECT_EQ(excerpt("# lab: rope", 7), "“# lab: rope”");
  EXPECT_EQ(excerpt("", 0), "“”");
  EXPECT_EQ(excerpt("a\tb", 0), "“a b”");
}

TEST(TextDifference, QuotesALongLineAroundThePlace) {
  const std::string words = excerpt(std::string(200, 'a') + "x" + std::string(200, 'b'), 200);
  EXPECT_TRUE(words.starts_with("“…aaa")) << words;
  EXPECT_TRUE(words.ends_with("bbb…”")) << words;
  EXPECT_NE(words.find("axb"), words.npos);
}

/// A cut within a character would be no UTF-8.
TEST(TextDifference, CutsBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "θ";
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const std::string words = excerpt(line, at);
    std::size_t continued = 0, begun = 0;
    for (const char c : words) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xC0) == 0x80) ++continued;
      if (byte >= 0xE0)
        begun += 2;
      else if (byte >= 0xC0)
        ++begun;
    }
    EXPECT_EQ(continued, begun) << at;
  }
}

TEST(TextDifference, NamesTheFirstLineThatDiffers) {
  EXPECT_EQ(line_that_differs("one\ntwo\nthree", "one\n2\nthree"), "line 2 is “two” instead of “2”");
  EXPECT_EQ(line_that_differs("one\n", "one\ntwo\n"), "line 2 is “” instead of “two”");
  EXPECT_EQ(line_that_differs("", "one"), "line 1 is “” instead of “one”");
}

TEST(TextDifference, XmlSaysTheSameHoweverItIsSpaced) {
  const std::string plain = R"(<a x="1" y="2"><b>word</b></a>)";
  EXPECT_TRUE(
      says_the_same_in_xml(plain, "<?xml version=\"1.0\"?>\n<a y='2'\n   x='1'>\n  <b>word</b>\n</a>\n"));
  EXPECT_TRUE(says_the_same_in_xml("<a/>", "<a></a>"));
  EXPECT_FALSE(says_the_same_in_xml(plain, R"(<a x="1" y="3"><b>word</b></a>)"));
  EXPECT_FALSE(says_the_same_in_xml(plain, R"(<a x="1" y="2"><b>words</b></a>)"));
  EXPECT_FALSE(says_the_same_in_xml("<a>", "<a>"));  // not whole
  EXPECT_FALSE(says_the_same_in_xml("", ""));
}

}  // namespace
}  // namespace theta
