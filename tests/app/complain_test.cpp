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

TEST(Complain, turns_bytes_that_are_no_text_into_a_sign_for_them) {
  EXPECT_EQ(in_one_line("a\xFF\xC3z \xC2\x9B"
                        "31m \x7F"),
            "a\uFFFD\uFFFDz  31m  ");
}

}  // namespace
}  // namespace theta
