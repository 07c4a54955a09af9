// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_choice.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ExportChoice, IsReadBackAsItWasWritten) {
  ExportChoice choice{.sheet = {.width = 89, .family = SheetFamily::serif, .theme = SheetTheme::print},
                      .format = FileFormat::tex,
                      .venue = "nature:double"};
  choice.sheet.panels = {"logit"};
  EXPECT_EQ(export_choice(export_choice_text(choice)), choice);
}

TEST(ExportChoice, StartsAfreshWhereTheTextIsWrong) {
  for (const char* text :
       {"", "{", "[]", "{}", R"({"sheet":{"width":-1},"format":"pdf","venue":""})",
        R"({"sheet":{},"format":"pdf","venue":"nowhere"})", R"({"sheet":{},"format":7,"venue":""})"})
    EXPECT_EQ(export_choice(text), ExportChoice{}) << text;
}

}  // namespace
}  // namespace theta
