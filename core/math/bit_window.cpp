// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/bit_window.h"

#include "core/math/floor_division.h"

#include <algorithm>

namespace theta {
namespace {

std::uint64_t low_bits(std::int64_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

}  // namespace

BitWindow::BitWindow(Range window)
    : window_(window), words_(static_cast<std::size_t>((window.size() + 63) / 64)) {}

bool BitWindow::empty() const {
  return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
}

void BitWindow::set(std::int64_t number) {
  const std::int64_t bit = number - window_.first;
  words_[static_cast<std::size_t>(bit / 64)] |= std::uint64_t{1} << (bit % 64);
}

void BitWindow::set(Range numbers) {
  std::int64_t bit = std::max(numbers.first, window_.first) - window_.first;
  const std::int64_t end = std::min(numbers.last, window_.last) - window_.first + 1;
  while (bit < end) {
    const std::int64_t offset = bit % 64, count = std::min<std::int64_t>(64 - offset, end - bit);
    words_[static_cast<std::size_t>(bit / 64)] |= low_bits(count) << offset;
    bit += count;
  }
}

std::uint64_t BitWindow::word_at(std::int64_t bit) const {
  const std::int64_t word = floor_division(bit, 64), offset = bit - 64 * word;
  const auto at = [&](std::int64_t index) {
    return index < 0 || index >= static_cast<std::int64_t>(words_.size())
               ? std::uint64_t{0}
               : words_[static_cast<std::size_t>(index)];
  };
  if (offset == 0) return at(word);
  return (at(word) >> offset) | (at(word + 1) << (64 - offset));
}

void BitWindow::add_shifted(std::int64_t by) {
  for (std::size_t word = words_.size(); word-- > 0;)  // from above: what is read has not been changed yet
    words_[word] |= word_at(static_cast<std::int64_t>(word) * 64 - by);
  if (const std::int64_t rest = window_.size() % 64; rest != 0 && !words_.empty())
    words_.back() &= low_bits(rest);
}

void BitWindow::add(const BitWindow& other) {
  if (other.window_.empty()) return;
  if (window_.empty()) {
    *this = other;
    return;
  }
  const Range both = {std::min(window_.first, other.window_.first),
                      std::max(window_.last, other.window_.last)};
  if (!(both == window_)) {
    BitWindow grown(both);
    for (std::size_t word = 0; word < grown.words_.size(); ++word)
      grown.words_[word] = word_at(static_cast<std::int64_t>(word) * 64 + both.first - window_.first);
    *this = std::move(grown);
  }
  for (std::size_t word = 0; word < words_.size(); ++word)
    words_[word] |= other.word_at(static_cast<std::int64_t>(word) * 64 + window_.first - other.window_.first);
}

BitWindow BitWindow::within(Range range) const {
  BitWindow part({std::max(range.first, window_.first), std::min(range.last, window_.last)});
  for (std::size_t word = 0; word < part.words_.size(); ++word)
    part.words_[word] = word_at(static_cast<std::int64_t>(word) * 64 + part.window_.first - window_.first);
  if (const std::int64_t rest = part.window_.size() % 64; rest != 0 && !part.words_.empty())
    part.words_.back() &= low_bits(rest);
  return part;
}

BitWindow BitWindow::moved(std::int64_t by) const {
  BitWindow result = *this;
  result.window_ = {window_.first + by, window_.last + by};
  return result;
}

Range BitWindow::hull() const {
  Range hull;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    if (words_[word] == 0) continue;
    const std::int64_t base = window_.first + static_cast<std::int64_t>(word) * 64;
    if (hull.empty()) hull.first = base + std::countr_zero(words_[word]);
    hull.last = base + 63 - std::countl_zero(words_[word]);
  }
  return hull;
}

std::vector<Range> BitWindow::runs() const {
  std::vector<Range> runs;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const std::int64_t base = window_.first + static_cast<std::int64_t>(word) * 64;
    for (int bit = 0; bit < 64;) {
      const std::uint64_t rest = words_[word] >> bit;
      if (rest == 0) break;
      bit += std::countr_zero(rest);
      const int length = std::min(64 - bit, std::countr_one(words_[word] >> bit));
      const Range run = {base + bit, base + bit + length - 1};
      if (!runs.empty() && runs.back().last + 1 == run.first)
        runs.back().last = run.last;
      else
        runs.push_back(run);
      bit += length;
    }
  }
  return runs;
}

}  // namespace theta
