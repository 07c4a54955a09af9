// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/receptive_field.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace theta {

/// The part of its highest value down to which the gradient counts as effective: 1 − 95.45 %.
/// Luo et al., Understanding the effective receptive field in deep convolutional neural networks, 2016.
inline constexpr double effective_threshold = 0.0455;

/// How many standard deviations from the middle a Gaussian falls to that part: √(−2 ln 0.0455).
inline constexpr double effective_radius = 2.485977857111858;

/// A number for each of a row of units or pixels; `first` is the place of the first of them.
struct GradientProfile {
  std::int64_t first = 0;
  std::vector<double> values = {};
  double peak() const;
  double sum() const;
  /// From the first to the last value that is not below `effective_threshold` of the highest.
  Range effective() const;
};

/// How fast unit `unit` of layer `layer` changes with each pixel of the image, ∂y/∂x, where every unit is the
/// mean of what it reads and a join the sum of its two branches, as a part of the sum over an image without
/// ends: the share of the paths down from the unit that end at the pixel. So k branches that are joined one
/// after another weigh 1/k each, and a shortcut as much as what it passes by. Paths that end in the padding
/// are lost. The fields of all layers read are defined and 0 ≤ unit < the layer's size.
GradientProfile mean_gradient(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                              std::size_t layer, std::int64_t unit);

/// The mean over `draws` networks of (∂y/∂x)² where each unit's weights are 1/√taps with signs drawn from the
/// seed, each network from a stream of its own: signs for every unit, as if gates like ReLU's chose them. Its
/// expectation is `mean_gradient` as long as no join mixes two paths to a pixel. draws ≥ 1. Ends early once a
/// stop is requested.
GradientProfile squared_gradient(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                 std::size_t layer, std::int64_t unit, std::uint64_t seed, int draws,
                                 const std::stop_token& stop = {});

/// Multiplications one gradient takes.
double gradient_work(std::span<const AxisLayer> layers, std::span<const LayerField> fields, std::size_t layer,
                     std::int64_t unit);

/// Where a layer's unit 0 gathers on average, in pixels, and with which variance, per layer from the image
/// (item 0) on, as if the image had no ends: each layer adds (dilation · jump)² (kernel² − 1) / 12. NaN where
/// a layer has no receptive field.
struct PositionMoments {
  double mean = 0, variance = 0;
};
std::vector<PositionMoments> gradient_moments(std::span<const AxisLayer> layers,
                                              std::span<const LayerField> fields);

/// The width of `mean_gradient` down to the threshold, per layer from the image on, as if it had no ends. NaN
/// for layers on top of a transposed convolution, whose units differ, and from where `most_work`
/// multiplications do not suffice.
std::vector<double> effective_widths(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                     double most_work);

}  // namespace theta
