// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_lab.h"

#include "core/labs/all.h"
#include "core/model/change.h"
#include "core/model/number_of.h"
#include "core/model/vary.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

class SweepLab : public testing::Test {
 protected:
  static std::size_t number_named(const char* id) { return find_field(origin().lab->fields, id).value(); }

  static Origin origin() {
    const Lab& lab = *find_lab("rope");
    return {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"};
  }

  static Lab sweep_of_number(const char* id, const Origin& from = origin()) {
    return sweep_lab(from, number_named(id), drawn(from));
  }

  /// What the command line would be told with one of its parameters set.
  static SweepOf told(const char* number, const std::vector<std::pair<const char*, Value>>& settings) {
    const Lab sweep = sweep_of_number(number);
    Values values = initial_values(sweep);
    for (const auto& [id, value] : settings) values.at(find_field(sweep.fields, id).value()) = value;
    EXPECT_TRUE(check(sweep.fields, values).empty());
    return sweep_of(origin().lab->fields[number_named(number)], sweep.fields, values);
  }
};

TEST_F(SweepLab, ProposesValuesAroundThePresentOne) {
  EXPECT_EQ(told("base", {}), (SweepOf{"base=1000:1e+05:3:log", ""}));
  EXPECT_EQ(told("query_position", {}), (SweepOf{"query_position=1:140:3:log", ""}));
}

TEST_F(SweepLab, SaysWhatTheCommandLineTakes) {
  EXPECT_EQ(told("base", {{"spacing", Option{0}}, {"count", std::int64_t{5}}}).vary, "base=1000:1e+05:5");
  EXPECT_EQ(told("base", {{"spacing", Option{2}}, {"list", std::vector<double>{500, 2e4}}}).vary,
            "base=500,20000");
  EXPECT_EQ(told("head_dimension", {{"spacing", Option{2}}, {"list", std::vector<double>{32, 64}}}).vary,
            "head_dimension=32,64");
  EXPECT_EQ(told("base", {{"arrangement", Option{1}}, {"panel", Option{2}}}).grid,
            drawn(origin()).panels.at(2).id);
}

TEST_F(SweepLab, DrawsWhatTheCommandLineDraws) {
  const Lab sweep = sweep_of_number("base");
  Origin swept = origin();
  swept.sweep = SweepOf{"base=1000:1e+05:3:log", ""};
  const Figure figure = sweep.draw(initial_values(sweep), {});
  EXPECT_EQ(figure, drawn(swept));
  EXPECT_TRUE(shows_each_value(figure));
  EXPECT_FALSE(shows_each_value(drawn(origin())));
}

TEST_F(SweepLab, EveryNumberOfEveryLabHasOne) {
  for (const Lab& lab : all_labs()) {
    const Origin from{.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"};
    const Figure present = drawn(from);
    for (std::size_t i = 0; i < lab.fields.size(); ++i) {
      if (!is_number(lab.fields[i]) || !applies(lab.fields[i], from.state.values)) continue;
      const Lab sweep = sweep_lab(from, i, present);
      const Values values = initial_values(sweep);
      EXPECT_TRUE(check(sweep.fields, values).empty()) << lab.id << " " << lab.fields[i].name.id;
      EXPECT_NO_THROW(parse_variation(lab.fields, sweep_of(lab.fields[i], sweep.fields, values).vary))
          << lab.id << " " << lab.fields[i].name.id;
    }
  }
}

TEST_F(SweepLab, SaysWhyThereIsNoFigure) {
  const Lab sweep = sweep_of_number("head_dimension");
  Values values = initial_values(sweep);
  values[0] = Option{2};
  values[find_field(sweep.fields, "list").value()] = std::vector<double>{32, 64.5};
  const Figure figure = sweep.draw(values, {});
  EXPECT_TRUE(figure.panels.empty());
  ASSERT_EQ(figure.remarks.size(), 1u);
  EXPECT_NE(fill(figure.remarks[0]).find("head_dimension"), std::string::npos);
}

TEST_F(SweepLab, BeginsWithThePanelThatIsSeenAlone) {
  Origin from = origin();
  from.state.view.panel = drawn(from).panels.at(1).id;
  const Lab sweep = sweep_of_number("base", from);
  EXPECT_EQ(sweep.fields.back().initial, Value(Option{1}));
}

TEST_F(SweepLab, IsReadBackFromWhatTheCommandLineTakes) {
  const Lab sweep = sweep_of_number("base");
  const Field& base = origin().lab->fields[number_named("base")];
  const std::string panel = drawn(origin()).panels.at(1).id;
  for (const SweepOf& said : {SweepOf{"base=1000:50000:5", ""}, SweepOf{"base=1000:1e+05:4:log", panel},
                              SweepOf{"base=500,20000,1e+06", ""}}) {
    const std::optional<Values> values = values_of_sweep(sweep, said);
    ASSERT_TRUE(values) << said.vary;
    EXPECT_EQ(sweep_of(base, sweep.fields, *values), said);
  }
  for (const SweepOf& said : {SweepOf{"base=1000:50000:99", ""}, SweepOf{"base=1:2:3", "nowhere"},
                              SweepOf{"base=-5,7", ""}, SweepOf{"base=x", ""}, SweepOf{"base=7", ""}})
    EXPECT_FALSE(values_of_sweep(sweep, said)) << said.vary;
}

}  // namespace
}  // namespace theta
