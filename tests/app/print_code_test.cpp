// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_code.h"

#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

using PrintCodeTest = TemporaryFolder;

TEST_F(PrintCodeTest, GoesToTheOutputOrIntoAFile) {
  const Outcome printed = run_thetalab("code rope --set base=500");
  EXPECT_EQ(printed.exit_code, 0) << printed.error;
  EXPECT_THAT(printed.out, HasSubstr("import numpy"));
  ASSERT_EQ(run_thetalab("code rope --set base=500 --numpy -o " + in_folder("rope.py")).exit_code, 0);
  EXPECT_EQ(read("rope.py"), printed.out);
}

TEST_F(PrintCodeTest, IsOfTheLibraryAskedFor) {
  const std::string torch = run_thetalab("code rope --torch").out;
  EXPECT_THAT(torch, HasSubstr("import torch"));
  EXPECT_THAT(torch, Not(HasSubstr("import numpy")));
}

}  // namespace
}  // namespace theta
