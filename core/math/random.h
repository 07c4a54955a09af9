// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace theta {

/// xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64 from a seed and a stream. The same pair
/// gives the same numbers on every machine; other streams of a seed are unrelated, so what is drawn for one
/// item does not depend on how many others there are.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t bits();

  /// In the open interval (0, 1): 2⁵² evenly spaced values, neither end among them.
  double uniform();

  /// Standard normal, by the polar form of Box and Muller's method without its second number.
  double normal();

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace theta
