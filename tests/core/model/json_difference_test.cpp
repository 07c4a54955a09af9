// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_difference.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

std::string difference(const char* is, const char* should) {
  return json_difference(nlohmann::ordered_json::parse(is), nlohmann::ordered_json::parse(should));
}

TEST(JsonDifference, NamesTheFirstPlace) {
  const char* should =
      R"({"panels":[{"id":"p","layers":[{"y":[1,2,3]},{"y":[1,null]}]}],"state":{"a":true}})";
  const struct {
    const char *is, *difference;
  } cases[] = {
      {should, ""},
      {R"({"state":{"a":true},"panels":[{"layers":[{"y":[1,2,3]},{"y":[1,null]}],"id":"p"}]})", ""},
      {R"({"panels":[{"id":"p","layers":[{"y":[1,2,3]},{"y":[1,4]}]}],"state":{"a":false}})",
       "$.panels[0].layers[1].y[1]: 4 instead of null"},
      {R"({"panels":[{"id":"q","layers":[]}],"state":{"a":true}})", "$.panels[0].id: \"q\" instead of \"p\""},
      {R"({"panels":[{"id":"p","layers":[{"y":[1,2,3]}]}],"state":{"a":true}})",
       "$.panels[0].layers: 1 elements instead of 2"},
      {R"({"panels":[{"id":"p","layers":[{"y":[1,2,3]},{"y":[1,null]}]}]})", "$.state is missing"},
      {R"({"panels":[{"id":"p","layers":[{"y":[1,2,3]},{"y":[1,null]}]}],"state":{"a":true,"b":1}})",
       "$.state.b does not belong there"},
      {"[1]", "$: a list of 1 instead of an object"}};
  for (const auto& each : cases) EXPECT_EQ(difference(each.is, should), each.difference) << each.is;
}

}  // namespace
}  // namespace theta
