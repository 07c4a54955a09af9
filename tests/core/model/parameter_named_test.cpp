// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameter_named.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

Field named(const char* id, const char* symbol) {
  return {.name = {.id = id, .label = id, .symbol = symbol}, .kind = Real{}, .initial = 1.0};
}

const std::vector<Field>& parameters() {
  static const std::vector<Field> all = {named("temperature", "\\tau"),
                                         named("floor", "\\tau_{min}"),
                                         named("variance", "\\sigma_b^2"),
                                         named("m", "n"),
                                         named("distance", "m"),
                                         named("first", "s"),
                                         named("last", "s"),
                                         named("plain", "")};
  return all;
}

TEST(ParameterNamed, KnowsIdsAndSymbols) {
  EXPECT_EQ(parameter_named(parameters(), "temperature"), 0u);
  EXPECT_EQ(parameter_named(parameters(), "tau"), 0u);
  EXPECT_EQ(parameter_named(parameters(), "tau_min"), 1u);
  EXPECT_EQ(parameter_named(parameters(), "sigma_b^2"), 2u);
}

TEST(ParameterNamed, AnIdGoesBeforeASymbol) { EXPECT_EQ(parameter_named(parameters(), "m"), 3u); }

TEST(ParameterNamed, RefusesWhatIsNoneOrMoreThanOne) {
  for (const char* name : {"s", "", "x", "tau_", "Temperature"})
    EXPECT_THROW(parameter_named(parameters(), name), InputError) << name;
}

}  // namespace
}  // namespace theta
