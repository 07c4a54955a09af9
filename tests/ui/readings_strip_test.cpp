// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readings_strip.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

class ReadingsStripTest : public testing::Test {
 protected:
  static std::vector<Reading> readings(double value) {
    std::vector<Reading> all;
    for (const char* id : {"a", "b", "c", "d", "e", "f"})
      all.push_back({.id = id, .label = verbatim(id), .value = value, .significant = 5});
    return all;
  }

  int height_with(double value) {
    strip_.show_readings(readings(value));
    return strip_.height();
  }

  /// Narrows the strip until the readings just fit into one row.
  void fit(double value) {
    for (int width = 1200; width > 200; --width) {
      strip_.resize(width, strip_.height());
      strip_.forget_widths();
      if (height_with(value) > one_row_) return strip_.resize(width + 1, strip_.height());
    }
  }

  ReadingsStrip strip_;
  int one_row_ = strip_.height();
};

TEST_F(ReadingsStripTest, KeepsItsHeightWhileSignsChange) {
  fit(1.2345);
  strip_.forget_widths();
  EXPECT_EQ(height_with(1.2345), one_row_);
  EXPECT_EQ(height_with(-1.2345), one_row_);
}

TEST_F(ReadingsStripTest, KeepsRoomForTheWidestValueUntilItIsForgotten) {
  fit(1.2345);
  const int two_rows = height_with(-1.2345e-12);
  EXPECT_GT(two_rows, one_row_);
  EXPECT_EQ(height_with(1.2345), two_rows) << "the figure above stays where it is";
  strip_.forget_widths();
  EXPECT_EQ(height_with(1.2345), one_row_);
}

}  // namespace
}  // namespace theta
