// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offscreen.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace theta {
namespace {

using testing::HasSubstr;

using WithoutDisplay = TemporaryFolder;

TEST_F(WithoutDisplay, says_when_there_are_no_fonts) {
  write("fonts.conf",
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/nowhere</dir>"
        "</fontconfig>");
  ::setenv("FONTCONFIG_FILE", (folder_ / "fonts.conf").c_str(), 1);
  const Outcome outcome = run_thetalab("render rope -o " + in_folder("a.png"));
  ::unsetenv("FONTCONFIG_FILE");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.error, HasSubstr("no fonts"));
}

}  // namespace
}  // namespace theta
