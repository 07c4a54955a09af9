// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sheet.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

std::string sheet_refusal(const Json& json) {
  try {
    sheet_from_json(json);
    return "accepted";
  } catch (const InputError& error) {
    return error.what();
  }
}

std::string sheet_refusal(const char* json) { return sheet_refusal(Json::parse(json)); }

TEST(Sheet, ComesBackFromJson) {
  const Sheet sheet{.width = std::nextafter(89, 90),
                    .height = 60,
                    .font_size = 1.0 / 3 + 7,
                    .line_width = 0.1,
                    .theme = SheetTheme::greyscale,
                    .text = SheetText::outline,
                    .dpi = 2400,
                    .transparent = true,
                    .state = false,
                    .panels = {"plane", "logit"}};
  EXPECT_EQ(sheet_from_json(Json::parse(sheet_json(sheet).dump())), sheet);
  EXPECT_EQ(sheet_from_json(sheet_json(Sheet{})), Sheet{});
}

TEST(Sheet, WhatIsMissingIsUsual) {
  EXPECT_EQ(sheet_from_json(Json::object()), Sheet{});
  EXPECT_EQ(sheet_from_json(Json::parse(R"({"theme": "print"})")), Sheet{.theme = SheetTheme::print});
}

TEST(Sheet, EachThemeAndTextHasItsName) {
  const std::pair<const char*, SheetTheme> themes[] = {{"light", SheetTheme::light},
                                                       {"dark", SheetTheme::dark},
                                                       {"print", SheetTheme::print},
                                                       {"greyscale", SheetTheme::greyscale},
                                                       {"projector", SheetTheme::projector}};
  for (const auto& [name, theme] : themes) EXPECT_EQ(sheet_from_json({{"theme", name}}).theme, theme);
  EXPECT_EQ(sheet_from_json({{"text", "keep"}}).text, SheetText::keep);
  EXPECT_EQ(sheet_from_json({{"text", "outline"}}).text, SheetText::outline);
}

TEST(Sheet, TakesTheEndsOfItsLimits) {
  const struct {
    const char* id;
    double low, high;
  } limits[] = {{"width", 20, 2000}, {"height", 20, 2000}, {"font_size", 4, 72}, {"line_width", 0.1, 10}};
  for (const auto& [id, low, high] : limits) {
    EXPECT_EQ(sheet_refusal(Json{{id, low}}), "accepted") << id;
    EXPECT_EQ(sheet_refusal(Json{{id, high}}), "accepted") << id;
    EXPECT_NE(sheet_refusal(Json{{id, std::nextafter(low, 0)}}), "accepted") << id;
    EXPECT_NE(sheet_refusal(Json{{id, std::nextafter(high, 1e9)}}), "accepted") << id;
  }
  for (const int dpi : {30, 2400}) EXPECT_EQ(sheet_refusal(Json{{"dpi", dpi}}), "accepted");
  for (const int dpi : {29, 2401}) EXPECT_NE(sheet_refusal(Json{{"dpi", dpi}}), "accepted");
}

TEST(Sheet, WhatCannotBeIsRefusedInItsName) {
  const struct {
    const char *json, *message;
  } cases[] = {
      {R"({"width": 5})", "width: 5 was given; allowed: from 20 to 2000"},
      {R"({"width": "89"})", "width: \"89\" was given; allowed: from 20 to 2000"},
      {R"({"height": null})", "height: null was given; allowed: from 20 to 2000"},
      {R"({"font_size": 0})", "font_size: 0 was given; allowed: from 4 to 72"},
      {R"({"line_width": -1})", "line_width: −1 was given; allowed: from 0.1 to 10"},
      {R"({"dpi": 300.5})", "dpi: 300.5 was given; allowed: whole numbers from 30 to 2400"},
      {R"({"theme": "pink"})",
       "theme: \"pink\" was given; allowed: one of light, dark, print, greyscale, projector"},
      {R"({"text": 1})", "text: 1 was given; allowed: one of keep, outline"},
      {R"({"transparent": 1})", "transparent: 1 was given; allowed: true or false"},
      {R"({"state": "no"})", "state: \"no\" was given; allowed: true or false"},
      {R"({"colour": "red"})", "colour: a parameter that a sheet does not have"},
      {R"({"panels": "plane"})", "panels: a list of at most 64 panels' ids"},
      {R"({"panels": [1]})", "panels: a list of at most 64 panels' ids"},
      {R"({"width": "5", "state": 1})",
       "width: \"5\" was given; allowed: from 20 to 2000; state: 1 was given; allowed: true or false"},
      {"[]", "sheet: a list of 0 was given; allowed: an object"},
      {"7", "sheet: 7 was given; allowed: an object"}};
  for (const auto& each : cases) EXPECT_EQ(sheet_refusal(each.json), each.message);
}

TEST(Sheet, HasPanelsUpToALimit) {
  const std::vector<std::string> most(64, "p");
  EXPECT_EQ(sheet_from_json({{"panels", most}}).panels, most);
  EXPECT_NE(sheet_refusal(Json{{"panels", std::vector<std::string>(65, "p")}}), "accepted");
}

}  // namespace
}  // namespace theta
