// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_choice.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(FilmChoice, IsReadBackAsItWasWritten) {
  for (const FilmFormat format : film_formats) {
    FilmChoice choice{
        .timing = {.steps = 12, .rate = 10, .way = PlayWay::to_and_fro},
        .format = format,
        .sheet = {.width = 89, .theme = SheetTheme::dark, .dpi = 150, .transparent = true},
        .range = {.lab = "rope", .parameter = "base", .from = 100.25, .to = 1e6, .in_factors = true}};
    choice.sheet.panels = {"logit"};
    EXPECT_EQ(film_choice(film_choice_text(choice)), choice);
  }
}

TEST(FilmChoice, IsNoneWhereTheTextIsWrong) {
  const std::string right = film_choice_text({});
  ASSERT_TRUE(film_choice(right));
  EXPECT_EQ(film_choice(""), std::nullopt);
  EXPECT_EQ(film_choice("{"), std::nullopt);
  EXPECT_EQ(film_choice("[]"), std::nullopt);
  EXPECT_EQ(film_choice("{}"), std::nullopt);
  for (const auto& [part, wrong] :
       {std::pair("\"steps\":60", "\"steps\":1"), std::pair("\"rate\":25", "\"rate\":true"),
        std::pair("\"from\":0.0", "\"from\":null"), std::pair("\"width\":180.0", "\"width\":-1.0")}) {
    std::string text = right;
    const std::size_t at = text.find(part);
    ASSERT_NE(at, text.npos) << part << " in " << text;
    text.replace(at, std::string(part).size(), wrong);
    EXPECT_EQ(film_choice(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace theta
