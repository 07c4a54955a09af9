// SPDX-License-Identifier: GPL-3.0-or-later
// Figures drawn by the program, and drawn again from what they carry.

#include "app/verify.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"
#include "ui/export/embedded_state.h"
#include "ui/export/png_text.h"

#include <QBuffer>
#include <QImage>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class VerifyFigure : public TemporaryFolder {
 protected:
  void draw(const std::string& name, const std::string& arguments = "") const {
    const Outcome outcome =
        run_thetalab("render rope --size 90mmx60mm --dpi 72 " + arguments + " -o " + in_folder(name));
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
  }

  Outcome verify(const std::string& name) const { return run_thetalab("verify " + in_folder(name)); }

  /// Replaces words in a file that was drawn.
  void edit(const std::string& name, const std::string& from, const std::string& to) const {
    std::string bytes = read(name);
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, bytes.npos) << from;
    write(name, bytes.replace(at, from.size(), to));
  }

  /// The state a drawn PDF carries, as it stands there.
  std::string embedded(const std::string& name) const { return embedded_state(read(name), FileFormat::pdf); }

  /// What is said of a file that is not what its state draws.
  std::string difference(const std::string& name) const {
    const Outcome outcome = verify(name);
    EXPECT_EQ(outcome.exit_code, figure_differs);
    EXPECT_THAT(outcome.out, StartsWith("differs: "));
    EXPECT_EQ(outcome.error, "");
    return outcome.out;
  }
};

TEST_F(VerifyFigure, says_that_every_format_is_identical) {
  for (const char* name : {"a.png", "a.svg", "a.pdf", "a.csv", "a.json"}) {
    draw(name, "--set base=1e5 --set query=1,-2");
    const Outcome outcome = verify(name);
    EXPECT_EQ(outcome.exit_code, 0) << name << ": " << outcome.out;
    EXPECT_EQ(outcome.out, "identical\n") << name;
    EXPECT_EQ(outcome.error, "") << name;
  }
}

TEST_F(VerifyFigure, draws_sweeps_again) {
  for (const char* arguments : {"", "--grid logit "}) {
    const Outcome outcome = run_thetalab("sweep rope --vary base=1e3,1e4 --size 120mmx60mm " +
                                         std::string(arguments) + "-o " + in_folder("sweep.svg"));
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    EXPECT_EQ(verify("sweep.svg").out, "identical\n") << arguments;
  }
}

TEST_F(VerifyFigure, draws_what_a_model_gave_again) {
  write("config.json",
        R"({"model_type": "llama", "hidden_size": 4096, "num_attention_heads": 32, "rope_theta": 500000})");
  for (const char* name : {"a.csv", "a.json", "a.tex", "a.svg"}) {
    draw(name, "--model " + in_folder("config.json"));
    EXPECT_EQ(verify(name).out, "identical\n") << name;
  }
}

TEST_F(VerifyFigure, draws_on_the_same_sheet) {
  for (const char* sheet :
       {"--venue nature:double --text outline", "--theme dark --transparent --font-size 10",
        "--theme greyscale --line-width 0.3"}) {
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
      draw(name, sheet);
      EXPECT_EQ(verify(name).out, "identical\n") << name << " " << sheet;
    }
  }
}

TEST_F(VerifyFigure, knows_a_figure_by_what_is_in_it) {
  draw("a.svg");
  write("picture", read("a.svg"));
  EXPECT_EQ(verify("picture").out, "identical\n");
}

TEST_F(VerifyFigure, says_in_which_line_a_text_differs_and_how) {
  draw("a.svg");
  edit("a.svg", "<title>Rotary", "<title>Our");
  EXPECT_EQ(difference("a.svg"),
            "differs: line 3 is “<title>Our position embedding</title>” instead of “<title>Rotary position "
            "embedding</title>”\n");
  draw("a.csv");
  edit("a.csv", "# lab: rope", "# lab: ours");
  EXPECT_EQ(difference("a.csv"), "differs: line 2 is “# lab: ours” instead of “# lab: rope”\n");
}

