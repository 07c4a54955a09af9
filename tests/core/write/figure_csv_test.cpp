// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_csv.h"

#include "core/model/problem.h"
#include "tests/core/write/every_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <random>
#include <sstream>

namespace theta {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(FigureCsv, says_what_it_was_drawn_from) {
  const Lab lab = small_lab();
  std::vector<std::string> header;
  for (const std::string& line : lines_of(write_figure_csv(every_layer(), small_origin(lab)))) {
    if (line.starts_with("#")) header.push_back(line);
  }
  EXPECT_THAT(header, testing::ElementsAre("# thetalab 1.2.3", "# lab: small", "# title: Small",
                                           "# description: One of each.", "# --set rate=0.1",
                                           "# --set shown=true", R"(# --set 'formula=x^2 + '\''a'\''')",
                                           "# reading third: 0.3333333333333333 m", "# reading nothing: none",
                                           "# panel panel: x is x (m); y is y"));
}

TEST(FigureCsv, carries_its_state_in_the_last_comment) {
  const Lab lab = small_lab();
  const std::string plain = write_figure_csv(every_layer(), small_origin(lab)),
                    carrying = write_figure_csv(every_layer(), small_origin(lab), "{\"a\":1}");
  EXPECT_THAT(plain, testing::Not(testing::HasSubstr("state")));
  std::string without = carrying;
  const std::string line = "# state: {\"a\":1}\n";
  const std::size_t at = without.find(line);
  ASSERT_NE(at, without.npos);
  EXPECT_TRUE(without.substr(at + line.size()).starts_with("panel,layer,kind"));
  EXPECT_EQ(without.erase(at, line.size()), plain);
}

TEST(FigureCsv, has_a_row_a_sample) {
  const Lab lab = small_lab();
  std::vector<std::string> table;
  for (const std::string& line : lines_of(write_figure_csv(every_layer(), small_origin(lab)))) {
    if (!line.starts_with("#")) table.push_back(line);
  }
  EXPECT_THAT(table, testing::ElementsAre(
                         "panel,layer,kind,item,x,y,low,high,value",            //
                         "panel,curve,curve,,0.1,5e-324,,,",                    //
                         "panel,curve,curve,,0.3333333333333333,,,,",           //
                         "panel,curve,curve,,1e+300,-0,,,",                     //
                         "panel,band,band,,1,,0.1,0.3,",                        //
                         "panel,band,band,,2,,0.2,0.7,",                        //
                         "panel,points,points,,1,3.141592653589793,,,",         //
                         "panel,bars,bars,,0,2,,,", "panel,bars,bars,,1,3,,,",  //
                         "panel,map,map,,0,10,,,1", "panel,map,map,,1,10,,,2", "panel,map,map,,2,10,,,3",
                         "panel,map,map,,0,20,,,4", "panel,map,map,,1,20,,,5", "panel,map,map,,2,20,,,6",
                         "panel,arrows,arrows,0,0,0,,,", "panel,arrows,arrows,0,1,2,,,",  //
                         "panel,polygons,polygons,0,0,0,,,", "panel,polygons,polygons,0,1,0,,,",
                         "panel,polygons,polygons,0,0,1,,,", "panel,polygons,polygons,1,2,2,,,",
                         "panel,polygons,polygons,1,3,3,,,",  //
                         "panel,arcs,arcs,0,0,0,0,1.5,2",     //
                         "panel,rule,rule,,,4,,,",            //
                         "panel,span,span,,,,1,2,",           //
                         "panel,note,note,,1,2,,,"));
}

TEST(FigureCsv, keeps_any_number_to_the_last_bit) {
  const Lab lab = small_lab();
  std::mt19937_64 generator(2);
  Points points{.mark = {.id = "any"}};
  while (points.x.size() < 20'000) {
    const double number = std::bit_cast<double>(generator());
    if (std::isfinite(number)) points.x.push_back(number);
  }
  points.y = points.x;
  Figure figure;
  figure.panels = {{.id = "panel", .layers = {points}}};
  std::vector<double> read;
  const std::string prefix = "panel,any,points,,";
  for (const std::string& line : lines_of(write_figure_csv(figure, small_origin(lab)))) {
    if (line.starts_with(prefix)) read.push_back(std::strtod(line.c_str() + prefix.size(), nullptr));
  }
  EXPECT_EQ(read, points.x);
}

TEST(FigureCsv, writes_the_figures_own_table) {
  const Lab lab = small_lab();
  Figure figure = every_layer();
  figure.table = {{.id = "layer", .numbers = {1, 2}},
                  {.id = "kind", .words = {"wide", "narrow"}},
                  {.id = "size", .numbers = {0.1, NAN}}};
  const std::string csv = write_table_csv(figure, small_origin(lab), "{\"a\":1}");
  EXPECT_TRUE(csv.ends_with("# state: {\"a\":1}\nlayer,kind,size\n1,wide,0.1\n2,narrow,\n")) << csv;
  EXPECT_TRUE(csv.starts_with("# thetalab 1.2.3\n"));
}

TEST(FigureCsv, refuses_a_table_that_a_figure_does_not_have) {
  const Lab lab = small_lab();
  try {
    write_table_csv(every_layer(), small_origin(lab));
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(),
                 "numbers: table was given; allowed: all or visible, as this figure has no table of its own");
  }
}

