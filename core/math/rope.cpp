// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/rope.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace theta {
Eigen::ArrayXd inverse_frequencies(int rotary_dimensions, double base) {
  assert(rotary_dimensions > 0 && rotary_dimensions % 2 == 0 && base > 0);
  Eigen::ArrayXd frequencies(rotary_dimensions / 2);
  for (int i = 0; i < rotary_dimensions / 2; ++i)
    frequencies[i] = std::pow(base, -2.0 * i / rotary_dimensions);
  return frequencies;
}

std::complex<double> phasor(double position, double frequency) {
  const double angle = position * frequency;
  const double rest = std::fma(position, frequency, -angle);
  const double cosine = std::cos(angle), sine = std::sin(angle);
  return {cosine - rest * sine, sine + rest * cosine};
}

RopePair rope_pair(RopeLayout layout, int rotary_dimensions, int pair) {
  assert(pair >= 0 && pair < rotary_dimensions / 2);
  if (layout == RopeLayout::interleaved) return {2 * pair, 2 * pair + 1};
  return {pair, pair + rotary_dimensions / 2};
}

Eigen::VectorXd in_layout(const Eigen::VectorXd& vector, int rotary_dimensions, RopeLayout from,
                          RopeLayout to) {
  assert(vector.size() >= rotary_dimensions);
  Eigen::VectorXd moved = vector;
  for (int i = 0; i < rotary_dimensions / 2; ++i) {
    const RopePair source = rope_pair(from, rotary_dimensions, i),
                   place = rope_pair(to, rotary_dimensions, i);
    moved[place.first] = vector[source.first];
    moved[place.second] = vector[source.second];
  }
  return moved;
}

Eigen::VectorXd rotated(const Eigen::VectorXd& vector, double position, const Eigen::ArrayXd& frequencies,
                        RopeLayout layout, double factor) {
  const int pairs = static_cast<int>(frequencies.size());
  assert(vector.size() >= 2 * pairs);
  Eigen::VectorXd turned = vector;
  for (int i = 0; i < pairs; ++i) {
    const RopePair place = rope_pair(layout, 2 * pairs, i);
    const std::complex<double> pair(vector[place.first], vector[place.second]);
    const std::complex<double> result = factor * pair * phasor(position, frequencies[i]);
    turned[place.first] = result.real();
    turned[place.second] = result.imag();
  }
  return turned;
}

std::vector<std::complex<double>> pair_products(const Eigen::VectorXd& query, const Eigen::VectorXd& key,
                                                int pairs, RopeLayout layout) {
  std::vector<std::complex<double>> products;
  for (int i = 0; i < pairs; ++i) {
    const RopePair place = rope_pair(layout, 2 * pairs, i);
    products.push_back(std::complex(query[place.first], query[place.second]) *
                       std::conj(std::complex(key[place.first], key[place.second])));
  }
  return products;
}

std::vector<double> relative_logits(std::span<const std::complex<double>> products,
                                    const Eigen::ArrayXd& frequencies, double start, double step,
                                    std::size_t count) {
  assert(products.size() == static_cast<std::size_t>(frequencies.size()));
  constexpr std::size_t block =
      64;  // turning by a fixed step loses about 1e-16 a step; each block starts afresh
  std::vector<double> logits(count, 0);
  for (std::size_t i = 0; i < products.size(); ++i) {
    const double frequency = frequencies[static_cast<Eigen::Index>(i)];
    const std::complex<double> turn = phasor(step, frequency);
    for (std::size_t first = 0; first < count; first += block) {
      const std::complex<double> from =
          products[i] * phasor(start + step * static_cast<double>(first), frequency);
      double real = from.real(), imaginary = from.imag();
      for (std::size_t n = first; n < std::min(first + block, count); ++n) {
        logits[n] += real;
        const double next = real * turn.real() - imaginary * turn.imag();
        imaginary = real * turn.imag() + imaginary * turn.real();
        real = next;
      }
    }
  }
  return logits;
}

}  // namespace theta
