// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/number.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace theta {
namespace {

TEST(Number, ReadableIsAsAReaderExpects) {
  const std::tuple<double, int, const char*> cases[] = {{0, 6, "0"},
                                                        {-0.0, 6, "0"},
                                                        {1, 6, "1"},
                                                        {-1.5, 6, "−1.5"},
                                                        {0.1, 6, "0.1"},
                                                        {1.0 / 3, 6, "0.333333"},
                                                        {1234, 6, "1234"},
                                                        {10000, 6, "10\u2009000"},
                                                        {-12345.678, 6, "−12\u2009345.7"},
                                                        {1234567, 6, "1\u2009234\u2009567"},
                                                        {12345678, 6, "12\u2009345\u2009678"},
                                                        {1e8, 6, "10⁸"},
                                                        {-1e8, 6, "−10⁸"},
                                                        {2.5e8, 6, "2.5·10⁸"},
                                                        {999999.5, 6, "1\u2009000\u2009000"},
                                                        {9.9999999, 6, "10"},
                                                        {0.0001, 6, "0.0001"},
                                                        {0.00009999999, 6, "0.0001"},
                                                        {3.07e-7, 6, "3.07·10⁻⁷"},
                                                        {1e-5, 6, "10⁻⁵"},
                                                        {0.5, 0, "0.5"},
                                                        {0.123456, 2, "0.12"},
                                                        {INFINITY, 6, "∞"},
                                                        {-INFINITY, 6, "−∞"},
                                                        {NAN, 6, "–"},
                                                        {5e-324, 6, "4.94066·10⁻³²⁴"},
                                                        {1.7976931348623157e308, 6, "1.79769·10³⁰⁸"}};
  for (const auto& [number, digits, want] : cases) EXPECT_EQ(readable(number, digits), want) << number;
}

TEST(Number, SteadyKeepsItsDigits) {
  const std::tuple<double, int, const char*> cases[] = {
      {0, 4, "0.000"},   {1, 4, "1.000"},       {-2.5, 3, "−2.50"},     {9.9999, 3, "10.0"},
      {1000, 4, "1000"}, {0.001, 3, "0.00100"}, {1e-7, 3, "1.00·10⁻⁷"}, {12345, 6, "12\u2009345.0"},
      {NAN, 4, "–"},     {INFINITY, 4, "∞"},    {0.99999, 3, "1.00"},   {-0.0, 1, "0"}};
  for (const auto& [number, digits, want] : cases) EXPECT_EQ(steady(number, digits), want) << number;
}

TEST(Number, InFullTellsNeighboursApart) {
  EXPECT_EQ(readable_in_full(0.1), "0.1");
  EXPECT_EQ(readable_in_full(2), "2");
  EXPECT_EQ(readable_in_full(0.9999999), "0.9999999");
  EXPECT_EQ(readable_in_full(std::nextafter(1, 0)), "0.9999999999999999");
  EXPECT_EQ(readable_in_full(-INFINITY), "−∞");
  EXPECT_EQ(readable_in_full(NAN), "–");
  EXPECT_EQ(readable_in_full(10000), "10\u2009000");
}

TEST(Number, RoundedIsWhatIsWritten) {
  EXPECT_EQ(rounded_to_digits(0.1 + 0.2, 12), 0.3);
  EXPECT_EQ(rounded_to_digits(std::pow(1024, 0.1), 12), 2);
  EXPECT_EQ(rounded_to_digits(-1234.5678, 3), -1230);
  EXPECT_EQ(rounded_to_digits(0, 12), 0);
  EXPECT_EQ(rounded_to_digits(5e-324, 12), 5e-324);
  EXPECT_EQ(rounded_to_digits(1.7976931348623157e308, 17), 1.7976931348623157e308);
}

TEST(Number, ExactReadsBack) {
  std::uint64_t bits = 1;
  for (int i = 0; i < 100'000; ++i) {
    bits = bits * 6364136223846793005u + 1442695040888963407u;
    const double number = std::bit_cast<double>(bits ^ (bits >> 29));
    if (!std::isfinite(number)) continue;
    ASSERT_EQ(std::bit_cast<std::uint64_t>(std::strtod(exact(number).c_str(), nullptr)),
              std::bit_cast<std::uint64_t>(number));
  }
  EXPECT_EQ(exact(0.1), "0.1");
  EXPECT_EQ(exact(-3), "-3");
  EXPECT_EQ(exact(5e-324), "5e-324");
}

TEST(Number, PowersOfTen) {
  EXPECT_EQ(power_of_ten(0), "10⁰");
  EXPECT_EQ(power_of_ten(-12), "10⁻¹²");
  EXPECT_EQ(power_of_ten(308), "10³⁰⁸");
}

}  // namespace
}  // namespace theta
