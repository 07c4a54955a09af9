// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string to_csv_of_sweep = " -o - --format csv";

using SweepFigure = TemporaryFolder;

TEST_F(SweepFigure, says_where_a_parameter_is_varied_for_nothing) {
  const auto says = [&](const std::string& arguments) {
    const Outcome outcome =
        run_thetalab("sweep rope --vary query_position=14,15" + arguments + to_csv_of_sweep);
    EXPECT_EQ(outcome.exit_code, 0);
    return outcome.error;
  };
  EXPECT_EQ(says(""), "");
  for (const char* arguments : {" --panel frequencies", " --grid frequencies"})
    EXPECT_EQ(says(arguments), "thetalab: --vary: nothing that is drawn changes with query_position\n");
}

TEST_F(SweepFigure, takes_settings_that_apply_at_one_of_the_values_varied) {
  const Outcome outcome =
      run_thetalab("sweep rope --vary scaling=none,linear --set factor=8" + to_csv_of_sweep);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, HasSubstr("# --set factor=8\n"));
  EXPECT_THAT(outcome.out, HasSubstr("# --vary scaling=none,linear\n"));
}

TEST_F(SweepFigure, takes_a_parameter_by_its_symbol_and_keeps_its_id) {
  const Outcome outcome =
      run_thetalab("sweep gumbel-softmax --vary tau=0.1:5:6:log --set N=500" + to_csv_of_sweep);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, HasSubstr("# --vary temperature=0.1:5:6:log\n"));
  EXPECT_THAT(outcome.out, HasSubstr("# --set samples=500\n"));
}

TEST_F(SweepFigure, says_where_a_plot_has_no_room) {
  const auto says = [&](const std::string& arguments) {
    const Outcome outcome = run_thetalab("sweep rope --vary base=1e3,1e4,1e5 " + arguments);
    EXPECT_EQ(outcome.exit_code, 0) << "it is drawn all the same";
    return outcome.error;
  };
  const std::string tight = "--size 60mmx40mm -o " + in_folder("tight.svg");
  EXPECT_THAT(says(tight), HasSubstr("The plot of"));
  const std::string grid = says("--grid logit " + tight);
  EXPECT_THAT(grid, HasSubstr("The plot of"));
  EXPECT_THAT(grid, Not(HasSubstr("alone"))) << "no option shows one panel of a grid";
  EXPECT_EQ(says("--grid logit -o " + in_folder("roomy.svg")), "");
  EXPECT_EQ(says("--size 60mmx40mm -o " + in_folder("numbers.csv")), "");
}

}  // namespace
}  // namespace theta
