// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_csv.h"
#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

TEST(ReceptiveFieldTable, TheCsvOfTheTableHasARowALayer) {
  const Values values = with(initial_values(receptive_lab()), "layers",
                             R"([{"kernel": 3, "stride": 2, "padding": 1},
                                 {"kind": "dilated", "padding": 2, "dilation": 2},
                                 {"kind": "transposed", "kernel": 2, "stride": 2},
                                 {"kernel": 255}])");
  const State state{"receptive-field", values, {}};
  const std::string csv = write_table_csv(receptive_lab().draw(values, {}),
                                          {.lab = &receptive_lab(), .state = state, .version = "1"});
  EXPECT_TRUE(
      csv.ends_with("\nlayer,kind,kernel,stride,padding,dilation,from,join,receptive_field,"
                    "least_receptive_field,jump,start,effective_padding,output_size\n"
                    "1,convolution,3,2,1,1,1,0,3,3,2,0,1,16\n"
                    "2,dilated,3,1,2,2,1,0,11,11,2,0,5,16\n"
                    "3,transposed,2,2,0,1,1,0,11,11,1,0,5,32\n"
                    "4,convolution,255,1,0,1,1,0,265,265,1,127,5,0\n"))
      << csv;
  const Values unequal = receptive_preset("unequal_jumps");
  const std::string gaps =
      write_table_csv(receptive_lab().draw(unequal, {}),
                      {.lab = &receptive_lab(), .state = {"receptive-field", unequal, {}}, .version = "1"});
  EXPECT_NE(gaps.find("\n3,convolution,3,1,1,1,1,2,,,,,,12\n"), gaps.npos) << gaps;
}

// Of VGG-16 (part-a 4): the last row is the last layer of the picture.
TEST(ReceptiveFieldTable, HasAsManyRowsAsThereAreLayers) {
  const Figure figure = receptive_figure(receptive_preset("vgg16"));
  for (const TableColumn& column : figure.table)
    EXPECT_EQ(column.numbers.size() + column.words.size(), 18u) << column.id;
  const auto last = [&](const char* id) {
    return std::ranges::find(figure.table, id, &TableColumn::id)->numbers.back();
  };
  EXPECT_EQ(last("receptive_field"), 212);
  EXPECT_EQ(last("jump"), 32);
  EXPECT_EQ(last("output_size"), 7);
}

}  // namespace
}  // namespace theta
