// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/state.h"

#include "core/model/problem.h"
#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <limits>

namespace theta {
namespace {

const std::vector<Lab> labs = {every_kind_lab("other"), every_kind_lab()};

std::string state_with(const std::string& parameters) {
  return R"({"format": "thetalab", "version": 1, "lab": "every_kind", "parameters": {)" + parameters + "}}";
}

std::string state_refusal(const std::string& text) {
  try {
    read_state(labs, text);
    return "accepted";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(State, ComesBackWithEveryKind) {
  EveryKind parameters;
  parameters.real = std::nextafter(1, 2);
  parameters.even = 512;
  parameters.index = 255;
  parameters.on = true;
  parameters.colour = Colour::blue;
  parameters.colours = {Colour::green};
  parameters.weights = {0.1, 1.0 / 3, 5e-324};
  parameters.point = {-3, 0.1};
  parameters.seed = {std::numeric_limits<std::uint64_t>::max()};
  parameters.formula = {"θ \"x\" \\ \n"};
  parameters.parts = {{.weight = 0.1, .count = 9, .colour = Colour::blue}, {}, {}};
  const State state{.lab = "every_kind", .values = to_values(parameters), .view = {.panel = "plane"}};
  EXPECT_EQ(read_state(labs, write_state(labs[1], state)), state);
  const State initial{.lab = "every_kind", .values = to_values(EveryKind{}), .view = {}};
  EXPECT_EQ(read_state(labs, write_state(labs[1], initial)), initial);
}

TEST(State, WhatIsMissingHasItsInitialValue) {
  EXPECT_EQ(read_state(labs, state_with("")).values, to_values(EveryKind{}));
  EXPECT_EQ(read_state(labs, state_with(R"("real": 2)")).values, to_values(EveryKind{.real = 2}));
}

TEST(State, EveryWrongTypeIsRefusedInTheParametersName) {
  const struct {
    const char *parameters, *message;
  } cases[] = {
      {R"("real": "1")", "real: \"1\" was given; allowed: from 1 to 2"},
      {R"("real": null)", "real: null was given; allowed: from 1 to 2"},
      {R"("real": 3)", "real: 3 was given; allowed: from 1 to 2"},
      {R"("even": 63)", "even: 63 was given; allowed: even numbers from 2 to 512"},
      {R"("even": 64.5)", "even: 64.5 was given; allowed: even numbers from 2 to 512"},
      {R"("even": 18446744073709551614)",
       "even: 18446744073709551614 was given; allowed: even numbers from 2 to 512"},
      {R"("even": -9223372036854775808)",
       "even: -9223372036854775808 was given; allowed: even numbers from 2 to 512"},
      {R"("index": "one")", "index: \"one\" was given; allowed: whole numbers from 0 to 255"},
      {R"("on": 1)", "on: 1 was given; allowed: true or false"},
      {R"("colour": 0)", "colour: 0 was given; allowed: one of red, green, blue"},
      {R"("colour": "pink")", "colour: \"pink\" was given; allowed: one of red, green, blue"},
      {R"("colours": "red")", "colours: \"red\" was given; allowed: at least 1 of red, green, blue"},
      {R"("colours": [])", "colours: a choice of 0 was given; allowed: at least 1 of red, green, blue"},
      {R"("colours": ["red", "red"])",
       "colours: a list that is not in order was given; allowed: at least 1 of red, green, blue"},
      {R"("weights": 1)", "weights: 1 was given; allowed: 1 to 4 numbers from 0 to 1"},
      {R"("weights": [1, "a"])", "weights: a list of 2 was given; allowed: 1 to 4 numbers from 0 to 1"},
      {R"("weights": [0,0,0,0,0])", "weights: a list of 5 was given; allowed: 1 to 4 numbers from 0 to 1"},
      {R"("point": [1])", "point: a list of 1 was given; allowed: two numbers x,y from −3 to 3"},
      {R"("point": {"x": 1, "y": 2})", "point: an object was given; allowed: two numbers x,y from −3 to 3"},
      {R"("seed": -1)", "seed: -1 was given; allowed: whole numbers from 0 to 2⁶⁴ − 1"},
      {R"("seed": 1.5)", "seed: 1.5 was given; allowed: whole numbers from 0 to 2⁶⁴ − 1"},
      {R"("formula": 1)", "formula: 1 was given; allowed: a formula in x"},
      {R"("parts": [[]])", "parts: a list of 1 was given; allowed: 1 to 3 rows"},
      {R"("parts": [])", "parts: a list of 0 rows was given; allowed: 1 to 3 rows"},
      {R"("unknown": 1)", "unknown: a parameter that every_kind does not have"},
      {R"("real": "a", "on": 1)",
       "real: \"a\" was given; allowed: from 1 to 2; on: 1 was given; allowed: true or false"}};
  for (const auto& each : cases) EXPECT_EQ(state_refusal(state_with(each.parameters)), each.message);
}

TEST(State, BrokenFilesAreRefusedWithOneMessage) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const struct {
    std::string text, message;
  } cases[] = {
      {"", "state: text that is not JSON, line 1, column 1, was given; allowed: a file saved by Thetalab"},
      {"{", "state: text that is not JSON, line 1, column 2, was given; allowed: a file saved by Thetalab"},
      {"\xff\xfe",
       "state: text that is not JSON, line 1, column 1, was given; allowed: a file saved by Thetalab"},
      {state_with("\"real\": 1e999"),
       "state: text with a number too large was given; allowed: a file saved by Thetalab"},
      {"[]", "state: a file without “format” was given; allowed: a file saved by Thetalab"},
      {"{}", "state: a file without “format” was given; allowed: a file saved by Thetalab"},
      {R"({"format": "other"})", "format: \"other\" was given; allowed: “thetalab”"},
      {R"({"format": "thetalab", "version": 2})", "version: 2 was given; allowed: 1"},
      {R"({"format": "thetalab", "version": 1, "lab": "none"})",
       "lab: \"none\" was given; allowed: a lab of this version"},
      {R"({"format": "thetalab", "version": 1, "lab": "other", "parameters": 1})",
       "parameters: 1 was given; allowed: an object"},
      {R"({"format": "thetalab", "version": 1, "lab": "other", "parameters": {}, "view": {"panel": 1}})",
       "view.panel: 1 was given; allowed: a panel's id"},
      {deep, "state: nesting deeper than 64 was given; allowed: at most 64"}};
  for (const auto& each : cases) EXPECT_EQ(state_refusal(each.text), each.message) << each.text.substr(0, 80);
  EXPECT_NE(state_refusal(std::string(5u << 20, ' ')).find("at most"), std::string::npos);
}

TEST(State, ALongValueIsShownByItsBeginning) {
  std::string thetas;
  for (int i = 0; i < 200; ++i) thetas += "θ";
  const std::string message = state_refusal(state_with("\"real\": \"" + thetas + "\""));
  EXPECT_LT(message.size(), 200u);
  EXPECT_NE(message.find("…"), std::string::npos);
}

TEST(State, IsRecognised) {
  EXPECT_TRUE(looks_like_state(state_with("")));
  EXPECT_FALSE(looks_like_state(R"({"hidden_size": 4096})"));
}

}  // namespace
}  // namespace theta
