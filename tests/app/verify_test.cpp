// SPDX-License-Identifier: GPL-3.0-or-later
// Figures drawn by the program, and drawn again from what they carry.

#include "app/verify.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"
#include "ui/export/png_text.h"

#include <QBuffer>
#include <QImage>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  EXPECT_EQ(difference("a.png"), "differs: 2 of 43350 pixels differ\n");
}

TEST_F(VerifyFigure, tells_pixels_from_what_stands_beside_them) {
  draw("a.png");
  write("a.png", with_png_text(QByteArray::fromStdString(read("a.png")), "Comment", "ours").toStdString());
  EXPECT_EQ(difference("a.png"), "differs: the pixels are the same, what stands beside them differs\n");
  draw("b.png");
  write("b.png", read("b.png").substr(0, read("b.png").size() / 2));
  EXPECT_EQ(difference("b.png"), "differs: the file is cut short or damaged\n");
}

TEST_F(VerifyFigure, says_that_a_page_differs) {
  draw("a.pdf");
  edit("a.pdf", "(D:2000", "(D:2024");
  EXPECT_EQ(difference("a.pdf"), "differs: what is drawn differs\n");
  edit("a.pdf", "%%EOF", "%%EOF ");
  EXPECT_EQ(difference("a.pdf"), "differs: what is drawn differs, in its length too\n");
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
