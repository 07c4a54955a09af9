// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/nearest.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

const std::vector<std::string> parameter_names = {"base", "head_dimension", "rotary_dimensions", "pair"};

TEST(Nearest, finds_what_was_meant) {
  EXPECT_EQ(nearest("bse", parameter_names), "base");
  EXPECT_EQ(nearest("BASE", parameter_names), "base");
  EXPECT_EQ(nearest("head_dim", parameter_names), "head_dimension");
  EXPECT_EQ(nearest("head_dimensions", parameter_names), "head_dimension");
  EXPECT_EQ(nearest("piar", parameter_names), "pair");
  EXPECT_EQ(nearest("temperature", parameter_names), "");
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
