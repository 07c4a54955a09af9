// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_text.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

std::string json_refusal(const std::string& text, const JsonLimits& limits = {}) {
  try {
    parse_json(text, "f.json", "a file", limits);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

TEST(JsonText, ReadsWhatIsWithinTheLimits) {
  EXPECT_EQ(parse_json(R"({"a": [1, 2.5, null]})", "f", "a file").dump(), R"({"a":[1,2.5,null]})");
  EXPECT_EQ(json_refusal(nested(64)), "");
  EXPECT_EQ(json_refusal("[1]", {.bytes = 3}), "");
}

TEST(JsonText, SaysWhereABrokenTextBreaks) {
  EXPECT_NE(json_refusal("{\n  \"a\": 1,\n  \"b\" 2}").find("line 3, column 7"), std::string::npos);
  EXPECT_NE(json_refusal("").find("line 1, column 1"), std::string::npos);
  EXPECT_EQ(json_refusal("[1").rfind("f.json: ", 0), 0u);
}

TEST(JsonText, RefusesWhatIsTooLongOrTooDeep) {
  EXPECT_NE(json_refusal(nested(65)).find("64"), std::string::npos);
  EXPECT_NE(json_refusal(nested(2'000'000)), "");
  EXPECT_NE(json_refusal("[1 ]", {.bytes = 3}).find("at most 3 bytes"), std::string::npos);
}

TEST(JsonText, KeepsTheOrderAndLimitsTheMembers) {
  EXPECT_EQ(parse_ordered_json(R"({"b": 1, "a": 2})", "f", "a file").dump(), R"({"b":1,"a":2})");
  std::string many = "{";
  for (int i = 0; i < 1001; ++i) many += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
  EXPECT_THROW(parse_ordered_json(many + "}", "f", "a file"), InputError);
}

TEST(JsonText, OfMembersWithOneNameTheLastCounts) {
  EXPECT_EQ(parse_json(R"({"a": 1, "a": 2})", "f", "a file")["a"], 2);
}

TEST(JsonText, QuotesTheBeginningOfALongValueInWholeCharacters) {
  std::string thetas;
  for (int i = 0; i < 100; ++i) thetas += "θ";
  const std::string short_one = fill(quoted(nlohmann::json(thetas)));
  EXPECT_LT(short_one.size(), 90u);
  EXPECT_EQ(short_one.find("\xCE…"), std::string::npos);
  EXPECT_EQ(fill(quoted(nlohmann::json(nullptr))), "null");
}

}  // namespace
}  // namespace theta
