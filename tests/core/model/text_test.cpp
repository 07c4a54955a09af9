// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(Text, ArgumentsFillTheirSlots) {
  EXPECT_EQ(fill(say("Pair {} of {}", 3, 64)), "Pair 3 of 64");
  EXPECT_EQ(fill(say("{} and {}", 0.5, -1.5)), "0.5 and −1.5");
  EXPECT_EQ(fill(say("{}", std::size_t{10000})), "10\u2009000");
  EXPECT_EQ(fill(say("{} is {}", "it", say("of {}", "words"))), "it is of words");
  EXPECT_EQ(fill(Text()), "");
  EXPECT_TRUE(Text().empty());
}

TEST(Text, TooFewOrTooManyArgumentsAreNoHarm) {
  EXPECT_EQ(fill(say("{} {}", 1)), "1 {}");
  EXPECT_EQ(fill(say("none", 1)), "none");
  EXPECT_EQ(fill(say("{1}", 1)), "{1}");
  EXPECT_EQ(fill(say("{", 1)), "{");
}

TEST(Text, BracesOfArgumentsAndFormulasStay) {
  EXPECT_EQ(fill(say("{}, {}", "{}", 2)), "{}, 2");
  EXPECT_EQ(fill(say("{} {}", "{1}", 2)), "{1} 2");
  EXPECT_EQ(fill(say("$x_{ij}$ is {}", 2)), "$x_{ij}$ is 2");
  EXPECT_EQ(fill(verbatim("100 {} %")), "100 {} %");
}

TEST(Text, ATranslationMayReorderAndLeaveOut) {
  const struct {
    const char* translation;
    const char* want;
  } cases[] = {
      {"{} von {}", "3 von 64"}, {"{1}: {0}", "64: 3"}, {"{0}, {0}, {1}", "3, 3, 64"}, {"{}", "3"}, {"", ""},
      {"{2} {}", "{2} 3"},       {"{1} {}", "64 3"}};
  for (const auto& each : cases)
    EXPECT_EQ(fill(say("Pair {} of {}", 3, 64), [&](const std::string&) { return each.translation; }),
              each.want);
}

TEST(Text, TranslatesWhatIsLanguageAndNothingElse) {
  const Translation shout = [](const std::string& message) { return message + "!"; };
  EXPECT_EQ(fill(say("a {}", say("b")), shout), "a b!!");
  EXPECT_EQ(fill(say("a {}", verbatim("GPT-2")), shout), "a GPT-2!");
}

TEST(Text, EqualityIsByMessageAndArguments) {
  EXPECT_EQ(say("a {}", 1), say("a {}", 1));
  EXPECT_FALSE(say("a {}", 1) == say("a {}", 2));
  EXPECT_FALSE(say("a {}", 1) == say("a {}", 1.0));
  EXPECT_FALSE(Text("a") == Text("b"));
}

}  // namespace
}  // namespace theta
