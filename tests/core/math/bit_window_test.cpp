// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/bit_window.h"

#include "core/math/random.h"

#include <gtest/gtest.h>

#include <set>

namespace theta {
namespace {

using Numbers = std::set<std::int64_t>;

Numbers numbers_of(const BitWindow& bits) {
  Numbers numbers;
  bits.for_each([&](std::int64_t number) { numbers.insert(number); });
  return numbers;
}

/// A window, and a random set in it, as bits and as numbers.
struct Drawn {
  BitWindow bits;
  Numbers numbers;
};

class BitWindowTest : public testing::Test {
 protected:
  std::int64_t any(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random_.bits() % static_cast<std::uint64_t>(high - low + 1));
  }

  Drawn draw() {
    const Range window = {any(-200, 100), any(100, 300)};
    Drawn drawn{.bits = BitWindow(window), .numbers = {}};
    for (std::int64_t n = any(0, 60); n > 0; --n) {
      const std::int64_t number = any(window.first, window.last);
      drawn.bits.set(number);
      drawn.numbers.insert(number);
    }
    return drawn;
  }

  Random random_{7};
};

TEST_F(BitWindowTest, HoldsWhatWasSet) {
  for (int trial = 0; trial < 200; ++trial) {
    const Drawn drawn = draw();
    EXPECT_EQ(numbers_of(drawn.bits), drawn.numbers);
    EXPECT_EQ(drawn.bits.empty(), drawn.numbers.empty());
    if (drawn.numbers.empty()) continue;
    EXPECT_EQ(drawn.bits.hull(), (Range{*drawn.numbers.begin(), *drawn.numbers.rbegin()}));
  }
}

TEST_F(BitWindowTest, ARangeIsSetAsFarAsItLiesWithin) {
  for (int trial = 0; trial < 200; ++trial) {
    Drawn drawn = draw();
    const Range range = {any(-300, 200), any(-300, 400)}, window = drawn.bits.window();
    drawn.bits.set(range);
    for (std::int64_t n = range.first; n <= range.last; ++n)
      if (n >= window.first && n <= window.last) drawn.numbers.insert(n);
    EXPECT_EQ(numbers_of(drawn.bits), drawn.numbers);
  }
}

TEST_F(BitWindowTest, ShiftedNumbersJoinWithinTheWindow) {
  for (int trial = 0; trial < 200; ++trial) {
    Drawn drawn = draw();
    const std::int64_t by = any(0, 200);
    Numbers joined = drawn.numbers;
    for (const std::int64_t n : drawn.numbers)
      if (n + by <= drawn.bits.window().last) joined.insert(n + by);
    drawn.bits.add_shifted(by);
    EXPECT_EQ(numbers_of(drawn.bits), joined);
  }
}

TEST_F(BitWindowTest, ASumHoldsBoth) {
  for (int trial = 0; trial < 200; ++trial) {
    Drawn a = draw();
    const Drawn b = draw();
    a.bits.add(b.bits);
    a.numbers.insert(b.numbers.begin(), b.numbers.end());
    EXPECT_EQ(numbers_of(a.bits), a.numbers);
  }
  BitWindow none;
  none.add(BitWindow());
  EXPECT_TRUE(none.empty());
}

TEST_F(BitWindowTest, APartMovesAlong) {
  for (int trial = 0; trial < 200; ++trial) {
    const Drawn drawn = draw();
    const Range range = {any(-300, 200), any(-300, 400)};
    const std::int64_t by = any(-500, 500);
    Numbers part;
    for (const std::int64_t n : drawn.numbers)
      if (n >= range.first && n <= range.last) part.insert(n + by);
    EXPECT_EQ(numbers_of(drawn.bits.within(range).moved(by)), part);
  }
}

TEST_F(BitWindowTest, RunsAreTheLongestOnes) {
  for (int trial = 0; trial < 200; ++trial) {
    Drawn drawn = draw();
    drawn.bits.set(Range{any(-200, 300), any(-200, 300)});
    const Numbers numbers = numbers_of(drawn.bits);
    Numbers covered;
    for (const Range& run : drawn.bits.runs()) {
      EXPECT_FALSE(numbers.contains(run.first - 1));
      EXPECT_FALSE(numbers.contains(run.last + 1));
      for (std::int64_t n = run.first; n <= run.last; ++n) covered.insert(n);
    }
    EXPECT_EQ(covered, numbers);
  }
}

}  // namespace
}  // namespace theta
