// SPDX-License-Identifier: GPL-3.0-or-later
// Many figures from one file of lines, by the program itself.

#include "app/batch.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace theta {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class BatchOfFigures : public TemporaryFolder {
 protected:
  /// Runs the lines; FOLDER in them stands for the test's.
  Outcome run(std::string lines) const {
    const std::string word = "FOLDER";
    for (std::size_t at = lines.find(word); at != lines.npos; at = lines.find(word, at))
      lines.replace(at, word.size(), folder_.string());
    write("lines", lines);
    return run_thetalab("batch " + in_folder("lines"));
  }
};

TEST_F(BatchOfFigures, draws_every_line) {
  const Outcome outcome =
      run("# figures of a paper\n"
          "rope --set 'base=500' --size 300mmx200mm -o 'FOLDER'/a.svg\n"
          "\n"
          "   activations --preset dip -o \"FOLDER/b c.csv\"\r\n"
          "\t# and one more\n"
          "rope --size 300mmx200mm --dpi 72 -o \"FOLDER/d.png\"");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.error, "");
  EXPECT_THAT(read("a.svg"), StartsWith("<?xml"));
  EXPECT_THAT(read("b c.csv"), HasSubstr("# lab: activations\n"));
  EXPECT_THAT(read("d.png"), StartsWith("\x89PNG"));
}

TEST_F(BatchOfFigures, names_a_line_whose_plots_have_no_room) {
  const Outcome outcome =
      run("# small\n"
          "rope --size 60mmx40mm -o 'FOLDER/a.svg'\n"
          "rope --size 60mmx40mm -o 'FOLDER/a.csv'\n"
          "rope -o 'FOLDER/b.svg'\n");
  EXPECT_EQ(outcome.exit_code, 0);
  std::istringstream warnings(outcome.error);
  int count = 0;
  for (std::string warning; std::getline(warnings, warning); ++count)
    EXPECT_THAT(warning, StartsWith("thetalab: line 2: "));
  EXPECT_GT(count, 0);
  EXPECT_THAT(outcome.error, HasSubstr("line 2: The plot of"));
}

TEST_F(BatchOfFigures, draws_what_single_calls_draw) {
  const std::string figure = "rope --set query=1,-2 --size 60mmx40mm";
  for (const std::string format : {"svg", "pdf", "png", "csv", "json"}) {
    ASSERT_EQ(run_thetalab("render " + figure + " -o " + in_folder("single." + format)).exit_code, 0);
    ASSERT_EQ(
        run("rope -o FOLDER.ignored.gif\n" + figure + " -o \"FOLDER/batch." + format + "\"\n").exit_code, 2);
    EXPECT_EQ(read("batch." + format), read("single." + format)) << format;
  }
}

TEST_F(BatchOfFigures, names_a_wrong_line_and_goes_on) {
  const Outcome outcome =
      run("rope -o \"FOLDER/a.csv\"\n"
          "rope --set base=ten -o \"FOLDER/b.csv\"\n"
          "ropes -o \"FOLDER/c.csv\"\n"
          "rope --jason -o \"FOLDER/j.csv\"\n"
          "--help\n"
          "rope -o \"FOLDER/none/d.csv\"\n"
          "rope -o 'FOLDER/f.csv\n"
          "rope -o \"FOLDER/e.csv\"\n");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  std::istringstream errors(outcome.error);
  std::vector<std::string> lines;
  for (std::string line; std::getline(errors, line);) lines.push_back(line);
  EXPECT_THAT(lines,
              testing::ElementsAre(AllOf(StartsWith("thetalab: line 2: base: "), HasSubstr("ten")),
                                   AllOf(StartsWith("thetalab: line 3: "), HasSubstr("did you mean rope?")),
                                   AllOf(StartsWith("thetalab: line 4: "), HasSubstr("--jason")),
                                   AllOf(StartsWith("thetalab: line 5: "), HasSubstr("thetalab render")),
                                   AllOf(StartsWith("thetalab: line 6: "), HasSubstr("there is no folder")),
                                   StartsWith("thetalab: line 7: quotes: no second ' closes")));
  EXPECT_EQ(read("b.csv") + read("c.csv"), "");
  EXPECT_THAT(read("a.csv"), StartsWith("# thetalab"));
  EXPECT_EQ(read("e.csv"), read("a.csv"));
}

TEST_F(BatchOfFigures, reads_lines_from_the_standard_input) {
  write("lines", "rope --set base=500 -o - --format csv\n");
  const Outcome outcome = run_thetalab("batch - <" + in_folder("lines"));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_EQ(outcome.out, run_thetalab("render rope --set base=500 -o - --format csv").out);
}

TEST_F(BatchOfFigures, says_one_line_of_whatever_stands_in_a_line) {
  using namespace std::string_literals;
  const Outcome outcome = run("rope --set base=\x01\x1b[31m -o a.csv\nrope --set 'x\0y' -o a.csv\n"s);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_TRUE(std::ranges::none_of(outcome.error, [](char c) {
    return c == '\x1b' || c == '\x01' || c == '\0';
  })) << outcome.error;
}

TEST_F(BatchOfFigures, needs_its_file) {
  const Outcome outcome = run_thetalab("batch " + in_folder("missing"));
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.error, AllOf(StartsWith("thetalab: "), HasSubstr("missing")));
  EXPECT_EQ(run_thetalab("batch").exit_code, 2);
}

}  // namespace
}  // namespace theta
