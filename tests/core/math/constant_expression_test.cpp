// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/constant_expression.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>

namespace theta {
namespace {

TEST(ConstantExpression, ReadsWhatAPersonTypes) {
  const std::pair<const char*, double> cases[] = {{"0.5", 0.5},
                                                  {"1e-4", 1e-4},
                                                  {"-3", -3},
                                                  {"−3", -3},
                                                  {"+3", 3},
                                                  {" 7 ", 7},
                                                  {".5", 0.5},
                                                  {"2^12", 4096},
                                                  {"-2^2", -4},
                                                  {"pi/6", std::numbers::pi / 6},
                                                  {"π/6", std::numbers::pi / 6},
                                                  {"2*pi", 2 * std::numbers::pi},
                                                  {"e", std::numbers::e},
                                                  {"sqrt(2)", std::numbers::sqrt2},
                                                  {"10 000", 10000},
                                                  {"10\u2009000", 10000},
                                                  {"1 234 567", 1234567},
                                                  {"2^1 000 / 2^999", 2},
                                                  {"2 * 3", 6},
                                                  {"10\u202f000.5", 10000.5},
                                                  {"(1+2)*3", 9},
                                                  {"0.1", 0.1},
                                                  {"5e-324", 5e-324},
                                                  {"1.7976931348623157e308", 1.7976931348623157e308}};
  for (const auto& [text, want] : cases) {
    const auto got = constant_value(text);
    ASSERT_TRUE(got) << text;
    EXPECT_EQ(*got, want) << text;
  }
}

TEST(ConstantExpression, RefusesWhatIsNoNumber) {
  for (const char* text : {"",        " ",        "x",       "2*x",   "nan",     "inf",    "-inf",    "1e999",
                           "1/0",     "0/0",      "log(-1)", "2^",    "1,2",     "(1",     "1)",      "a=3",
                           "e=3",     "\"1\"",    "1 +",     "--",    "abc",     "\xff",   "pi pi",   "1 2",
                           "1 000 2", "1234 567", "1 0000",  "12 34", "0.5 000", "0 .5 2", "1  000 1"})
    EXPECT_FALSE(constant_value(text)) << text << " " << constant_value(text).value_or(0);
  EXPECT_FALSE(constant_value(std::string(201, '1')));
  EXPECT_FALSE(constant_value(std::string(150, '(')));
}

}  // namespace
}  // namespace theta
