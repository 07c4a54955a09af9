// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_remarks.h"

#include "tests/core/write/grid_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t lines_in(const std::string& text) {
  std::size_t lines = 1;
  for (std::size_t at = text.find("\\\\"); at != text.npos; at = text.find("\\\\", at + 1)) ++lines;
  return lines;
}

/// One panel whose pane ends so far above the page's foot.
std::vector<PgfPanel> pane_above(double foot) {
  const PgfStyle style = plain_style();
  return {{.pane_width = style.width, .pane_height = style.height - foot}};
}

TEST(PgfRemarks, none_are_nothing) { EXPECT_EQ(write_remarks({}, pane_above(5), plain_style()), ""); }

TEST(PgfRemarks, take_the_lines_that_lie_free) {
  Figure figure;
  for (int i = 0; i < 10; ++i)
    figure.remarks.push_back(say("Line {} leaves the plot at the right, where x is above one hundred.", i));
  const std::string roomy = write_remarks(figure, pane_above(30), plain_style());
  EXPECT_GE(lines_in(roomy), 5u);
  EXPECT_THAT(roomy, Not(HasSubstr("\\dots")));
  const std::string tight = write_remarks(figure, pane_above(6), plain_style());
  EXPECT_LE(lines_in(tight), 2u);
  EXPECT_THAT(tight, HasSubstr("\\dots")) << "what has no room is cut, not printed over the axis";
}

TEST(PgfRemarks, stand_on_the_foot_of_the_page) {
  Figure figure;
  figure.remarks = {"one"};
  EXPECT_THAT(write_remarks(figure, pane_above(6), plain_style()), HasSubstr("anchor=base west"));
  EXPECT_THAT(write_remarks(figure, pane_above(6), plain_style()), HasSubstr(",-79."));
}

}  // namespace
}  // namespace theta
