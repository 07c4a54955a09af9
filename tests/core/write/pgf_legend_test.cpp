// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_legend.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>

namespace theta {
namespace {

using testing::HasSubstr;

TEST(PgfLegend, a_legend_that_has_room_above_the_plot_stands_there) {
  Figure figure = figure_of(Curve{.mark = {.id = "low", .label = "low"}, .x = {0, 1}, .y = {0.2, 0.2}});
  figure.panels[0].title = "Title";
  for (const char* name : {"middle", "high"})
    figure.panels[0].layers.push_back(
        Curve{.mark = {.id = name, .label = name}, .x = {0, 1}, .y = {0.8, 0.8}});
  const PgfStyle style = plain_style();
  auto places = grid_layout(figure, style.width, style.height);
  places[0].legend_left = places[0].left - 9;
  places[0].legend_height = 8;
  places[0].legend_rows = 2;
  const std::string text = written_in(places, figure, style);
  EXPECT_THAT(text, HasSubstr("legend columns=2,legend style={at={(0,1)},anchor=south west,xshift=-9mm"))
      << "it begins where the title does on the page";
  EXPECT_EQ(count(text, "\\addlegendentry"), 3u) << "no name stands beside its curve as well";
}

TEST(PgfLegend, legends_begin_with_the_keys) {
  Figure figure = every_layer();
  figure.panels[0].keys = {
      Curve{.mark = {.id = "key", .label = "by key", .role = Role::ink}, .dash = Dash::dotted}};
  const std::string text = written(figure);
  const std::size_t key = text.find("\\addlegendentry[text=thetaInkWords]{by key}");
  EXPECT_EQ(text.find("\\addlegendentry["), key);
  EXPECT_NE(key, text.npos);
}

/// A panel of curves with names, in a plot where none finds room beside its curve.
Figure named_curves(const std::vector<std::string>& names) {
  Figure figure = figure_of(Points{.mark = {.id = "points"}});
  std::vector<Layer>& layers = figure.panels[0].layers;
  layers.clear();
  for (const std::string& name : names)
    layers.push_back(Curve{.mark = {.id = name, .label = verbatim(name)}, .x = {0, 1}, .y = {0, 1}});
  return figure;
}

std::vector<std::string> entries_of(const std::string& text) {
  static const std::regex entry(R"(\\addlegendentry(?:\[[^\]]*\])?\{([^}]*)\})");
  std::vector<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), entry), end; it != end; ++it)
    names.push_back((*it)[1]);
  return names;
}

/// pgfplots fills one row after the other.
TEST(PgfLegend, names_go_down_the_columns) {
  const Figure figure = named_curves({"a", "b", "c", "d", "e"});
  const PgfStyle style = plain_style();
  auto places = grid_layout(figure, style.width, style.height);
  places[0].legend_left = places[0].left;
  places[0].legend_height = 8;
  places[0].legend_rows = 2;
  EXPECT_THAT(entries_of(written_in(places, figure, style)), testing::ElementsAre("a", "c", "e", "b", "d"));
  places[0].legend_rows = 3;
  EXPECT_THAT(entries_of(written_in(places, figure, style)), testing::ElementsAre("a", "d", "b", "e", "c"));
  places[0].legend_rows = 4;  // in two columns, the last of one
  EXPECT_THAT(entries_of(written_in(places, figure, style)),
              testing::ElementsAre("a", "e", "b", "", "c", "", "d"));
}

TEST(PgfLegend, curves_come_first_where_no_room_was_kept) {
  Figure figure = named_curves({"curve"});
  std::vector<Layer>& layers = figure.panels[0].layers;
  layers.insert(layers.begin(), Points{.mark = {.id = "points", .label = "points"}, .x = {0.5}, .y = {0.5}});
  const PgfStyle style = plain_style();
  auto places = grid_layout(figure, style.width, style.height);
  const PgfPlot plot(places[0], false, 0);
  const auto labels = [&] {
    std::vector<std::string> names;
    for (const PgfLegendEntry& entry : legend_entries(figure.panels[0], places[0], true, plot, style))
      names.push_back(fill(entry.label));
    return names;
  };
  EXPECT_THAT(labels(), testing::ElementsAre("curve", "points"));
  places[0].legend_height = 4;
  EXPECT_THAT(labels(), testing::ElementsAre("points", "curve"));
}

/// Where a legend wider than its room would leave the page, its letters are smaller.
TEST(PgfLegend, stays_within_its_pane) {
  const std::string name = "a scheme with a name";
  const Figure figure = named_curves({name, name + " 2", name + " 3", name + " 4"});
  const PgfStyle style = plain_style();
  auto places = grid_layout(figure, style.width, style.height);
  places[0].legend_left = places[0].left;
  places[0].legend_height = 4;
  places[0].legend_rows = 1;
  static const std::regex font(R"(legend style=.*font=\\fontsize\{([0-9.]+)pt)");
  std::smatch found;
  const std::string text = written_in(places, figure, style);
  ASSERT_TRUE(std::regex_search(text, found, font));
  EXPECT_LT(std::stod(found[1]), style.font_size);
  places[0].legend_rows = 2;
  const std::string roomy = written_in(places, figure, style);
  EXPECT_FALSE(std::regex_search(roomy, found, font));
}

TEST(PgfLegend, stands_beside_the_title_or_where_the_plot_is_empty) {
  Figure figure = named_curves({""});
  for (const char* key : {"one", "two", "three"})
    figure.panels[0].keys.push_back(Curve{.mark = {.id = key, .label = key}});
  figure.panels[0].title = "Title";
  EXPECT_THAT(written(figure), HasSubstr("legend columns=3,legend style={at={(1,1)},anchor=east"));
  figure.panels[0].title =
      "A title so long that it leaves no room for a legend at its right hand side, nor two lines";
  const std::string text = written(figure);
  EXPECT_THAT(text, HasSubstr("legend columns=1,legend style={at={(0,0)},anchor=north west"));
  EXPECT_THAT(text, HasSubstr("theta ground,draw=thetaGrid"));
  static const std::regex place(R"(anchor=north west,xshift=([0-9.]+)mm,yshift=([0-9.]+)mm)");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(text, found, place));
  EXPECT_GT(std::abs(std::stod(found[1]) / 102 - std::stod(found[2]) / 58), 0.2) << "off the diagonal";
}

}  // namespace
}  // namespace theta
