// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace theta {

/// A layer of a network along one axis. A unit u of a convolution or pooling reads its input at
/// u · stride − padding + t · dilation, t = 0 … kernel − 1; a unit o of a transposed convolution reads those
/// i with o + padding − i · stride = t · dilation. All ≥ 1 but for padding ≥ 0.
struct AxisLayer {
  bool transposed = false;
  std::int64_t kernel = 1, stride = 1, padding = 0, dilation = 1;
  bool same = false;     ///< TensorFlow's SAME in place of `padding`: the output has ⌈n / stride⌉ units
  std::size_t from = 1;  ///< how many layers back its input stands: 1 is the layer before; 0 counts as 1
  std::size_t join = 0;  ///< how many layers back an output stands that is added to its own; 0: none

  std::int64_t extent() const { return dilation * (kernel - 1) + 1; }
};

/// Whole numbers from first to last; empty where last < first.
struct Range {
  std::int64_t first = 0, last = -1;
  bool empty() const { return last < first; }
  std::int64_t size() const { return empty() ? 0 : last - first + 1; }
  bool operator==(const Range&) const = default;
};

/// Makes a range hold another, and what lies between them.
void grow(Range& range, Range by);

/// Why a layer has no receptive field.
enum class NoField : std::uint8_t {
  defined,        ///< it has one
  unequal_jumps,  ///< it joins branches of different jump: the region grows with the unit's place
  too_large,      ///< a number beyond 2⁵³
  too_fine,       ///< more than 1 024 units differ in what they read
  from_above      ///< what it reads has none
};

/// What the units of a layer read of the image, as if it went on beyond its ends, holes of dilation counted.
/// The unit `period` further along reads the region `shift` pixels further along; without transposed
/// convolutions the period is 1 and all units read alike.
struct LayerField {
  NoField missing = NoField::defined;
  std::int64_t shift = 1, period = 1;
  std::vector<Range> regions = {{0, 0}};  ///< of units 0 … period − 1; empty: the unit reads nothing

  bool ordered = true;  ///< every unit reads something, the next unit nowhere less far on

  std::int64_t output_size = 1;          ///< below 1: the layer has no units
  std::int64_t padding_before = 0;       ///< of its input
  std::int64_t crop = 0, join_crop = 0;  ///< units left out before the first of the two that are joined
  double misalignment = 0;               ///< how far apart, in pixels, the centres of the two are at most

  double jump() const { return static_cast<double>(shift) / static_cast<double>(period); }
  std::int64_t largest() const;  ///< size of a unit's region, the largest over the period
  std::int64_t least() const;
  double start() const;  ///< centre of unit 0's region; pixel centres lie at whole numbers
  double effective_padding() const { return static_cast<double>(-regions.front().first); }
  Range region(std::int64_t unit) const;
  double centre(std::int64_t unit) const;
};

/// The layer, counted from 1, whose output layer `layer` reads or joins: 0 is the image, also where the layer
/// looks further back than that.
std::size_t source_of(const AxisLayer& shape, std::size_t layer);
std::size_t joined_by(const AxisLayer& shape, std::size_t layer);

/// The receptive fields of the image (item 0) and of each layer, from the bottom up:
/// j_l = j_{l−1} s, r_l = r_{l−1} + (κ − 1) j_{l−1}, P_l = P_{l−1} + p j_{l−1}, and their like for branches
/// and transposed convolutions. Outputs of different size are joined at their middles. Araujo et al.,
/// Computing receptive fields of convolutional neural networks, Distill, 2019; Dumoulin and Visin, 2016.
/// input_size ≥ 1.
std::vector<LayerField> receptive_fields(std::span<const AxisLayer> layers, std::int64_t input_size);

}  // namespace theta
