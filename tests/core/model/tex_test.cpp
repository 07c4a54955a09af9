// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tex.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(Tex, IsWrittenInThreeWays) {
  const struct {
    const char *text, *rich, *spoken, *plain;
  } cases[] = {{"plain", "plain", "plain", "plain"},
               {"$\\theta_i$", "<i>θ</i><sub><i>i</i></sub>", "theta sub i", "θ_i"},
               {"$x^2$", "<i>x</i><sup>2</sup>", "x to the power of 2", "x^2"},
               {"$10000^{-2i/d}$", "10000<sup>−2</sup><sup><i>i</i></sup><sup>/</sup><sup><i>d</i></sup>",
                "10000 to the power of minus 2i/d", "10000^−2^i^/^d"},
               {"$\\mathrm{sgn}(x)$", "sgn(<i>x</i>)", "sgn(x)", "sgn(x)"},
               {"$\\sqrt{2}$", "√(2)", "the root of 2", "√(2)"},
               {"$\\frac{a}{b}$", "<i>a</i>/<i>b</i>", "a over b", "a/b"},
               {"$\\frac{a+b}{2}$", "(<i>a</i>+<i>b</i>)/2", "a+b over 2", "(a+b)/2"},
               {"$\\frac{1}{x_{1}-2}$", "1/(<i>x</i><sub>1</sub>−2)", "1 over x sub 1 minus 2", "1/(x_1−2)"},
               {"$\\bar{x}$", "<span style=\"text-decoration:overline\"><i>x</i></span>", "x bar", "x"},
               {"a < b & c", "a &lt; b &amp; c", "a < b & c", "a < b & c"},
               {"5 $", "5 $", "5 $", "5 $"},
               {"$\\$5$", "$5", "dollar5", "$5"},
               {"$a \\le b$", "<i>a</i>  ≤ <i>b</i>", "a at most b", "a  ≤ b"}};
  for (const auto& each : cases) {
    EXPECT_EQ(words(each.text), each.spoken) << each.text;
    EXPECT_EQ(plain_text(each.text), each.plain) << each.text;
    EXPECT_EQ(rich_text(each.text), each.rich) << each.text;
  }
}

TEST(Tex, RunsCarryTheirStyle) {
  const std::vector<theta::Run> want = {
      {"of ", false, false, 0}, {"q", true, false, 0}, {"m", true, false, -1}, {"2", false, false, 1}};
  EXPECT_EQ(runs("of $q_m^2$"), want);
}

TEST(Tex, UnknownAndBrokenIsWrittenAsItStands) {
  EXPECT_EQ(plain_text("$\\foo$"), "\\foo");
  EXPECT_EQ(plain_text("$a}b$"), "a}b");
  EXPECT_EQ(plain_text("${a$"), "a");
  EXPECT_EQ(plain_text("$$"), "");
  EXPECT_EQ(plain_text("$x$ and $y"), "x and $y");
  EXPECT_EQ(rich_text("$<b>$"), "&lt;<i>b</i>&gt;");
}

TEST(Tex, HostileInputEnds) {
  for (const char* piece : {"{", "}", "_", "^", "\\", "\\sqrt", "\\sqrt{", "\\frac", "\\frac{", "\\bar",
                            "\\bar{", "\\mathrm{", "^{", "_{", "\xff", "θ", "\\θ", "\\frac{a}{"}) {
    std::string formula = "$";
    for (int i = 0; i < 20'000; ++i) formula += piece;
    formula += "$";
    rich_text(formula);
    words(formula);
    plain_text(formula);
  }
  rich_text("$\\");
  rich_text("$\xe2$");
  rich_text("$_$");
  SUCCEED();
}

}  // namespace
}  // namespace theta
