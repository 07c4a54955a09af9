// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_pgfplots.h"

#include "tests/core/write/every_layer.h"
#include "tests/core/write/grid_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numbers>
#include <random>
#include <regex>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

std::string written_in(const std::vector<PgfPanel>& places, const Figure& figure, const PgfStyle& style) {
  const Lab lab = small_lab();
  return write_figure_pgfplots(figure, small_origin(lab), places, style);
}

std::string written(const Figure& figure, const PgfStyle& style = plain_style()) {
  return written_in(grid_layout(figure, style.width, style.height), figure, style);
}

/// A figure of one panel with one layer.
Figure figure_of(const Layer& layer, const Axis& x = {}, const Axis& y = {}) {
  Figure figure{.title = "One"};
  figure.panels = {{.id = "panel", .x = x, .y = y, .layers = {layer}}};
  return figure;
}

/// All coordinates after a text up to the end of the statement.
std::vector<Point> coordinates(const std::string& text, const std::string& after) {
  const std::size_t from = text.find(after);
  if (from == text.npos) return {};
  const std::string statement = text.substr(from, text.find(';', from) - from);
  static const std::regex pair(R"(\(([-+.0-9enai]+),([-+.0-9enai]+)\))");
  std::vector<Point> points;
  for (std::sregex_iterator it(statement.begin(), statement.end(), pair), end; it != end; ++it)
    points.push_back(
        {std::strtod((*it)[1].str().c_str(), nullptr), std::strtod((*it)[2].str().c_str(), nullptr)});
  return points;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST(FigurePgfplots, says_what_it_was_drawn_from) {
  const std::string text = written(every_layer());
  EXPECT_TRUE(
      text.starts_with("% thetalab 1.2.3\n% lab: small\n% title: Small\n% description: One of each.\n"
                       "% --set rate=0.1\n"));
  EXPECT_THAT(text, HasSubstr("\n% reading third: 0.3333333333333333 m\n"));
}

TEST(FigurePgfplots, carries_a_state_that_opens_or_none) {
  PgfStyle style = plain_style();
  EXPECT_THAT(written(every_layer(), style), Not(HasSubstr("state:")));
  style.state = R"({"format":"thetalab"})";
  EXPECT_THAT(written(every_layer(), style), HasSubstr("\n% state: {\"format\":\"thetalab\"}\n"));
}

TEST(FigurePgfplots, has_a_ground_unless_it_is_the_papers) {
  PgfStyle style = plain_style();
  EXPECT_THAT(written(every_layer(), style), Not(HasSubstr("\\fill[thetaGround]")));
  style.ground = Rgb{255, 255, 255};
  EXPECT_THAT(written(every_layer(), style), Not(HasSubstr("\\fill[thetaGround]")));
  style.ground = Rgb{20, 24, 29};
  EXPECT_THAT(written(every_layer(), style), HasSubstr("\\fill[thetaGround] (0,0) rectangle (120,-80);"));
}

TEST(FigurePgfplots, comments_stay_on_their_line) {
  Figure figure = every_layer();
  figure.title = "two\nlines";
  EXPECT_THAT(written(figure), HasSubstr("\n% title: two lines\n"));
}

TEST(FigurePgfplots, numbers_read_back_to_their_digits) {
  Points points{.mark = {.id = "points"}};
  for (int i = 0; i <= 1000; ++i) {
    points.x.push_back(-1 + 3 * i / 1000.0);
    points.y.push_back(std::exp(points.x.back()));
  }
  for (const AxisScale scale : {AxisScale::linear, AxisScale::log}) {
    const std::vector<Point> read = coordinates(
        written(figure_of(points, {.low = -1, .high = 2}, {.scale = scale, .low = 0.1, .high = 10})),
        "\\addplot");
    ASSERT_EQ(read.size(), points.x.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      EXPECT_NEAR(read[i].x, points.x[i], 6e-8);
      EXPECT_NEAR(read[i].y, points.y[i], scale == AxisScale::log ? 1e-7 * points.y[i] : 6e-7);
    }
  }
}

TEST(FigurePgfplots, a_curve_keeps_the_points_that_bend_it) {
  Curve curve{.mark = {.id = "curve"}};
  for (int i = 0; i <= 1000; ++i) {
    curve.x.push_back(i / 1000.0);
    curve.y.push_back(std::abs(i - 500) / 500.0);
  }
  EXPECT_EQ(coordinates(written(figure_of(curve)), "\\addplot"),
            (std::vector<Point>{{0, 1}, {0.5, 0}, {1, 1}}));
}

TEST(FigurePgfplots, round_numbers_stay_round) {
  const Points points{.mark = {.id = "points"}, .x = {0, 0.1, 0.3, 1}, .y = {0.7, -0.0, 1e-3, 1}};
  EXPECT_THAT(written(figure_of(points)), HasSubstr("{\n(0,0.7) (0.1,0) (0.3,0.001) (1,1)\n}"));
}

TEST(FigurePgfplots, a_gap_and_an_edge_cut_a_curve) {
  const Curve curve{
      .mark = {.id = "curve"}, .x = {0, 0.2, 0.4, 0.6, 0.8, 1}, .y = {0, 0.5, no_value, 0.5, 1.5, 1.6}};
  const std::vector<Point> read = coordinates(written(figure_of(curve)), "\\addplot");
  ASSERT_EQ(read.size(), 5u);
  EXPECT_TRUE(std::isnan(read[2].y));
  EXPECT_EQ(read[3], (Point{0.6, 0.5}));
  EXPECT_EQ(read[4], (Point{0.7, 1}));
}

TEST(FigurePgfplots, nothing_lies_outside_of_its_axis) {
  const double far = 1e6;
  const std::vector<Layer> layers = {
      Curve{.mark = {.id = "c"}, .x = {-far, far}, .y = {-far, far}},
      Band{.mark = {.id = "b"}, .x = {-far, far}, .low = {-far, 0}, .high = {far, far}},
      Bars{.mark = {.id = "r"}, .x = {0.5}, .y = {far}},
      Arrows{.mark = {.id = "a"}, .arrows = {{{-far, 0.5}, {far, 0.5}}}},
      Polygons{.mark = {.id = "p"}, .outlines = {{{-far, -far}, {far, -far}, {0.5, far}}}},
      Arcs{.mark = {.id = "s"}, .arcs = {{{0.5, 0.5}, 0.6, 0, 7}}, .opacity = 0.5},
      Span{.mark = {.id = "w"}, .low = -far, .high = far}};
  for (const Layer& layer : layers) {
    for (const char* statement : {"\\addplot", "\\path", "\\draw"}) {
      for (const Point point : coordinates(written(figure_of(layer)), statement)) {
        if (std::isnan(point.x)) continue;
        EXPECT_GE(std::min(point.x, point.y), 0) << kind_id(layer);
        EXPECT_LE(std::max(point.x, point.y), 1) << kind_id(layer);
      }
    }
  }
}

TEST(FigurePgfplots, a_long_line_has_what_a_page_can_show) {
  Curve noise{.mark = {.id = "noise"}};
  for (int i = 0; i < 200'000; ++i) {
    noise.x.push_back(i / 200'000.0);
    noise.y.push_back(i == 77'777 ? 1 : 0.5 + 0.3 * std::sin(1e4 * i));
  }
  const std::vector<Point> read = coordinates(written(figure_of(noise)), "\\addplot");
  EXPECT_LT(read.size(), 10'000u);
  EXPECT_EQ(std::ranges::max(read, {}, &Point::y).y, 1);
}

TEST(FigurePgfplots, many_marks_are_those_that_are_seen) {
  Points points{.mark = {.id = "points"}};
  for (int i = 0; i < 100'000; ++i) {
    points.x.push_back(i % 10 / 10.0);
    points.y.push_back(0.5);
  }
  EXPECT_EQ(coordinates(written(figure_of(points)), "\\addplot").size(), 10u);
}

TEST(FigurePgfplots, a_narrow_axis_counts_from_near_its_place) {
  const Axis x{.low = 1e6, .high = 1e6 + 2};
  const Points points{.mark = {.id = "points"}, .x = {1e6, 1e6 + 1, 1e6 + 1.5}, .y = {0, 0.5, 1}};
  const std::string text = written(figure_of(points, x));
  EXPECT_THAT(text, HasSubstr("xmin=0,xmax=2"));
  EXPECT_THAT(text, HasSubstr("(0,0) (1,0.5) (1.5,1)"));
  EXPECT_THAT(text, HasSubstr("xtick={0,0.5,1,1.5,2},xticklabels={{1\\,000\\,000},"));
}

TEST(FigurePgfplots, axes_have_their_scales_and_ticks) {
  const Points points{.mark = {.id = "points"}, .x = {1}, .y = {1}};
  const Axis turn{.label = "angle $\\theta$", .low = 0, .high = std::numbers::pi, .multiples_of_pi = true};
  const Axis log{.scale = AxisScale::log, .low = 1e-4, .high = 1};
  const Axis names{.scale = AxisScale::category, .low = -0.5, .high = 1.5, .categories = {"a_1", "100 %"}};
  const std::string text = written(figure_of(points, turn, log));
  EXPECT_THAT(text, HasSubstr("{$\\pi$/4},{$\\pi$/2}"));
  EXPECT_THAT(text, HasSubstr("ymin=0.0001,ymax=1,ymode=log"));
  EXPECT_THAT(text, HasSubstr("{10$^{-4}$}"));
  EXPECT_THAT(text, HasSubstr("xlabel={angle $\\theta$}"));
  EXPECT_THAT(written(figure_of(points, names)), HasSubstr("xtick={0,1},xticklabels={{a\\_1},{100 \\%}}"));
}

TEST(FigurePgfplots, plots_stand_where_they_were_laid_out) {
  const Figure figure = figure_of(Points{.mark = {.id = "points"}});
  EXPECT_THAT(written(figure), HasSubstr("at={(14mm,-68mm)},width=102mm,height=58mm"));
  EXPECT_THAT(written(figure), HasSubstr("paperwidth=120mm,paperheight=80mm"));
}

TEST(FigurePgfplots, lines_have_their_dash_width_and_colour) {
  PgfStyle style = plain_style();
  style.line_width = 2;
  const Curve curve{
      .mark = {.id = "c", .role = Role::series_3}, .x = {0, 1}, .y = {0, 1}, .dash = Dash::dashed};
  const std::string text = written(figure_of(curve), style);
  EXPECT_THAT(text, HasSubstr("\\addplot[thetaSeries3,line width=2.25pt,dash pattern=on 9pt off 4.5pt]"));
  EXPECT_EQ(count(text, "\\definecolor{thetaSeries3}{RGB}{20,0,200}"), 1u);
  EXPECT_THAT(text, Not(HasSubstr("thetaSeries1")));
}

TEST(FigurePgfplots, curves_are_named_beside_them_or_all_in_the_legend) {
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
  EXPECT_THAT(crowded, HasSubstr("\\addlegendentry{low}"));
  EXPECT_THAT(crowded, HasSubstr("\\addlegendentry{50 \\%}"));
}

TEST(FigurePgfplots, a_legend_that_has_room_above_the_plot_stands_there) {
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
  EXPECT_THAT(text, HasSubstr("legend columns=2,legend style={at={(0,1)},anchor=south west"));
  EXPECT_THAT(text, HasSubstr("xshift=-9mm")) << "it begins where the title does on the page";
  EXPECT_THAT(text, HasSubstr(",yshift=8mm}")) << "the title stands above it";
  EXPECT_EQ(count(text, "\\addlegendentry"), 3u) << "no name stands beside its curve as well";
}

TEST(FigurePgfplots, names_on_the_second_line_are_lowered) {
  const Figure figure = figure_of(Bars{.mark = {.id = "bars"}, .x = {0, 1}, .y = {1, 2}});
  const PgfStyle style = plain_style();
  auto places = grid_layout(figure, style.width, style.height);
  places[0].x_ticks = {{0, "one", 0}, {1, "two", 1}};
  const std::string text = written_in(places, figure, style);
  EXPECT_THAT(text, HasSubstr("xticklabels={{one},{\\rule{0pt}{0.7em}\\raisebox{-1.2em}{two}}}"));
}

TEST(FigurePgfplots, words_do_not_lie_over_one_another) {
  Figure figure =
      figure_of(Note{.mark = {.id = "note"}, .text = "a note", .at = {0.1, 0.99}, .anchor = Anchor::right});
  figure.panels[0].layers.push_back(Rule{.mark = {.id = "rule"}, .at = 0.1, .note = "a rule"});
  const std::string text = written(figure);
  const auto note = coordinates(text, "\\node[theta words,text=thetaSeries1,anchor=mid west]");
  const auto rule = coordinates(text.substr(text.find("{a note}")), "\\node");
  ASSERT_EQ(note.size(), 1u);
  ASSERT_EQ(rule.size(), 1u);
  EXPECT_TRUE(std::abs(note[0].y - rule[0].y) > 0.03 || rule[0].x < 0.1);
}

/// The colour of each cell as the areas, one upon the other, leave it.
std::vector<int> painted(const std::string& text, double width, double height, int columns, int rows) {
  static const std::regex line(
      R"(\\thetacell ([-.0-9e]+),([-.0-9e]+),([-.0-9e]+),([-.0-9e]+);|\{thetaLevel\}\{RGB\}\{([0-9]+),)");
  std::vector<int> cells(static_cast<std::size_t>(columns * rows), -1);
  std::vector<std::array<double, 4>> areas;
  for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it) {
    if (!(*it)[5].matched) {
      areas.push_back({std::stod((*it)[1]), std::stod((*it)[2]), std::stod((*it)[3]), std::stod((*it)[4])});
      continue;
    }
    for (int i = 0; i < columns * rows; ++i) {
      const double x = (i % columns + 0.5) * width / columns, y = (i / columns + 0.5) * height / rows;
      for (const auto& [left, low, right, high] : areas)
        if (x > left && x < right && y > low && y < high)
          cells[static_cast<std::size_t>(i)] = std::stoi((*it)[5]);
    }
    areas.clear();
  }
  return cells;
}

Map map_of(int columns, int rows) {
  Map map{.mark = {.id = "map", .label = "share"}, .low = 0, .high = 1};
  for (int i = 0; i < columns; ++i) map.x.push_back((i + 0.5) / columns);
  for (int j = 0; j < rows; ++j) map.y.push_back((j + 0.5) / rows);
  for (int i = 0; i < columns * rows; ++i) map.values.push_back(std::fmod(0.37 * i, 1.0));
  return map;
}

TEST(FigurePgfplots, every_cell_of_a_map_has_its_colour) {
  const Map map = map_of(7, 5);
  const std::string text = written(figure_of(map));
  const std::vector<int> colours = painted(text, 120 - 14 - 4 - 14, 58, 7, 5);
  for (std::size_t i = 0; i < colours.size(); ++i)
    EXPECT_NEAR(colours[i], 255 * map.values[i], 255.0 / 65) << i;
  EXPECT_THAT(text, HasSubstr("colorbar style={"));
  EXPECT_THAT(text, HasSubstr("ylabel={share}"));
}

TEST(FigurePgfplots, a_large_map_is_kept_small) {
  Map map = map_of(2000, 2000);
  for (std::size_t i = 0; i < map.values.size(); ++i)
    map.values[i] = static_cast<double>(i % 2000) / 2000 * static_cast<double>(i / 2000) / 2000;
  const std::string text = written(figure_of(map));
  EXPECT_LT(text.size(), 400'000u);
  constexpr int places = 37;  // none of them on an edge of a cell
  const std::vector<int> colours = painted(text, 120 - 14 - 4 - 14, 58, places, places);
  for (int i = 0; i < places * places; ++i) {
    const double value = (i % places + 0.5) / places * (i / places + 0.5) / places;
    EXPECT_NEAR(colours[static_cast<std::size_t>(i)], 255 * value, 6);
  }
}

TEST(FigurePgfplots, frames_are_drawn_without_axes) {
  Figure figure = figure_of(Curve{.mark = {.id = "c"}, .x = {0, 1, 2, 8}, .y = {0.5, 0.9, 2, 0.1}},
                            {.low = -1}, {.low = -1});
  figure.panels[0].frame = Frame::none;
  EXPECT_THAT(written(figure), HasSubstr("hide axis"));
  EXPECT_EQ(count(written(figure), "\\draw[thetaAxis"), 0u);
  figure.panels[0].frame = Frame::cross;
  EXPECT_EQ(count(written(figure), "\\draw[thetaAxis"), 2u);
}

TEST(FigurePgfplots, a_polar_curve_ends_at_the_rim) {
  const Axis angle{.low = 0, .high = 2 * std::numbers::pi, .multiples_of_pi = true};
  Curve spiral{.mark = {.id = "spiral"}};
  for (int i = 0; i <= 100; ++i) {
    spiral.x.push_back(0.1 * i);
    spiral.y.push_back(0.02 * i);
  }
  Figure figure = figure_of(spiral, angle);
  figure.panels[0].polar = true;
  const std::string text = written(figure);
  const std::vector<Point> read = coordinates(text, "\\addplot");
  ASSERT_GT(read.size(), 20u);
  const auto radius = [](Point point) { return std::hypot(point.x, point.y); };
  EXPECT_NEAR(radius(read.back()), 29 - 2 * 8 * 25.4 / 72.27, 1e-4);
  for (const Point point : read)
    EXPECT_NEAR(std::remainder(std::atan2(point.y, point.x) - 5 * radius(point) / radius(read.back()),
                               2 * std::numbers::pi),
                0, 1e-4);
  EXPECT_THAT(text, HasSubstr("circle[radius="));
  EXPECT_THAT(text, HasSubstr("{$\\pi$};"));
}

TEST(FigurePgfplots, handles_stay_in_the_window) {
  Figure figure = every_layer();
  const std::string with = written(figure);
  figure.handles.clear();
  EXPECT_EQ(with, written(figure));
}

TEST(FigurePgfplots, legends_begin_with_the_keys) {
  Figure figure = every_layer();
  figure.panels[0].keys = {
      Curve{.mark = {.id = "key", .label = "by key", .role = Role::ink}, .dash = Dash::dotted}};
  const std::string text = written(figure);
  const std::size_t key = text.find("\\addlegendentry{by key}");
  EXPECT_EQ(text.find("\\addlegendentry{"), key);
  EXPECT_NE(key, text.npos);
}

TEST(FigurePgfplots, axes_are_named_where_they_say_so) {
  Figure figure = every_layer();
  EXPECT_EQ(count(written(figure), "xlabel="), 1u);
  figure.panels[0].x.label_shown = false;
  EXPECT_EQ(count(written(figure), "xlabel="), 0u);
}

/// Whether pdflatex makes one page of a text.
void expect_one_page(const std::filesystem::path& folder, const std::string& name, const std::string& text) {
  std::ofstream(folder / (name + ".tex")) << text;
  const std::string command = "cd '" + folder.string() +
                              "' && pdflatex -interaction=nonstopmode -halt-on-error " + name + ".tex > " +
                              name + ".out 2>&1";
  std::string log;
  const bool compiled = std::system(command.c_str()) == 0;
  std::getline(std::ifstream(folder / (name + ".log")), log, '\0');
  EXPECT_TRUE(compiled) << log.substr(std::min(log.find("\n!"), log.size()), 500);
  EXPECT_NE(log.find("(1 page,"), log.npos) << name;
  for (const char* complaint : {"Overfull", "Missing character", "backwards compatibility"})
    EXPECT_EQ(log.find(complaint), log.npos) << name << ": " << complaint;
}

TEST(FigurePgfplots, pdflatex_sets_it_alone_and_within_a_document) {
  if (std::system("kpsewhich pgfplots.sty > /dev/null 2>&1") != 0)
    GTEST_SKIP() << "install texlive-latex-recommended and texlive-pictures to have pdflatex try the files";
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("theta_pgfplots_" + std::to_string(std::random_device{}()));
  std::filesystem::create_directory(folder);
  Figure figure = every_layer();
  figure.title = "θ, 3·10⁻⁷ ≤ ⟨q, k⟩ & 100 % #1";
  figure.panels[0].title = figure.title;
  Panel polar{.id = "polar", .title = "$\\theta_i$", .polar = true, .cell = {.column = 1}};
  polar.x = {.low = 0, .high = 2 * std::numbers::pi, .multiples_of_pi = true};
  polar.layers = {
      Curve{.mark = {.id = "r", .label = "r"}, .x = {0, 1, 2}, .y = {0, 0.5, 1}, .marker = Marker::triangle},
      Rule{.mark = {.id = "rule"}, .at = 1, .note = "rule"}};
  Panel cross{.id = "cross", .frame = Frame::cross, .cell = {.column = 2}};
  cross.layers = every_layer().panels[0].layers;
  figure.panels.push_back(polar);
  figure.panels.push_back(cross);
  expect_one_page(folder, "figure", written(figure));
  expect_one_page(folder, "paper",
                  "\\documentclass[10pt]{article}\n\\usepackage{pgfplots}\n\\pgfplotsset{compat=newest}\n"
                  "\\begin{document}\nBefore.\n\n\\noindent\\input{figure}\n\nAfter.\n\\end{document}\n");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace theta
