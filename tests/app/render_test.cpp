// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <QByteArray>
#include <QImage>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

using RenderFigure = TemporaryFolder;

TEST_F(RenderFigure, writes_every_format) {
  const std::pair<const char*, const char*> formats[] = {{"png", "\x89PNG"},
                                                         {"svg", "<?xml"},
                                                         {"pdf", "%PDF"},
                                                         {"csv", "# thetalab"},
                                                         {"json", "{\"state\":{\"format\":\"thetalab\""}};
  for (const auto& [format, start] : formats) {
    const std::string name = std::string("figure.") + format;
    const Outcome outcome = run_thetalab("render rope --size 640x480 --theme dark -o " + in_folder(name));
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out + outcome.error, "") << format;
    EXPECT_THAT(read(name), StartsWith(start));
    const Outcome piped =
        run_thetalab("render rope --size 640x480 --theme dark -o - --format " + std::string(format));
    EXPECT_THAT(piped.out, StartsWith(start));
  }
}

TEST_F(RenderFigure, says_where_a_plot_has_no_room_and_what_helps) {
  const Outcome tight = run_thetalab("render gumbel-softmax --size 160mmx55mm -o " + in_folder("tight.svg"));
  EXPECT_EQ(tight.exit_code, 0) << "it is drawn all the same";
  EXPECT_THAT(tight.error, HasSubstr("The plot of"));
  EXPECT_THAT(tight.error, HasSubstr("mm high."));
  EXPECT_THAT(run_thetalab("render gumbel-softmax --preset bias_or_spread --size 400x300 -o " +
                           in_folder("tight.svg"))
                  .error,
              testing::AllOf(HasSubstr("τ = 0.3"), testing::Not(HasSubstr("$"))));
  EXPECT_EQ(run_thetalab("render gumbel-softmax -o " + in_folder("roomy.svg")).error, "");
}

TEST_F(RenderFigure, draws_sizes_of_paper_at_300_dots_an_inch) {
  const auto width = [&](const char* size) {
    run_thetalab("render rope --panel logit --size " + std::string(size) + " -o " + in_folder("a.png"));
    return QImage::fromData(QByteArray::fromStdString(read("a.png"))).width();
  };
  EXPECT_EQ(width("50.8mmx50.8mm"), 600);
  EXPECT_EQ(width("2inx2in --dpi 150"), 300);
  EXPECT_EQ(width("300x200"), 300);
}

TEST_F(RenderFigure, builds_a_figure_up_page_by_page) {
  ASSERT_EQ(run_thetalab("render activations --build-up -o " + in_folder("steps.pdf")).exit_code, 0);
  const std::string pdf = read("steps.pdf");
  EXPECT_THAT(pdf, testing::Not(HasSubstr("/Count 1\n")));
  EXPECT_THAT(run_thetalab("verify " + in_folder("steps.pdf")).out, StartsWith("identical"));
}

TEST_F(RenderFigure, writes_the_numbers_within_the_axes) {
  const auto lines = [&](const std::string& arguments) {
    const std::string csv =
        run_thetalab("render activations --set highlight=relu_squared " + arguments + " -o - --format csv")
            .out;
    return std::ranges::count(csv, '\n');
  };
  EXPECT_LT(lines("--numbers visible"), lines(""));
}

TEST_F(RenderFigure, draws_the_same_page_at_every_scale_of_the_screen) {
  const auto page = [&] { return run_thetalab("render rope --venue nature -o - --format pdf").out; };
  const std::string usual = page();
  for (const char* scale : {"1.25", "1.5", "2"}) {
    ::setenv("QT_SCALE_FACTOR", scale, 1);
    EXPECT_EQ(page(), usual) << scale;
    ::unsetenv("QT_SCALE_FACTOR");
  }
}

}  // namespace
}  // namespace theta