TEST_F(VerifyFigure, says_where_the_content_of_a_json_differs) {
  draw("a.json");
  edit("a.json", "\"panels\":[{\"id\":\"", "\"panels\":[{\"id\":\"x");
  EXPECT_EQ(difference("a.json"), "differs: $.panels[0].id: \"xplane\" instead of \"plane\"\n");
  draw("a.json");
  edit("a.json", ",\"lab\"", " ,\"lab\"");
  EXPECT_EQ(difference("a.json"), "differs: the content is the same, it is written otherwise\n");
}

TEST_F(VerifyFigure, sees_what_was_added_at_the_end) {
  draw("a.csv");
  write("a.csv", read("a.csv") + "1,2,3\n");
  EXPECT_THAT(difference("a.csv"), HasSubstr("line "));
}

TEST_F(VerifyFigure, says_how_many_pixels_differ) {
  draw("a.png");
  const QByteArray before = QByteArray::fromStdString(read("a.png"));
  QImage image = QImage::fromData(before, "PNG");
  ASSERT_EQ(image.size(), QSize(255, 170));
  image.setPixel(10, 20, qRgb(255, 0, 255));
  image.setPixel(11, 20, qRgb(255, 0, 255));
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  image.setText("thetalab", {});
  image.save(&buffer, "PNG");
  write("a.png", with_png_text(png, png_state_key, *png_text(before, png_state_key)).toStdString());
  EXPECT_EQ(
      difference("a.png"),
      "differs: 2 of 43\u2009350 pixels differ, from 10, 20 to 11, 20: 3.5 to 4.2 mm from the left, 7.1 to "
      "7.4 mm from "
      "the top\n");
}

TEST_F(VerifyFigure, tells_pixels_from_what_stands_beside_them) {
  draw("a.png");
  write("a.png", with_png_text(QByteArray::fromStdString(read("a.png")), "Comment", "ours").toStdString());
  EXPECT_EQ(difference("a.png"), "differs: the pixels are the same, what stands beside them differs\n");
  draw("b.png");
  write("b.png", read("b.png").substr(0, read("b.png").size() / 2));
  EXPECT_EQ(difference("b.png"), "differs: the file is cut short or damaged\n");
}

TEST_F(VerifyFigure, says_that_a_picture_has_another_size) {
  draw("a.png");
  const QByteArray before = QByteArray::fromStdString(read("a.png"));
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  QImage(10, 20, QImage::Format_RGB32).save(&buffer, "PNG");
  write("a.png", with_png_text(png, png_state_key, *png_text(before, png_state_key)).toStdString());
  EXPECT_EQ(difference("a.png"), "differs: its size is 10 × 20 pixels instead of 255 × 170 pixels\n");
}

TEST_F(VerifyFigure, says_in_what_a_pdf_differs) {
  draw("a.pdf");
  edit("a.pdf", "(D:2000", "(D:2024");
  EXPECT_EQ(difference("a.pdf"),
            "differs: CreationDate is “D:20240101000000Z” instead of “D:20000101000000Z”\n");
  draw("a.pdf");
  edit("a.pdf", "%%EOF", "%%EOF ");
  EXPECT_EQ(difference("a.pdf"), "differs: the content is the same, it is written otherwise\n");
  draw("a.pdf");
  edit("a.pdf", "x-default\">Rotary position", "x-default\">Rotary &amp; position");
  EXPECT_THAT(difference("a.pdf"), HasSubstr("its metadata's title is “Rotary & position"));
  draw("a.pdf");
  edit("a.pdf", "/MediaBox [0 ", "/MediaBox [9 ");
  EXPECT_THAT(difference("a.pdf"), HasSubstr("the page is "));
}

