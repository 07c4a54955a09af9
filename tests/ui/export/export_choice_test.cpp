// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_choice.h"

#include "core/model/venue.h"

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

TEST(ExportChoice, OfAnOpenedFigureIsAsItWasExported) {
  const ExportChoice last{.format = FileFormat::pdf, .venue = "cvpr:single"};
  const ExportChoice nature = choice_of_opened(last, sheet_for_venue({}, "nature:double"), "svg");
  EXPECT_EQ(nature.format, FileFormat::svg);
  EXPECT_EQ(nature.venue, "nature:double");
  EXPECT_EQ(nature.sheet, sheet_for_venue({}, "nature:double"));
  EXPECT_EQ(choice_of_opened(last, {}, "copy").format, FileFormat::pdf);
  EXPECT_EQ(choice_of_opened(last, {}, "svg").venue, "");
  EXPECT_EQ(choice_of_opened(last, sheet_for_venue({}, "icml:single"), "svg").venue, "cvpr:single")
      << "both have these facts: the one that was chosen";
}

}  // namespace
}  // namespace theta
