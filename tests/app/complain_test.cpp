// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/complain.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(Complain, stays_on_one_line_whatever_it_passes_on) {
  testing::internal::CaptureStderr();
  complain("a name\nwith \x1b[31m breaks\r: θ");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "thetalab: a name with  [31m breaks : θ\n");
}

}  // namespace
}  // namespace theta
