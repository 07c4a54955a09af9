// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/config_values.h"

#include <gtest/gtest.h>

#include <functional>

namespace theta {
namespace {

using Json = nlohmann::json;

std::string refusal(const Json& json, const std::function<void(const ConfigValues&)>& read) {
  try {
    read(ConfigValues(json, "config.json"));
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(ConfigValues, TheFirstKeyThatIsThereCountsAndNullIsNone) {
  const Json json = {{"rope_theta", nullptr}, {"rotary_emb_base", 10000}, {"base", 5}};
  const auto found = ConfigValues(json, "f").positive({"rope_theta", "rotary_emb_base", "base"});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->key, "rotary_emb_base");
  EXPECT_EQ(found->value, 10000);
  EXPECT_FALSE(ConfigValues(json, "f").whole({"rope_theta", "absent"}));
  EXPECT_TRUE(ConfigValues(json, "f").has({"base"}));
  EXPECT_FALSE(ConfigValues(json, "f").has({"rope_theta"}));
}

TEST(ConfigValues, AWrongTypeOrSizeIsRefusedByFileAndKey) {
  for (const Json& wrong :
       {Json("64"), Json(-1), Json(0), Json(1.5), Json(true), Json::array(), Json(1e300)}) {
    const std::string message =
        refusal({{"head_dim", wrong}}, [](const ConfigValues& values) { values.whole({"head_dim"}); });
    EXPECT_NE(message.find("head_dim"), std::string::npos) << wrong;
    EXPECT_NE(message.find("config.json"), std::string::npos) << wrong;
  }
  EXPECT_NE(refusal({{"a", -1.0}}, [](const ConfigValues& values) { values.positive({"a"}); }), "");
  EXPECT_EQ(refusal({{"a", -1.0}}, [](const ConfigValues& values) { values.real({"a"}); }), "");
  EXPECT_NE(refusal({{"a", 1}}, [](const ConfigValues& values) { values.word({"a"}); }), "");
  EXPECT_NE(refusal({{"a", 1}}, [](const ConfigValues& values) { values.toggle({"a"}); }), "");
  EXPECT_NE(refusal({{"a", {1, -2}}}, [](const ConfigValues& values) { values.list("a"); }), "");
  EXPECT_NE(refusal({{"a", 1}}, [](const ConfigValues& values) { values.object({"a"}); }), "");
}

TEST(ConfigValues, AnObjectWithinIsNamedInItsMessages) {
  const Json json = {{"rope_scaling", {{"factor", "four"}}}};
  const std::string message = refusal(
      json, [](const ConfigValues& values) { values.object({"rope_scaling"})->positive({"factor"}); });
  EXPECT_NE(message.find("rope_scaling.factor"), std::string::npos) << message;
}

}  // namespace
}  // namespace theta
