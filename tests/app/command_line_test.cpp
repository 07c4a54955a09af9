// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "core/model/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace theta {
namespace {

using testing::HasSubstr;

Command command_of(std::vector<const char*> words) {
  words.insert(words.begin(), "thetalab");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

std::string line_refused(const std::vector<const char*>& words) {
  try {
    command_of(words);
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 1u);
    return error.what();
  }
  return "was accepted";
}

TEST(CommandLine, OpensTheWindowWhereNothingElseIsAsked) {
  EXPECT_FALSE(std::get<OpenWindow>(command_of({})).file);
  EXPECT_EQ(std::get<OpenWindow>(command_of({"fig.pdf"})).file, "fig.pdf");
}

TEST(CommandLine, TakesTheFormatFromTheNameUnlessItIsSaid) {
  EXPECT_EQ(std::get<Render>(command_of({"render", "rope", "-o", "a.svg"})).format, FileFormat::svg);
  const auto said = std::get<Render>(command_of({"render", "rope", "-o", "a.svg", "--format", "csv"}));
  EXPECT_EQ(said.format, FileFormat::csv);
  EXPECT_EQ(said.output, "a.svg");
}

TEST(CommandLine, KeepsSettingsInTheirOrder) {
  const auto render =
      std::get<Render>(command_of({"render", "rope", "--set", "base=1", "--set", "pair=2", "-o", "a.csv"}));
  EXPECT_EQ(render.choosing.set, (std::vector<std::string>{"base=1", "pair=2"}));
}

TEST(CommandLine, FilmsPlayOnceAsItsHelpSays) {
  const auto film = [](std::vector<const char*> more) {
    more.insert(more.begin(), {"animate", "rope", "--vary", "base=1,2", "-o", "film"});
    return std::get<Animate>(command_of(more));
  };
  EXPECT_EQ(film({}).way, PlayWay::once);
  EXPECT_EQ(film({}).rate, 25);
  EXPECT_EQ(film({"--way", "round"}).way, PlayWay::round);
  EXPECT_EQ(film({"--way", "to-and-fro"}).way, PlayWay::to_and_fro);
  EXPECT_THAT(std::get<Print>(command_of({"animate", "--help"})).text,
              HasSubstr("once, which it is unless given"));
}

TEST(CommandLine, RefusesWhatMakesNoSense) {
  EXPECT_THAT(line_refused({"render", "rope", "-o", "-"}), HasSubstr("--format"));
  EXPECT_THAT(line_refused({"render", "rope", "-o", "a.gif"}), HasSubstr("a.gif"));
  EXPECT_THAT(line_refused({"render", "rope", "--build-up", "-o", "a.svg"}), HasSubstr("--build-up: svg"));
  EXPECT_THAT(line_refused({"render", "rope", "--numbers", "table", "-o", "a.pdf"}),
              HasSubstr("--numbers: pdf"));
  EXPECT_THAT(line_refused({"code", "rope", "--numpy", "--torch"}), HasSubstr("excludes"));
  EXPECT_THAT(line_refused({"animate", "rope", "--vary", "base=1,2", "-o", "a", "--rate", "0"}),
              HasSubstr("--rate"));
}

}  // namespace
}  // namespace theta
