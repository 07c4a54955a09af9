// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_pen.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PgfPen, lines_have_their_dash_width_and_colour) {
  PgfStyle style = plain_style();
  style.line_width = 2;
  const Curve curve{
      .mark = {.id = "c", .role = Role::series_3}, .x = {0, 1}, .y = {0, 1}, .dash = Dash::dashed};
  const std::string text = written(figure_of(curve), style);
  EXPECT_THAT(text, HasSubstr("\\addplot[thetaSeries3,line width=2.25pt,dash pattern=on 9pt off 4.5pt]"));
  EXPECT_EQ(count(text, "\\definecolor{thetaSeries3}{RGB}{20,0,200}"), 1u);
  EXPECT_THAT(text, Not(HasSubstr("thetaSeries1")));
}

}  // namespace
}  // namespace theta
