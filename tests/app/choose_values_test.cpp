// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choose_values.h"

#include "core/labs/all.h"
#include "core/model/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>

namespace theta {
namespace {

using testing::HasSubstr;

const Value& value_of(const Origin& origin, const std::string& id) {
  return origin.state.values.at(*find_field(origin.lab->fields, id));
}

std::string choosing_refused(const Lab& lab, const Choosing& choosing, const std::string& vary = {}) {
  try {
    choose_values(lab, choosing,
                  vary.empty() ? std::nullopt : std::optional(parse_variation(lab.fields, vary)));
  } catch (const InputError& error) {
    return error.what();
  }
  return "was accepted";
}

TEST(ChooseValues, SetsOnTopOfThePreset) {
  const Lab& lab = lab_named("rope");
  const Preset preset = lab.presets().back();
  const Values of_preset = preset_values(lab, preset);
  const Origin origin = choose_values(lab, {.preset = preset.id, .set = {"base=2^12"}});
  EXPECT_EQ(value_of(origin, "base"), Value(4096.0));
  Values others = origin.state.values;
  const std::size_t base = *find_field(lab.fields, "base");
  others[base] = of_preset[base];
  EXPECT_EQ(others, of_preset);
}

TEST(ChooseValues, SaysAllThatIsWrongAtOnce) {
  const std::string said =
      choosing_refused(lab_named("rope"), {.set = {"bse=3", "head_dimension", "base=ten"}});
  EXPECT_THAT(said, HasSubstr("did you mean base?"));
  EXPECT_THAT(said, HasSubstr("id=value"));
  EXPECT_THAT(said, HasSubstr("ten"));
}

TEST(ChooseValues, SaysWithWhatAParameterWouldApply) {
  EXPECT_THAT(choosing_refused(lab_named("rope"), {.set = {"factor=4"}}), HasSubstr("scaling=linear"));
  EXPECT_EQ(choosing_refused(lab_named("rope"), {.set = {"factor=4", "scaling=linear"}}), "was accepted");
}

TEST(ChooseValues, LeavesWhatIsVariedToTheVariation) {
  EXPECT_THAT(choosing_refused(lab_named("rope"), {.set = {"base=1000"}}, "base=100,200"),
              HasSubstr("--vary"));
  EXPECT_EQ(choosing_refused(lab_named("rope"), {.set = {"factor=4"}}, "scaling=none,linear"), "was accepted")
      << "it applies at one of the values";
}

TEST(ChooseValues, NamesTheLabsThatReadModels) {
  EXPECT_THAT(choosing_refused(lab_named("activations"), {.model = "config.json"}), HasSubstr("rope"));
  EXPECT_THROW(lab_named("ropes"), InputError);
}

}  // namespace
}  // namespace theta
