// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/nearest.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

const std::vector<std::string> names = {"base", "head_dimension", "rotary_dimensions", "pair"};

TEST(Nearest, finds_what_was_meant) {
  EXPECT_EQ(nearest("bse", names), "base");
  EXPECT_EQ(nearest("BASE", names), "base");
  EXPECT_EQ(nearest("head_dim", names), "head_dimension");
  EXPECT_EQ(nearest("head_dimensions", names), "head_dimension");
  EXPECT_EQ(nearest("piar", names), "pair");
  EXPECT_EQ(nearest("temperature", names), "");
  EXPECT_EQ(nearest("base", {}), "");
}

TEST(Nearest, is_told_with_all_there_are) {
  EXPECT_EQ(fill(sentence(unknown_name("parameter", "bse", {"base", "pair"}))),
            "bse: there is no such parameter; did you mean base? There are base, pair");
  EXPECT_EQ(fill(sentence(unknown_name("parameter", "temperature", {"base", "pair"}))),
            "temperature: there is no such parameter; there are base, pair");
}

}  // namespace
}  // namespace theta
