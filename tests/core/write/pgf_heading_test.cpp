// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_heading.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace theta {
namespace {

using testing::HasSubstr;

TEST(PgfHeading, axes_are_named_where_they_say_so) {
  Figure figure = every_layer();
  EXPECT_EQ(count(written(figure), "xlabel="), 1u);
  figure.panels[0].x.label_shown = false;
  EXPECT_EQ(count(written(figure), "xlabel="), 0u);
}

constexpr const char* long_title = "Effective field: how much each pixel counts";

/// A pane as wide as half of a journal's column.
PgfPanel narrow_pane() {
  return {.left = 12, .top = 8, .width = 30, .height = 20, .pane_width = 45, .pane_height = 38};
}

TEST(PgfHeading, a_title_takes_the_pane_and_two_lines_where_it_must) {
  const PgfStyle style = plain_style();
  PgfPanel wide = narrow_pane();
  wide.pane_width = 100;
  EXPECT_EQ(title_lines({.id = "p", .title = long_title}, wide, style),
            std::vector<Text>{verbatim(long_title)})
      << "though the plot is narrower";
  const std::vector<Text> lines = title_lines({.id = "p", .title = long_title}, narrow_pane(), style);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(fill(lines[0]) + " " + fill(lines[1]), long_title);
}

TEST(PgfHeading, a_short_title_stands_in_for_a_long_one) {
  const PgfStyle style = plain_style();
  const Panel panel{.id = "p", .title = long_title, .short_title = "Effective field"};
  EXPECT_EQ(title_lines(panel, narrow_pane(), style), std::vector<Text>{verbatim("Effective field")});
}

TEST(PgfHeading, a_title_that_needs_more_lines_is_cut) {
  const std::vector<Text> lines = title_lines(
      {.id = "p", .title = verbatim(std::string(long_title) + ", " + long_title + ", " + long_title)},
      narrow_pane(), plain_style());
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_TRUE(fill(lines[0]).ends_with(" …"));
}

TEST(PgfHeading, what_a_title_leaves_is_free_for_a_legend) {
  const PgfStyle style = plain_style();
  PgfPanel wide = narrow_pane();
  wide.pane_width = 100;
  const double all = room_beside_title({.id = "p"}, wide, style),
               some = room_beside_title({.id = "p", .title = "Title"}, wide, style);
  EXPECT_LT(some, all - 5);
  EXPECT_GT(some, 70);
  EXPECT_EQ(room_beside_title({.id = "p", .title = long_title}, narrow_pane(), style), 0);
}

/// The turned title's shift along the page's height, as its options have it.
double height_of_turned(const std::string& options) {
  const std::size_t from = options.find("ylabel style={xshift=");
  return std::stod(options.substr(from + std::string("ylabel style={xshift=").size()));
}

TEST(PgfHeading, the_title_of_an_upright_axis_stays_in_its_pane) {
  const PgfStyle style = plain_style();
  PgfPanel place = narrow_pane();
  place.y.label = "dimension";
  EXPECT_NEAR(height_of_turned(axis_title_options(place, style)), 10, 1e-3) << "beside the plot's middle";
  place.y.label = "dimension, a wavelength";
  const double middle = height_of_turned(axis_title_options(place, style)),
               half = set_width(place.y.label, type_of(style)) / 2;
  EXPECT_GT(half, 10) << "longer than the plot is high";
  EXPECT_LT(place.top + place.height - middle + half, place.pane_height);
  place.y.label = "dimension, with wavelength in tokens";
  EXPECT_THAT(axis_title_options(place, style), HasSubstr("\\parbox[b]")) << "two lines";
}

}  // namespace
}  // namespace theta
