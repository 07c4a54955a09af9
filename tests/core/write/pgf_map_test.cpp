// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_map.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <regex>

namespace theta {
namespace {

using testing::HasSubstr;

/// The picture a map is written as: its size, where its corners lie in millimetres, and how red each pixel
/// is, the lowest row first.
struct Picture {
  std::size_t columns = 0, rows = 0;
  Rectangle area = {};
  std::vector<int> reds = {};
};

std::vector<int> bytes(const std::string& hexadecimal) {
  std::string digits;
  std::ranges::copy_if(hexadecimal, std::back_inserter(digits), [](char c) { return c != '\n'; });
  std::vector<int> values;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    values.push_back(std::stoi(digits.substr(i, 2), nullptr, 16));
  return values;
}

Picture picture_in(const std::string& text) {
  static const std::regex image(
      R"(q ([-0-9.]+) 0 0 ([-0-9.]+) ([-0-9.]+) ([-0-9.]+) cm BI /W ([0-9]+) /H ([0-9]+) )");
  std::smatch found;
  if (!std::regex_search(text, found, image)) return {};
  const auto millimetres = [&](int part) {
    return std::stod(found[static_cast<std::size_t>(part)]) * 25.4 / 72;
  };
  Picture picture{.columns = std::stoul(found[5]), .rows = std::stoul(found[6])};
  picture.area = {millimetres(3), millimetres(3) + millimetres(1), millimetres(4),
                  millimetres(4) + millimetres(2)};
  const auto between = [&](const std::string& start, const std::string& end) {
    const std::size_t from = text.find(start) + start.size();
    return text.substr(from, text.find(end, from) - from);
  };
  const std::vector<int> palette = bytes(between("\\string<", "\\string>")),
                         pixels = bytes(between("ID\n", "\\string>"));
  for (std::size_t row = picture.rows; row-- > 0;)
    for (std::size_t column = 0; column < picture.columns; ++column)
      picture.reds.push_back(palette[3 * static_cast<std::size_t>(pixels[row * picture.columns + column])]);
  return picture;
}

Map map_of(int columns, int rows) {
  Map map{.mark = {.id = "map", .label = "share"}, .low = 0, .high = 1};
  for (int i = 0; i < columns; ++i) map.x.push_back((i + 0.5) / columns);
  for (int j = 0; j < rows; ++j) map.y.push_back((j + 0.5) / rows);
  for (int i = 0; i < columns * rows; ++i) map.values.push_back(std::fmod(0.37 * i, 1.0));
  return map;
}

TEST(PgfMap, every_cell_has_its_colour) {
  const Map map = map_of(7, 5);
  const Picture picture = picture_in(written(figure_of(map)));
  EXPECT_EQ(picture.columns, 7u);
  ASSERT_EQ(picture.reds.size(), map.values.size());
  for (std::size_t i = 0; i < map.values.size(); ++i) EXPECT_NEAR(picture.reds[i], 255 * map.values[i], 0.51);
  EXPECT_NEAR(picture.area.x_high, 120 - 14 - 4 - 14, 1e-3);
  EXPECT_NEAR(picture.area.y_high, 58, 1e-3);
}

/// What a coarse scale would show as steps is smooth.
TEST(PgfMap, a_slope_has_all_of_its_colours) {
  Map map = map_of(300, 1);
  for (std::size_t i = 0; i < map.values.size(); ++i) map.values[i] = static_cast<double>(i) / 299;
  const std::vector<int> reds = picture_in(written(figure_of(map))).reds;
  ASSERT_EQ(reds.size(), 300u);
  for (std::size_t i = 1; i < reds.size(); ++i) EXPECT_LE(reds[i] - reds[i - 1], 1);
}

TEST(PgfMap, a_large_one_is_kept_small) {
  Map map = map_of(2000, 2000);
  const auto value = [](double x, double y) { return x * y; };
  for (std::size_t i = 0; i < map.values.size(); ++i) map.values[i] = value(map.x[i % 2000], map.y[i / 2000]);
  const std::string text = written(figure_of(map));
  EXPECT_LT(text.size(), 400'000u);
  const Picture picture = picture_in(text);
  for (std::size_t i = 0; i < picture.reds.size(); ++i) {
    const double x = (static_cast<double>(i % picture.columns) + 0.5) / static_cast<double>(picture.columns),
                 y = (static_cast<double>(i / picture.columns) + 0.5) / static_cast<double>(picture.rows);
    ASSERT_NEAR(picture.reds[i], 255 * value(x, y), 1.5);
  }
}

TEST(PgfMap, cells_beyond_the_axes_are_left_out) {
  const Picture picture = picture_in(written(figure_of(map_of(10, 10), {.low = 0.25, .high = 2}, {})));
  EXPECT_EQ(picture.columns, 8u) << "of the third only a half is seen: the plot cuts it";
  const double width = 120 - 14 - 4 - 14;
  EXPECT_NEAR(picture.area.x_low, -0.05 / 1.75 * width, 1e-3);
  EXPECT_NEAR(picture.area.x_high, 0.75 / 1.75 * width, 1e-3);
  EXPECT_TRUE(picture_in(written(figure_of(map_of(10, 10), {.low = 2, .high = 3}, {}))).reds.empty());
}

TEST(PgfMap, cells_of_a_log_axis_lie_where_their_values_do) {
  Map map{.mark = {.id = "map"}, .x = {}, .y = {0.5}, .values = {}, .low = 0, .high = 100};
  for (int i = 0; i <= 100; ++i) {
    map.x.push_back(i);
    map.values.push_back(i);
  }
  const Picture picture =
      picture_in(written(figure_of(map, {.scale = AxisScale::log, .low = 1, .high = 100}, {})));
  ASSERT_EQ(picture.rows, 1u);
  const double width = 120 - 14 - 4 - 14;
  for (const double value : {2.0, 10.0, 50.0}) {
    const double place = std::log10(value) / 2 * width;
    const double part = (place - picture.area.x_low) / (picture.area.x_high - picture.area.x_low);
    const auto pixel = static_cast<std::size_t>(part * static_cast<double>(picture.columns));
    EXPECT_NEAR(picture.reds[pixel] / 255.0 * 100, value, 0.5);
  }
}

TEST(PgfMap, the_colour_bar_has_the_ticks_it_was_laid_out_with) {
  Map map = map_of(2, 2);
  map.low = -4;
  map.high = 4;
  Figure figure = figure_of(map);
  auto places = grid_layout(figure, 120, 80);
  places[0].colour_ticks = {{-4, "low"}, {0, "none"}, {4, "high"}};
  const std::string text = written_in(places, figure, plain_style());
  EXPECT_THAT(text, HasSubstr("ytick={0,0.5,1},yticklabels={{low},{none},{high}}"));
  EXPECT_THAT(text, HasSubstr("ylabel={share}"));
}

}  // namespace
}  // namespace theta
