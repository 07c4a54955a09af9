// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/receptive_field.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace theta {

/// A set of whole numbers within a window, a bit for each.
class BitWindow {
 public:
  BitWindow() = default;
  explicit BitWindow(Range window);

  Range window() const { return window_; }
  bool empty() const;
  void set(std::int64_t number);  ///< within the window
  void set(Range numbers);        ///< those within the window
  /// Adds every number of the set plus `by`, as far as it lies within the window. by ≥ 0.
  void add_shifted(std::int64_t by);
  /// Adds what the other set holds; the window grows to hold it.
  void add(const BitWindow& other);
  /// The set without what lies outside a range.
  BitWindow within(Range range) const;
  BitWindow moved(std::int64_t by) const;
  Range hull() const;
  std::vector<Range> runs() const;

  /// Calls with each number of the set, ascending.
  void for_each(auto&& call) const {
    for (std::size_t word = 0; word < words_.size(); ++word) {
      for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1)
        call(window_.first + static_cast<std::int64_t>(word) * 64 + std::countr_zero(bits));
    }
  }

 private:
  std::uint64_t word_at(std::int64_t bit) const;  ///< the 64 bits from there on, zeros outside

  Range window_;
  std::vector<std::uint64_t> words_;
};

}  // namespace theta
