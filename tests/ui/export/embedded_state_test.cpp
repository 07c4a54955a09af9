// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/embedded_state.h"

#include "core/model/figure_state.h"
#include "core/model/problem.h"
#include "core/write/figure_csv.h"
#include "core/write/figure_json.h"
#include "ui/export/painted_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace theta {
namespace {

struct Slope {
  double rise = 1;
  Formula note = {"<&> \"θ\" ]]> -->"};  // what each kind of file has to write in its own way

  static void describe(auto&& field) {
    field(&Slope::rise, Name{.id = "rise", .label = "Rise"}, Real{.low = -5, .high = 5});
    field(&Slope::note, Name{.id = "note", .label = "Note"}, FormulaText{});
  }
};

Figure draw_slope(const Slope& slope, const Pass&) {
  Figure figure{.title = "A slope"};
  Panel panel{.id = "slope", .title = "A slope", .x = {.low = 0, .high = 1}, .y = {.low = -5, .high = 5}};
  panel.layers = {Curve{.mark = {.id = "line"}, .x = {0, 1}, .y = {0, slope.rise}}};
  figure.panels = {panel};
  figure.description = "It rises.";
  return figure;
}

class EmbeddedState : public testing::Test {
 protected:
  const std::vector<Lab> labs_ = {make_lab<Slope>(
      {.id = "slope", .name = "Slope", .group = "", .summary = "", .source = ""}, draw_slope, {})};
  const FigureState figure_{.state = {.lab = "slope", .values = to_values(Slope{.rise = 0.1}), .view = {}},
                            .sheet = {.width = 40, .height = 30, .dpi = 72},
                            .program = "1.2.3"};
  const std::string state_ = write_figure_state(labs_[0], figure_);

