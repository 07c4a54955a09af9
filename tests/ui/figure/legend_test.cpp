// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/legend.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace theta {
namespace {

Legend legend_of_widths(std::initializer_list<double> widths) {
  Legend legend{.entries = {}, .boxed = false, .top_left = {}};
  for (const double width : widths) {
    LegendEntry entry;
    entry.name.width = width;
    legend.entries.push_back(entry);
  }
  return legend;
}

Theme for_files() {
  Theme theme = print_theme();
  theme.for_files = true;
  return theme;
}

TEST(Legend, FitsInAsManyColumnsAsHaveRoom) {
  Legend legend = legend_of_widths({50, 50, 50, 50});
  fit_columns(legend, 1000, for_files());
  EXPECT_EQ(legend.rows(), 1u);
  fit_columns(legend, 170, for_files());
  EXPECT_EQ(legend.rows(), 2u);
  fit_columns(legend, 10, for_files());
  EXPECT_EQ(legend.rows(), 4u) << "one column at least";
}

TEST(Legend, InFilesTheOrderIsTheOneThatTakesFewerRows) {
  Legend legend = legend_of_widths({130, 50, 130, 50});  // long ones below each other leave room beside them
  fit_columns(legend, 260, for_files());
  EXPECT_EQ(legend.rows(), 2u);
  EXPECT_TRUE(legend.by_rows);
  EXPECT_LE(legend_size(legend, for_files()).width(), 260);
  EXPECT_EQ(legend.row_of(1), 0u);
  EXPECT_EQ(legend.column_of(2), 0u);
  fit_columns(legend, 260, light_theme());
  EXPECT_EQ(legend.rows(), 4u) << "the window's stay as they are";
}

}  // namespace
}  // namespace theta
