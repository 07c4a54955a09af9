// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/without_controls.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(WithoutControls, WhatIsForTheHandGoesAndTheRestStays) {
  Figure figure;
  Panel panel{.id = "a"};
  panel.layers = {Curve{.mark = {.id = "curve"}}, Note{.mark = {.id = "more", .control = true}}};
  figure.panels = {panel};
  figure.handles = {{.id = "ring", .panel = "a"}, {.id = "turn", .panel = "a", .control = true}};
  const Figure left = without_controls(figure);
  ASSERT_EQ(left.panels[0].layers.size(), 1u);
  EXPECT_EQ(mark_of(left.panels[0].layers[0]).id, "curve");
  ASSERT_EQ(left.handles.size(), 1u);
  EXPECT_EQ(left.handles[0].id, "ring");
}

}  // namespace
}  // namespace theta
