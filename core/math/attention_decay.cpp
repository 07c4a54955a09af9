// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/attention_decay.h"

#include "core/math/rope.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <utility>

namespace theta {
namespace {

constexpr Eigen::Index lanes = 4;  // distances whose running sums fit into the registers
constexpr Eigen::Index blocks_at_once = 32;
using Lanes = Eigen::Array<double, lanes, 1>;

std::complex<double> pair_phasor(const PairRates& rates, Eigen::Index pair, double distance) {
  const std::complex<double> turned = phasor(distance, rates.frequencies[pair]);
  return rates.decays.size() == 0 ? turned : std::exp(-rates.decays[pair] * distance) * turned;
}

/// How many distances a block holds, a power of two: the table of all pairs and what a product of matrices
/// sets up for it stay within 64 KB, in the cache and on the stack.
std::int64_t block_size(Eigen::Index pairs) {
  const std::int64_t fitting = 4096 / std::max<Eigen::Index>(pairs, 1);
  return static_cast<std::int64_t>(
      std::bit_floor(static_cast<std::uint64_t>(std::clamp<std::int64_t>(fitting, 16, 512))));
}

/// Below it a pair has faded out; smaller numbers would only slow the processor down.
constexpr double faded = 1e-280;

/// Cosines and sines of a pair at the distances from, from + 1, …, as many as a power of two, each half
/// turned on from the one before. Steps are squared up to 32 only: what a square loses doubles.
Eigen::ArrayX2d first_phasors(const PairRates& rates, Eigen::Index pair, double from, std::int64_t count) {
  Eigen::ArrayX2d phasors(count, 2);
  const std::complex<double> start = pair_phasor(rates, pair, from);
  phasors.row(0) << start.real(), start.imag();
  std::complex<double> step = pair_phasor(rates, pair, 1);
  for (Eigen::Index known = 1; known < count; known *= 2) {
    if (known > 1) step = known < 32 ? step * step : pair_phasor(rates, pair, static_cast<double>(known));
    const auto cosines = phasors.col(0).head(known), sines = phasors.col(1).head(known);
    phasors.col(0).segment(known, known) = step.real() * cosines - step.imag() * sines;
    phasors.col(1).segment(known, known) = step.imag() * cosines + step.real() * sines;
  }
  return phasors;
}

}  // namespace

BlockStarts::BlockStarts(PairRates rates, std::int64_t block) : rates_(std::move(rates)) {
  for (Eigen::Index i = 0; i < rates_.pairs(); ++i)
    steps_.push_back(pair_phasor(rates_, i, static_cast<double>(block)));
}

void BlockStarts::fill(double first, Eigen::Ref<Eigen::MatrixXd> starts) const {
  for (Eigen::Index i = 0; i < rates_.pairs(); ++i) {
    std::complex<double> start = pair_phasor(rates_, i, first);
    const std::complex<double> step = steps_[static_cast<std::size_t>(i)];
    for (Eigen::Index m = 0; m < starts.cols(); ++m) {
      if (std::norm(start) < faded) start = 0;
      starts(2 * i, m) = start.real();
      starts(2 * i + 1, m) = start.imag();
      start = {start.real() * step.real() - start.imag() * step.imag(),
               start.real() * step.imag() + start.imag() * step.real()};
    }
  }
}

PairSums::PairSums(const PairRates& rates)
    : mirrored_(rates.decays.size() == 0),
      cosines_(block_size(rates.pairs()), rates.pairs()),
      sines_(cosines_.rows(), rates.pairs()),
      starts_(rates, width()) {
  assert(mirrored_ || rates.decays.size() == rates.pairs());
  for (Eigen::Index i = 0; i < rates.pairs(); ++i) {
    const Eigen::ArrayX2d phasors = first_phasors(rates, i, mirrored_ ? 0.5 : 0, cosines_.rows());
    cosines_.col(i) = phasors.col(0);
    sines_.col(i) = phasors.col(1);
  }
}

void PairSums::at(std::span<const std::complex<double>> coefficients, std::int64_t first,
                  std::span<double> values) const {
  PairSumSpace space;
  at(coefficients, first, values, space);
}

void PairSums::at(std::span<const std::complex<double>> coefficients, std::int64_t first,
                  std::span<double> values, PairSumSpace& space) const {
  const Eigen::Index pairs = cosines_.cols(), rows = cosines_.rows();
  assert(static_cast<Eigen::Index>(coefficients.size()) == pairs && first >= 0);
  const auto count = static_cast<Eigen::Index>(values.size());
  const double middle = mirrored_ ? static_cast<double>(rows) - 0.5 : 0;
  auto& [starts, real, imaginary, even, odd, block] = space;
  starts.resize(2 * pairs, blocks_at_once);
  for (Eigen::MatrixXd* const of_pairs : {&real, &imaginary}) of_pairs->resize(pairs, blocks_at_once);
  for (Eigen::MatrixXd* const of_places : {&even, &odd}) of_places->resize(rows, blocks_at_once);
  block.resize(width());
  for (Eigen::Index done = 0; done < count; done += blocks_at_once * width()) {
    const Eigen::Index blocks = std::min(blocks_at_once, (count - done + width() - 1) / width());
    starts_.fill(static_cast<double>(first + done) + middle, starts.leftCols(blocks));
    for (Eigen::Index m = 0; m < blocks; ++m) {
      for (Eigen::Index i = 0; i < pairs; ++i) {
        const std::complex<double> h = coefficients[static_cast<std::size_t>(i)];
        real(i, m) = h.real() * starts(2 * i, m) - h.imag() * starts(2 * i + 1, m);
        imaginary(i, m) = h.real() * starts(2 * i + 1, m) + h.imag() * starts(2 * i, m);
      }
    }
    // Up to 256 pairs are summed in one go on every machine, so that all get the same.
    even.leftCols(blocks).noalias() = cosines_ * real.leftCols(blocks);
    odd.leftCols(blocks).noalias() = sines_ * imaginary.leftCols(blocks);
    for (Eigen::Index m = 0; m < blocks; ++m) {
      block.tail(rows) = even.col(m) - odd.col(m);
      if (mirrored_) block.head(rows) = (even.col(m) + odd.col(m)).reverse();
      const Eigen::Index from = done + m * width();
      std::copy_n(block.data(), std::min(width(), count - from), values.begin() + from);
    }
  }
}

DecayBounds::DecayBounds(const Eigen::ArrayXd& frequencies)
    : starts_({frequencies}, block_size(frequencies.size())),
      pairs_(frequencies.size()),
      block_(block_size(frequencies.size())) {
  table_.resize(static_cast<std::size_t>(2 * block_ * pairs_));
  for (Eigen::Index i = 0; i < pairs_; ++i) {
    const Eigen::ArrayX2d phasors = first_phasors({frequencies}, i, 0, block_);
    for (Eigen::Index n = 0; n < block_; ++n) {
      const Eigen::Index place = (n / lanes * pairs_ + i) * 2 * lanes + n % lanes;
      table_[static_cast<std::size_t>(place)] = phasors(n, 0);
      table_[static_cast<std::size_t>(place + lanes)] = phasors(n, 1);
    }
  }
}

void DecayBounds::at(std::int64_t first, std::span<double> values) const {
  assert(first >= 0);
  const auto count = static_cast<std::int64_t>(values.size());
  Eigen::MatrixXd starts(2 * pairs_, blocks_at_once);
  for (std::int64_t done = 0; done < count; done += block_) {
    const Eigen::Index place = done / block_ % blocks_at_once;
    if (place == 0) starts_.fill(static_cast<double>(first + done), starts);
    const double* table = table_.data();
    for (std::int64_t n = done; n < std::min(done + block_, count); n += lanes) {
      Lanes real = Lanes::Zero(), imaginary = Lanes::Zero(), moduli = Lanes::Zero();
      for (const double* start = starts.col(place).data(); start < starts.col(place).data() + 2 * pairs_;
           start += 2) {
        const Eigen::Map<const Lanes> cosines(table), sines(table + lanes);
        table += 2 * lanes;
        real += start[0] * cosines - start[1] * sines;
        imaginary += start[0] * sines + start[1] * cosines;
        moduli += (real * real + imaginary * imaginary).sqrt();
      }
      moduli /= static_cast<double>(pairs_);
      std::copy_n(moduli.data(), std::min<std::int64_t>(lanes, count - n), values.begin() + n);
    }
  }
}

Eigen::MatrixXd pair_phasors(const PairRates& rates, std::span<const double> distances) {
  Eigen::MatrixXd phasors(2 * rates.pairs(), static_cast<Eigen::Index>(distances.size()));
  for (Eigen::Index n = 0; n < phasors.cols(); ++n) {
    for (Eigen::Index i = 0; i < rates.pairs(); ++i) {
      const std::complex<double> value = pair_phasor(rates, i, distances[static_cast<std::size_t>(n)]);
      phasors(2 * i, n) = value.real();
      phasors(2 * i + 1, n) = value.imag();
    }
  }
  return phasors;
}

Eigen::ArrayXd pair_sums(const Eigen::MatrixXd& phasors, std::span<const std::complex<double>> coefficients) {
  assert(phasors.rows() == 2 * static_cast<Eigen::Index>(coefficients.size()));
  Eigen::VectorXd weights(phasors.rows());
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    weights[static_cast<Eigen::Index>(2 * i)] = coefficients[i].real();
    weights[static_cast<Eigen::Index>(2 * i + 1)] = -coefficients[i].imag();
  }
  return (phasors.transpose() * weights).array();
}

Eigen::ArrayXd decay_bounds(const Eigen::MatrixXd& phasors) {
  Eigen::ArrayXd bounds(phasors.cols());
  const Eigen::Index pairs = phasors.rows() / 2;
  for (Eigen::Index n = 0; n < phasors.cols(); ++n) {
    std::complex<double> sum = 0;
    double moduli = 0;
    for (Eigen::Index i = 0; i < pairs; ++i) {
      sum += std::complex(phasors(2 * i, n), phasors(2 * i + 1, n));
      moduli += std::sqrt(std::norm(sum));
    }
    bounds[n] = moduli / static_cast<double>(pairs);
  }
  return bounds;
}

}  // namespace theta
