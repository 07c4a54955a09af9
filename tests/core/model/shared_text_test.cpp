// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shared_text.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(SharedText, LeavesOutWhatDiffers) {
  EXPECT_EQ(shared_text({"Loss"}), Text("Loss"));
  EXPECT_EQ(shared_text({"Loss", "Loss"}), Text("Loss"));
  EXPECT_EQ(fill(shared_text({say("Draw {} at $\\tau = {}$", 3, 0.5), say("Draw {} at $\\tau = {}$", 3, 2)})),
            "Draw 3 at $\\tau = …$");
  EXPECT_EQ(shared_text({say("{} of {}", 1, 2), "Other"}), say("{} of {}", 1, 2));
  EXPECT_EQ(shared_text({say("{}", 1), Text("{}", {1, 2})}), say("{}", 1)) << "unlike gaps";
}

}  // namespace
}  // namespace theta