TEST_F(VerifyFigure, says_which_words_of_a_pdf_differ_and_where_its_drawing_does) {
  draw("words.pdf", "--set query_position=15");
  draw("a.pdf");
  const std::string of_15 = embedded("words.pdf"), of_14 = embedded("a.pdf");
  edit("words.pdf", of_15, of_14);  // the file says 14, and shows 15
  const std::string words = difference("words.pdf");
  EXPECT_THAT(words, HasSubstr("metadata's description is “A query at position 15 and"));
  EXPECT_THAT(words, HasSubstr("the words are “−154.9°” instead of “−179°”"));
  draw("thick.pdf", "--panel clocks --line-width 2");  // elsewhere thick lines move labels
  edit("thick.pdf", "\"line_width\":2", "\"line_width\":1");
  EXPECT_THAT(difference("thick.pdf"), HasSubstr("the drawing differs"));
}

TEST_F(VerifyFigure, knows_a_pdf_that_another_program_has_packed) {
  if (std::system("qpdf --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "install qpdf";
  draw("a.pdf");
  for (const char* how : {"", "--linearize", "--object-streams=generate", "--qdf"}) {
    ASSERT_EQ(std::system(
                  ("qpdf " + std::string(how) + " " + in_folder("a.pdf") + " " + in_folder("b.pdf")).c_str()),
              0);
    EXPECT_EQ(difference("b.pdf"), "differs: the content is the same, it is written otherwise\n") << how;
  }
}

TEST_F(VerifyFigure, knows_texts_that_an_editor_saved) {
  for (const char* name : {"a.svg", "a.csv", "a.json", "a.tex"}) {
    draw(name, "--panel logit");
    std::string other = "\xEF\xBB\xBF";
    for (const char c : read(name)) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
    write(name, other);
    const Outcome outcome = verify(name);
    EXPECT_EQ(outcome.exit_code, 0) << name;
    EXPECT_EQ(outcome.out, "identical, but for the ends of its lines or a byte order mark\n") << name;
  }
}

TEST_F(VerifyFigure, knows_an_svg_that_was_formatted) {
  draw("a.svg");
  std::string svg = read("a.svg");
  for (std::size_t at = svg.find("><"); at != svg.npos; at = svg.find("><", at + 2))
    svg.insert(at + 1, "\n  ");
  write("a.svg", svg);
  EXPECT_EQ(difference("a.svg"), "differs: the content is the same, it is written otherwise\n");
}

TEST_F(VerifyFigure, sees_another_parameter) {
  draw("a.csv", "--set base=10000");
  edit("a.csv", "\"base\":10000", "\"base\":20000");
  EXPECT_THAT(difference("a.csv"), HasSubstr("line "));
}

TEST_F(VerifyFigure, says_which_version_drew_it) {
  draw("a.csv");
  edit("a.csv", "\"program\":\"", "\"program\":\"0.0.0-");
  EXPECT_THAT(difference("a.csv"), HasSubstr("; it was drawn by version 0.0.0-"));
}

TEST_F(VerifyFigure, refuses_in_words_what_it_cannot_draw) {
  draw("blind.svg", "--no-state");
  write("notes.txt", "no figure");
  write("broken.svg", "<svg><metadata>{\"format\":\"thetalab\"</metadata></svg>");
  write("wrong.csv",
        "# state: {\"format\":\"thetalab\",\"version\":1,\"lab\":\"rope\",\"parameters\":{\"base\":-1}}\n");
  write("sheet.csv",
        "# state: "
        "{\"format\":\"thetalab\",\"version\":1,\"lab\":\"rope\",\"parameters\":{},\"sheet\":{\"dpi\":1}}\n");
  const struct {
    const char *name, *says;
  } cases[] = {
      {"blind.svg", "blind.svg: a file without a state"},
      {"notes.txt", "allowed: a figure exported by Thetalab with its state: png, svg, pdf, tex, csv, json"},
      {"broken.svg", "not JSON"},
      {"wrong.csv", "base: "},
      {"sheet.csv", "dpi: 1 was given"},
      {"missing.svg", "missing.svg"}};
  for (const auto& [name, says] : cases) {
    const Outcome outcome = verify(name);
    EXPECT_EQ(outcome.exit_code, 2) << name;
    EXPECT_EQ(outcome.out, "") << name;
    EXPECT_THAT(outcome.error, HasSubstr(says));
    EXPECT_THAT(outcome.error, StartsWith("thetalab: "));
  }
}

}  // namespace
}  // namespace theta