TEST(FigureCsv, says_how_a_sweep_is_drawn_again) {
  const Lab lab = small_lab();
  Origin origin = small_origin(lab);
  origin.sweep = SweepOf{"rate=0.1:0.5:3", "panel"};
  const std::string text = write_figure_csv(every_layer(), origin);
  EXPECT_THAT(text, testing::HasSubstr("# --set shown=true\n"));
  EXPECT_THAT(text, testing::HasSubstr("# --vary rate=0.1:0.5:3\n# --grid panel\n"));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("--set rate")));
  origin.sweep = SweepOf{"formula=x;x^2", ""};
  EXPECT_THAT(write_figure_csv(every_layer(), origin),
              testing::HasSubstr("# --vary 'formula=x;x^2'\n# read"));
}

Curve point_at(const char* id, double y) { return {.mark = {.id = id}, .x = {0}, .y = {y}}; }

TEST(FigureCsv, says_each_rows_value_of_what_was_varied) {
  const Lab lab = small_lab();
  Origin origin = small_origin(lab);
  Figure figure;
  figure.panels = {
      {.id = "p", .layers = {point_at("line-1", 2), point_at("line-3", 4), point_at("zero", 0)}}};
  const auto rows_are = [&](const std::string& rows) {
    const std::string text = write_figure_csv(figure, origin);
    EXPECT_TRUE(text.ends_with("\n" + rows)) << text;
  };
  origin.sweep = SweepOf{"rate=0.1:0.5:3", ""};
  rows_are(
      "panel,layer,kind,item,x,y,low,high,value,rate\n"
      "p,line-1,curve,,0,2,,,,0.1\np,line-3,curve,,0,4,,,,0.5\np,zero,curve,,0,0,,,,\n");
  origin.sweep = SweepOf{"formula=x;max(x,0)", ""};
  figure.panels[0].layers = {point_at("line-2", 2)};
  rows_are("panel,layer,kind,item,x,y,low,high,value,formula\np,line-2,curve,,0,2,,,,\"max(x,0)\"\n");
  origin.sweep = SweepOf{"rate=0.1:0.5:3", "p"};
  figure.panels = {{.id = "p-2", .layers = {point_at("line", 1)}}};
  rows_are("panel,layer,kind,item,x,y,low,high,value,rate\np-2,line,curve,,0,1,,,,0.3\n");
}

struct Timed {
  double delay = 2;
  std::int64_t steps = 3;
  static void describe(auto&& field) {
    field(&Timed::delay, Name{.id = "delay", .label = "Delay"}, Real{.low = 0, .high = 9, .unit = "ms"});
    field(&Timed::steps, Name{.id = "steps", .label = "Steps"},
          Integer{.low = 0, .high = 9, .unit = "tokens"});
  }
};

TEST(FigureCsv, says_units) {
  const Lab lab = make_lab<Timed>({.id = "timed", .name = "Timed", .group = "", .summary = "", .source = ""},
                                  [](const Timed&, const Pass&) { return Figure(); }, {});
  Origin origin = small_origin(lab);
  EXPECT_THAT(
      write_figure_csv({}, origin),
      testing::HasSubstr("# --set delay=2\n# --set steps=3\n# units: delay in ms, steps in tokens\n"));
  origin.sweep = SweepOf{"steps=1,2", ""};
  const std::string text = write_figure_csv({}, origin);
  EXPECT_THAT(text, testing::HasSubstr("# --vary steps=1,2\n# units: delay in ms, steps in tokens\n"));
  EXPECT_THAT(text, testing::EndsWith(",value,steps (tokens)\n"));
}

}  // namespace
}  // namespace theta
