// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_pgfplots.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <random>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

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

TEST(FigurePgfplots, is_set_in_the_family_asked_for) {
  PgfStyle style = plain_style();
  EXPECT_THAT(written(every_layer(), style), HasSubstr("\\renewcommand{\\familydefault}{\\sfdefault}"));
  style.serif = true;
  EXPECT_THAT(written(every_layer(), style), Not(HasSubstr("\\sfdefault")));
}

TEST(FigurePgfplots, handles_stay_in_the_window) {
  Figure figure = every_layer();
  const std::string with = written(figure);
  figure.handles.clear();
  EXPECT_EQ(with, written(figure));
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
  PgfStyle serif = plain_style();
  serif.serif = true;
  expect_one_page(folder, "serif", written(figure, serif));
  expect_one_page(folder, "paper",
                  "\\documentclass[10pt]{article}\n\\usepackage{pgfplots}\n\\pgfplotsset{compat=newest}\n"
                  "\\begin{document}\nBefore.\n\n\\noindent\\input{figure}\n\nAfter.\n\\end{document}\n");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace theta