  /// A file of each kind, with a state or without.
  std::map<FileFormat, std::string> files(const std::string& state) const {
    const Figure drawn = draw_slope({.rise = 0.1}, {});
    const Origin origin{.lab = &labs_[0], .state = figure_.state, .version = "1.2.3"};
    return {{FileFormat::png, figure_png(drawn, figure_.sheet, state).toStdString()},
            {FileFormat::svg, figure_svg(drawn, figure_.sheet, state).toStdString()},
            {FileFormat::pdf, figure_pdf({&drawn, 1}, figure_.sheet, state).toStdString()},
            {FileFormat::csv, write_figure_csv(drawn, origin, state)},
            {FileFormat::json, write_figure_json(drawn, origin, state)}};
  }
};

std::string embedded_refusal(const std::string& bytes, FileFormat kind) {
  try {
    return "found " + embedded_state(bytes, kind);
  } catch (const InputError& error) {
    return error.what();
  }
}

const std::string none_carried =
    "figure: a file that carries no Thetalab state, another program's or saved without it, was given; "
    "allowed: "
    "a figure exported by Thetalab with its state: png, svg, pdf, tex, csv, json";

TEST_F(EmbeddedState, comes_back_from_every_kind_of_file) {
  for (const auto& [kind, bytes] : files(state_)) {
    EXPECT_EQ(format_of_figure(bytes), kind);
    const std::string found = embedded_state(bytes, kind);
    if (kind != FileFormat::json) {
      EXPECT_EQ(found, state_);
    }
    EXPECT_EQ(read_figure_state(labs_, found), figure_);
  }
}

TEST_F(EmbeddedState, comes_back_from_comments_of_tex) {
  const std::string tex = "% thetalab 1.2.3\n% state: " + state_ + "\n\\begin{tikzpicture}\n% state: {}\n";
  EXPECT_EQ(format_of_figure(tex), FileFormat::tex);
  EXPECT_EQ(embedded_state(tex, FileFormat::tex), state_);
  EXPECT_EQ(embedded_state("% state: {}", FileFormat::tex), "{}");
}

TEST_F(EmbeddedState, is_a_saved_state_itself) {
  const std::string saved = write_state(labs_[0], figure_.state);
  EXPECT_EQ(format_of_figure(saved), FileFormat::json);
  EXPECT_EQ(embedded_state(saved, FileFormat::json), saved);
}

/// As editors and version control save texts.
std::string with_other_line_ends(const std::string& text) {
  std::string other = "\xEF\xBB\xBF";
  for (const char c : text) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return other;
}

TEST_F(EmbeddedState, comes_back_from_texts_that_an_editor_saved) {
  std::map<FileFormat, std::string> saved = files(state_);
  saved[FileFormat::tex] = "% thetalab 1.2.3\n% state: " + state_ + "\n";
  for (const FileFormat kind : {FileFormat::svg, FileFormat::csv, FileFormat::json, FileFormat::tex}) {
    const std::string bytes = with_other_line_ends(saved.at(kind));
    EXPECT_EQ(format_of_figure(bytes), kind);
    EXPECT_EQ(read_figure_state(labs_, embedded_state(bytes, kind)), figure_);
  }
}

TEST_F(EmbeddedState, comes_back_from_json_that_was_indented) {
  const std::string json = nlohmann::ordered_json::parse(files(state_).at(FileFormat::json)).dump(2);
  EXPECT_EQ(format_of_figure(json), FileFormat::json);
  EXPECT_EQ(read_figure_state(labs_, embedded_state(json, FileFormat::json)), figure_);
}

/// A PDF that holds a packed attachment, as qpdf writes it, and others before it.
std::string rewritten_pdf(const std::string& state, const std::string& entries = "/Filter /FlateDecode") {
  const QByteArray packed = qCompress(QByteArray::fromStdString(state)).mid(4);
  const auto attachment = [&](const QByteArray& bytes, const std::string& more) {
    return "<< /Params << /Size 9 >> /Type/EmbeddedFile /Length " + std::to_string(bytes.size()) + " " +
           more + " >>\nstream\n" + bytes.toStdString() + "\nendstream\nendobj\n";
  };
  return "%PDF-1.5\n1 0 obj\n" + attachment("notes", "") + "2 0 obj\n" + attachment(packed, entries);
}

TEST_F(EmbeddedState, comes_back_from_a_pdf_that_was_packed) {
  EXPECT_EQ(embedded_state(rewritten_pdf(state_), FileFormat::pdf), state_);
  EXPECT_EQ(embedded_state(rewritten_pdf(state_, "/Filter [/FlateDecode]"), FileFormat::pdf), state_);
  EXPECT_EQ(embedded_refusal(rewritten_pdf(state_, "/Filter /LZWDecode"), FileFormat::pdf), none_carried);
  EXPECT_EQ(embedded_refusal(rewritten_pdf("other words"), FileFormat::pdf), none_carried);
}

TEST_F(EmbeddedState, is_not_unpacked_beyond_what_a_state_may_be) {
  const std::string bomb = state_ + std::string(64u << 20, ' ');
  EXPECT_EQ(embedded_refusal(rewritten_pdf(bomb), FileFormat::pdf), none_carried);
}

TEST_F(EmbeddedState, is_missed_in_words_where_there_is_none) {
  for (const auto& [kind, bytes] : files({})) EXPECT_EQ(embedded_refusal(bytes, kind), none_carried);
}

TEST_F(EmbeddedState, is_looked_for_among_the_first_comments_alone) {
  EXPECT_EQ(embedded_refusal("# a\nx,y\n# state: {}\n", FileFormat::csv), none_carried);
  EXPECT_EQ(embedded_refusal("# a\n% state: {}\n", FileFormat::csv), none_carried);
  EXPECT_EQ(embedded_refusal("# state: \n", FileFormat::csv), none_carried);
  EXPECT_EQ(embedded_refusal("#", FileFormat::csv), none_carried);
}

TEST_F(EmbeddedState, of_a_file_that_was_cut_is_whole_or_refused) {
  for (const auto& [kind, bytes] : files(state_)) {
    for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 400) {
      const std::string part = bytes.substr(0, size);
      try {
        EXPECT_EQ(read_figure_state(labs_, embedded_state(part, kind)), figure_);
      } catch (const InputError& error) {
        EXPECT_FALSE(error.problems().empty());
      }
    }
    EXPECT_THAT(embedded_refusal(bytes.substr(0, 20), kind), testing::Not(testing::StartsWith("found")));
  }
}

TEST_F(EmbeddedState, is_refused_where_a_picture_is_damaged) {
  std::string png = files(state_)[FileFormat::png];
  png[png.find("\"format\"") + 1] = 'F';
  EXPECT_EQ(embedded_refusal(png, FileFormat::png), none_carried);
}

TEST_F(EmbeddedState, is_not_followed_out_of_an_svg) {
  const std::string svg =
      "<!DOCTYPE svg [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>&f;</metadata></svg>";
  EXPECT_EQ(embedded_refusal(svg, FileFormat::svg), none_carried);
}

TEST(FileFormatOf, is_told_by_how_a_file_begins) {
  const struct {
    std::string bytes;
    std::optional<FileFormat> kind;
  } cases[] = {{"", {}},
               {"\x89PNG\r\n\x1a\n", FileFormat::png},
               {"\x89PNG", {}},
               {"%PDF-1.4\n", FileFormat::pdf},
               {"%PDF", FileFormat::tex},
               {"<?xml version=\"1.0\"?>\n<!-- drawn by hand -->\n<svg>", FileFormat::svg},
               {std::string(2000, ' ') + "<svg>", {}},
               {"# thetalab", FileFormat::csv},
               {"x,y\n1,2\n", {}},
               {"{\"state\":{", FileFormat::json},
               {"{\"format\": \"thetalab\"", FileFormat::json},
               {"{\"hidden_size\": 4096}", {}}};
  for (const auto& [bytes, kind] : cases) EXPECT_EQ(format_of_figure(bytes), kind) << bytes;
}

}  // namespace
}  // namespace theta
