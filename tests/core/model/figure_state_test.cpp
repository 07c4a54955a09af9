// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure_state.h"

#include "core/model/problem.h"
#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<Lab> drawing_labs = {every_kind_lab("other"), every_kind_lab()};

FigureState sample_figure_state() {
  EveryKind parameters{.real = 1.5, .on = true, .formula = {"θ \"x\" \\ \n"}};
  return {.state = {.lab = "every_kind", .values = to_values(parameters), .view = {.panel = "plane"}},
          .sheet = {.width = 89, .theme = SheetTheme::print, .panels = {"plane"}},
          .program = "1.2.3"};
}

std::string figure_state_refusal(const std::string& text) {
  try {
    read_figure_state(drawing_labs, text);
    return "accepted";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(FigureState, ComesBack) {
  const FigureState figure = sample_figure_state();
  EXPECT_EQ(read_figure_state(drawing_labs, write_figure_state(drawing_labs[1], figure)), figure);
}

TEST(FigureState, CarriesTheModelAndTheSweep) {
  FigureState figure = sample_figure_state();
  figure.model = ModelOrigin{verbatim("Llama \"3\""),
                             {.id = "local",
                              .name = verbatim("local layers"),
                              .edits = {},
                              .read = {verbatim("base $b$ 10000")},
                              .assumed = {}}};
  figure.sweep = SweepOf{"real=1:2:3", "plane"};
  EXPECT_EQ(read_figure_state(drawing_labs, write_figure_state(drawing_labs[1], figure)), figure);
}

TEST(FigureState, IsOneLineOfAscii) {
  const std::string text = write_figure_state(drawing_labs[1], sample_figure_state());
  EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 127; })) << text;
}

TEST(FigureState, IsAStateForWhoKnowsNoSheets) {
  const std::string text = write_figure_state(drawing_labs[1], sample_figure_state());
  EXPECT_EQ(read_state(drawing_labs, text), sample_figure_state().state);
  EXPECT_TRUE(looks_like_state(text));
}

TEST(FigureState, OfASavedStateHasTheUsualSheet) {
  const State state = sample_figure_state().state;
  EXPECT_EQ(read_figure_state(drawing_labs, write_state(drawing_labs[1], state)),
            (FigureState{.state = state, .sheet = {}, .program = {}}));
}

TEST(FigureState, IsRefusedForWhateverIsWrongInIt) {
  const std::string whole = write_figure_state(drawing_labs[1], sample_figure_state());
  const auto with = [&](const char* member, Json value) {
    Json json = Json::parse(whole);
    json[member] = std::move(value);
    return figure_state_refusal(json.dump());
  };
  EXPECT_EQ(figure_state_refusal(whole), "accepted");
  EXPECT_EQ(with("format", "other"), "format: \"other\" was given; allowed: “thetalab”");
  EXPECT_EQ(with("lab", "none"), "lab: \"none\" was given; allowed: a lab of this version");
  EXPECT_EQ(with("parameters", {{"real", 7}}), "real: 7 was given; allowed: from 1 to 2");
  EXPECT_EQ(with("sheet", {{"dpi", 1}}), "dpi: 1 was given; allowed: whole numbers from 30 to 2400");
  EXPECT_EQ(with("sheet", nullptr), "sheet: null was given; allowed: an object");
  EXPECT_EQ(with("program", 1), "accepted");  // only for people to read
  EXPECT_EQ(figure_state_refusal(whole.substr(0, whole.size() - 1)).substr(0, 30),
            "state: text that is not JSON, ");
}

}  // namespace
}  // namespace theta
