// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latex.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

struct LatexCase {
  const char *text, *latex;
};

class Latex : public testing::TestWithParam<LatexCase> {};

TEST_P(Latex, is_what_pdflatex_sets) {
  EXPECT_EQ(latex(std::string_view(GetParam().text)), GetParam().latex);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Latex,
    testing::Values(
        LatexCase{"", ""}, LatexCase{"Plain words.", "Plain words."},
        LatexCase{"angle $\\theta_i$ (rad)", "angle $\\theta_i$ (rad)"}, LatexCase{"$a$$b$", "$a$$b$"},
        LatexCase{"no $ $formula$$", "no formula"},
        LatexCase{"50 % of #1 & {x_y} ~^\\",
                  "50 \\% of \\#1 \\& \\{x\\_y\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}"},
        LatexCase{"a single $ stays", "a single \\$ stays"}, LatexCase{"−1.5", "$-$1.5"},
        LatexCase{"3.07·10⁻⁷", "3.07$\\cdot$10$^{-7}$"}, LatexCase{"10\u2009000", "10\\,000"},
        LatexCase{"3π/4", "3$\\pi$/4"}, LatexCase{"m₂ and x₁²", "m$_{2}$ and x$_{1}^{2}$"},
        LatexCase{"⟨q, k⟩ ≤ 1", "$\\langle$q, k$\\rangle$ $\\le$ 1"}, LatexCase{"28.6°", "28.6$^\\circ$"},
        LatexCase{"slope $f\\prime\\prime(x)$, f′", "slope $f''(x)$, f$'$"}, LatexCase{"a < b", "a $<$ b"},
        LatexCase{"“γ”…", "``$\\gamma$''\\dots{}"},
        LatexCase{"$y = −1.5·10⁻⁷ θ$", "$y = -1.5\\cdot 10^{-7} \\theta$"},
        LatexCase{"$10\u2009000$", "$10\\,000$"}, LatexCase{"θ 最", "$\\theta$ 最"}));

TEST(LatexOfText, fills_in_arguments) {
  EXPECT_EQ(latex(say("$y = {} x$ of {}", -2.0, "a_b")), "$y = -2 x$ of a\\_b");
}

}  // namespace
}  // namespace theta
