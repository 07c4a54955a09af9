// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/chosen_panels.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

using Ids = std::vector<std::string>;

Figure figure_of(const std::vector<std::pair<std::string, Cell>>& cells) {
  Figure figure{.title = "Panels"};
  for (const auto& [id, cell] : cells) {
    figure.panels.push_back({.id = id, .cell = cell});
    figure.handles.push_back({.id = "handle_" + id, .panel = id, .bindings = {{.parameter = "p"}}});
  }
  return figure;
}

/// A large panel beside two small ones.
Figure beside() {
  return figure_of({{"large", {.rows = 2}}, {"above", {.column = 1}}, {"below", {.row = 1, .column = 1}}});
}

/// Two rows of unequal parts: 4 + 2 columns over 2 + 2 + 2.
Figure unequal() {
  return figure_of({{"wide", {.columns = 4}},
                    {"narrow", {.column = 4, .columns = 2}},
                    {"left", {.row = 1, .columns = 2}},
                    {"middle", {.row = 1, .column = 2, .columns = 2}},
                    {"right", {.row = 1, .column = 4, .columns = 2}}});
}

TEST(ChosenPanels, CloseUp) {
  const struct {
    Figure figure;
    Ids chosen;
    std::vector<Cell> want;
  } cases[] = {{beside(), {"large"}, {{}}},
               {beside(), {"below"}, {{}}},
               {beside(), {"large", "above"}, {{}, {.column = 1}}},
               {beside(), {"large", "below"}, {{}, {.column = 1}}},
               {beside(), {"above", "below"}, {{}, {.row = 1}}},
               {unequal(), {"wide", "narrow"}, {{.columns = 2}, {.column = 2}}},
               {unequal(), {"left", "right"}, {{}, {.column = 1}}},
               {unequal(), {"wide", "left"}, {{}, {.row = 1}}},
               {unequal(), {"wide", "middle"}, {{}, {.row = 1}}},
               {unequal(), {"wide", "left", "middle"}, {{.columns = 2}, {.row = 1}, {.row = 1, .column = 1}}},
               {unequal(), {"narrow", "right"}, {{}, {.row = 1}}},
               {unequal(), {"narrow", "left"}, {{.column = 1}, {.row = 1}}},
               {figure_of({{"a", {.row = 3, .column = 2}}, {"b", {.row = 9}}}), {"a"}, {{}}},
               {figure_of({{"tall", {.rows = 2}}, {"low", {.row = 2}}, {"side", {.column = 1, .rows = 3}}}),
                {"tall", "low"},
                {{.rows = 2}, {.row = 2}}}};
  for (const auto& each : cases) {
    const Figure figure = chosen_panels(each.figure, each.chosen);
    ASSERT_EQ(figure.panels.size(), each.want.size());
    for (std::size_t i = 0; i < each.want.size(); ++i) {
      const Cell &got = figure.panels[i].cell, &want = each.want[i];
      EXPECT_TRUE(got == want) << testing::PrintToString(each.chosen) << " " << figure.panels[i].id
                               << ": row " << got.row << "+" << got.rows << ", column " << got.column << "+"
                               << got.columns;
    }
  }
}

TEST(ChosenPanels, KeepTheFiguresOrderAndOnlyTheirHandles) {
  const Figure figure = chosen_panels(beside(), {"below", "large", "below"});
  ASSERT_EQ(figure.panels.size(), 2u);
  EXPECT_EQ(figure.panels[0].id, "large");
  EXPECT_EQ(figure.panels[1].id, "below");
  ASSERT_EQ(figure.handles.size(), 2u);
  EXPECT_EQ(figure.handles[0].panel, "large");
  EXPECT_EQ(figure.handles[1].panel, "below");
  EXPECT_EQ(figure.title, Text("Panels"));
}

TEST(ChosenPanels, AllOrNoneNamedLeaveTheFigureAsItStands) {
  EXPECT_EQ(chosen_panels(unequal(), {"right", "wide", "narrow", "left", "middle"}), unequal());
  EXPECT_EQ(chosen_panels(unequal(), {}), unequal());
}

TEST(ChosenPanels, AnUnknownOneIsRefusedWithWhatThereIs) {
  try {
    chosen_panels(beside(), {"large", "abov", "gradient"});
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(),
                 "abov: there is no such panel; did you mean above? There are large, above, below; "
                 "gradient: there is no such panel; there are large, above, below");
  }
}

}  // namespace
}  // namespace theta
