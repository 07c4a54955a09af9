// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_labels.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PgfLabels, curves_are_named_beside_them_or_all_in_the_legend) {
  Figure figure = figure_of(Curve{.mark = {.id = "low", .label = "low"}, .x = {0, 1}, .y = {0.2, 0.2}});
  figure.panels[0].layers.push_back(
      Curve{.mark = {.id = "high", .label = "50 %"}, .x = {0, 1}, .y = {0.8, 0.8}});
  const std::string roomy = written(figure);
  EXPECT_THAT(roomy, HasSubstr("{50 \\%};"));
  EXPECT_THAT(roomy, Not(HasSubstr("\\addlegendentry")));
  Points everywhere{.mark = {.id = "everywhere"}};
  for (int i = 0; i < 100; ++i) {
    for (int j = 0; j < 100; ++j) {
      everywhere.x.push_back(i / 99.0);
      everywhere.y.push_back(j / 99.0);
    }
  }
  figure.panels[0].layers.push_back(everywhere);
  const std::string crowded = written(figure);
  EXPECT_THAT(crowded, HasSubstr("{low}\n"));
  EXPECT_THAT(crowded, HasSubstr("{50 \\%}\n"));
}

TEST(PgfLabels, words_do_not_lie_over_one_another) {
  Figure figure =
      figure_of(Note{.mark = {.id = "note"}, .text = "a note", .at = {0.1, 0.99}, .anchor = Anchor::right});
  figure.panels[0].layers.push_back(Rule{.mark = {.id = "rule"}, .at = 0.1, .note = "a rule"});
  const std::string text = written(figure);
  const auto note = coordinates(text, "\\node[theta words,text=thetaSeries1Words,anchor=mid west]");
  const auto rule = coordinates(text.substr(text.find("{a note}")), "\\node");
  ASSERT_EQ(note.size(), 1u);
  ASSERT_EQ(rule.size(), 1u);
  EXPECT_TRUE(std::abs(note[0].y - rule[0].y) > 0.03 || rule[0].x < 0.1);
}

TEST(PgfLabels, words_over_what_is_drawn_have_a_ground) {
  const Note note{.mark = {.id = "note"}, .text = "4", .at = {0.5, 0.5}, .anchor = Anchor::centre};
  Figure figure = figure_of(note);
  EXPECT_THAT(written(figure), Not(HasSubstr("\\node[theta words,theta ground")));
  figure.panels[0].layers.insert(figure.panels[0].layers.begin(),
                                 Curve{.mark = {.id = "level"}, .x = {0, 1}, .y = {0, 1}});
  EXPECT_THAT(written(figure), HasSubstr("\\node[theta words,theta ground,text=thetaSeries1Words"));
}

TEST(PgfLabels, a_symbol_at_an_arrow_keeps_clear_of_it) {
  const std::string text =
      written(figure_of(Arrows{.mark = {.id = "arrows"}, .arrows = {{{0.2, 0.5}, {0.5, 0.5}, "$W_y$"}}}));
  const auto name = coordinates(text, "\\node[theta words,text=thetaSeries1Words");
  ASSERT_EQ(name.size(), 1u) << "it needs no ground";
  EXPECT_GT(name[0].x, 0.52);
  EXPECT_THAT(text, HasSubstr("\\boldmath"));
}

}  // namespace
}  // namespace theta
