// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <string>

namespace theta {
namespace {

using testing::HasSubstr;

class AnimateFigure : public TemporaryFolder {
 protected:
  Outcome animate(const std::string& arguments) const {
    return run_thetalab("animate rope --vary query_position=0:64:3 " + arguments + " -o " +
                        in_folder("film"));
  }

  long frames() const { return std::distance(std::filesystem::directory_iterator(folder_ / "film"), {}); }
};

TEST_F(AnimateFigure, plays_once_unless_told_otherwise) {
  const Outcome outcome = animate("--size 300x200");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_EQ(frames(), 3);
  animate("--size 300x200 --way to-and-fro");
  EXPECT_EQ(frames(), 4);
}

TEST_F(AnimateFigure, says_what_it_removed) {
  animate("--size 1200x800 --way to-and-fro");
  EXPECT_EQ(animate("--size 1200x800").error,
            "thetalab: 1 picture that an earlier film had left in the folder was removed.\n");
}

TEST_F(AnimateFigure, says_how_many_values_there_are) {
  const Outcome outcome =
      run_thetalab("animate rope --vary query_position=0:2:500 --panel logit -o " + in_folder("film"));
  EXPECT_EQ(outcome.error, "thetalab: --vary: 3 values instead of 500: no more of them differ.\n");
  EXPECT_EQ(frames(), 3);
}

TEST_F(AnimateFigure, says_where_a_plot_has_no_room) {
  EXPECT_THAT(animate("--size 300x200").error, HasSubstr("The plot of"));
  EXPECT_EQ(animate("").error, "");
}

TEST_F(AnimateFigure, is_as_high_as_a_venue_and_its_panels_ask_for) {
  ASSERT_EQ(animate("--venue nature --panel logit --dpi 72").exit_code, 0);
  ASSERT_EQ(run_thetalab("render rope --set query_position=0 --venue nature --panel logit --dpi 72 -o " +
                         in_folder("still.png"))
                .exit_code,
            0);
  const std::string film = read("film/0001.png"), still = read("still.png");
  EXPECT_EQ(film.substr(16, 8), still.substr(16, 8)) << "width and height";
}

TEST_F(AnimateFigure, says_what_a_film_may_be_called_before_it_draws) {
  const std::string film = "animate rope --vary query_position=0:64:3 -o ";
  EXPECT_THAT(run_thetalab(film + "a.avi").error, HasSubstr(".gif, .mp4 or .webm"));
  EXPECT_THAT(run_thetalab(film + "-").error, HasSubstr("a file or a folder"));
}

}  // namespace
}  // namespace theta
