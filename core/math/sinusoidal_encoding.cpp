// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sinusoidal_encoding.h"

#include "core/math/rope.h"

#include <cassert>
#include <complex>

namespace theta {

Eigen::VectorXd sinusoidal_encoding(double position, int dimensions, double base) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(dimensions, base);
  Eigen::VectorXd encoding(dimensions);
  for (int i = 0; i < dimensions / 2; ++i) {
    const std::complex<double> turned = phasor(position, frequencies[i]);
    encoding[2 * i] = turned.imag();
    encoding[2 * i + 1] = turned.real();
  }
  return encoding;
}

std::vector<double> added_logits(const Eigen::VectorXd& query, const Eigen::VectorXd& key,
                                 double query_position, double key_position, double base, double start,
                                 double step, std::size_t count) {
  assert(query.size() == key.size() && query.size() % 2 == 0);
  const auto dimensions = static_cast<int>(query.size());
  const Eigen::ArrayXd frequencies = inverse_frequencies(dimensions, base);
  // x · p_{n+c} = Σ_i Re((x_{2i+1} − j·x_{2i}) · e^{j(n+c)ω_i}): both mixed terms turn with c.
  const auto mixed = [&](const Eigen::VectorXd& content, double position, int pair) {
    return std::complex(content[2 * pair + 1], -content[2 * pair]) * phasor(position, frequencies[pair]);
  };
  std::vector<std::complex<double>> products;
  for (int i = 0; i < dimensions / 2; ++i)
    products.push_back(mixed(query, key_position, i) + mixed(key, query_position, i));
  const double fixed = query.dot(key) + sinusoidal_encoding(query_position, dimensions, base)
                                            .dot(sinusoidal_encoding(key_position, dimensions, base));
  std::vector<double> logits = relative_logits(products, frequencies, start, step, count);
  for (double& logit : logits) logit += fixed;
  return logits;
}

}  // namespace theta
