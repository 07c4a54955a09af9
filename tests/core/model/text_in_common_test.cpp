// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_in_common.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(TextInCommon, LeavesOutWhatDiffers) {
  EXPECT_EQ(text_in_common({"Loss"}), Text("Loss"));
  EXPECT_EQ(text_in_common({"Loss", "Loss"}), Text("Loss"));
  EXPECT_EQ(
      fill(text_in_common({say("Draw {} at $\\tau = {}$", 3, 0.5), say("Draw {} at $\\tau = {}$", 3, 2)})),
      "Draw 3 at $\\tau = …$");
  EXPECT_EQ(text_in_common({say("{} of {}", 1, 2), "Other"}), say("{} of {}", 1, 2));
  EXPECT_EQ(text_in_common({say("{}", 1), Text("{}", {1, 2})}), say("{}", 1)) << "unlike gaps";
}

}  // namespace
}  // namespace theta
