// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/model_class.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ModelClass, IsFoundByItsName) {
  ASSERT_NE(find_rotary_class("llama"), nullptr);
  EXPECT_EQ(find_rotary_class("llama")->heads, 32);
  EXPECT_EQ(find_rotary_class("bert"), nullptr);
  EXPECT_EQ(find_rotary_class(""), nullptr);
}

TEST(ModelClass, OneOfAnotherSchemeSaysWhich) {
  ASSERT_NE(find_other_class("bert"), nullptr);
  EXPECT_EQ(find_other_class("bert")->scheme, PositionScheme::learned_absolute);
  EXPECT_EQ(find_other_class("bloom")->scheme, PositionScheme::alibi);
  EXPECT_EQ(find_other_class("t5")->scheme, PositionScheme::relative_bias);
  EXPECT_EQ(find_other_class("llama"), nullptr);
}

TEST(ModelClass, IsFoundByItsArchitecture) {
  EXPECT_EQ(class_of_architecture("LlamaForCausalLM"), "llama");
  EXPECT_EQ(class_of_architecture("GPTNeoXForCausalLM"), "gpt_neox");
  EXPECT_EQ(class_of_architecture("NobodyKnowsModel"), "");
  EXPECT_EQ(class_of_architecture(""), "");
}

}  // namespace
}  // namespace theta
