// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/concrete.h"

#include "core/math/softmax.h"

#include <array>
#include <cassert>
#include <cmath>

namespace theta {
namespace {

std::vector<double> divided(std::span<const double> numbers, double divisor) {
  std::vector<double> result(numbers.begin(), numbers.end());
  for (double& number : result) number /= divisor;
  return result;
}

}  // namespace

ConcreteSample concrete_sample(std::span<const double> perturbed, double temperature) {
  assert(temperature > 0);
  ConcreteSample sample{.log_y = divided(perturbed, temperature)};
  const double sum = log_sum_exp(sample.log_y);
  for (double& each : sample.log_y) {
    each -= sum;
    sample.y.push_back(std::exp(each));
  }
  return sample;
}

ConcreteBatch concrete_batch(const Eigen::ArrayXXd& perturbed, double temperature) {
  assert(temperature > 0 && perturbed.cols() > 0);
  const Eigen::ArrayXXd z = (perturbed.colwise() - perturbed.rowwise().maxCoeff()) / temperature;
  ConcreteBatch batch{.y = z.exp(), .maximum = {}, .entropy = {}};
  const Eigen::ArrayXd sum = batch.y.rowwise().sum();
  batch.maximum = sum.inverse();
  batch.y.colwise() *= batch.maximum;
  batch.entropy = sum.log() - (batch.y * z).rowwise().sum();
  return batch;
}

Eigen::MatrixXd concrete_jacobian(std::span<const double> y, double temperature) {
  const Eigen::Map<const Eigen::VectorXd> shares(y.data(), static_cast<Eigen::Index>(y.size()));
  Eigen::MatrixXd jacobian = -shares * shares.transpose();
  jacobian.diagonal() += shares;
  return jacobian / temperature;
}

std::vector<double> concrete_temperature_slope(std::span<const double> perturbed, double temperature) {
  const std::vector<double> z = divided(perturbed, temperature);
  const ConcreteSample sample = concrete_sample(perturbed, temperature);
  double mean = 0;
  for (std::size_t k = 0; k < z.size(); ++k) mean += sample.y[k] * z[k];
  std::vector<double> slope;
  for (std::size_t k = 0; k < z.size(); ++k) slope.push_back(-sample.y[k] * (z[k] - mean) / temperature);
  return slope;
}

double concrete_log_density(std::span<const double> probabilities, double temperature,
                            std::span<const double> log_y) {
  assert(probabilities.size() == log_y.size() && probabilities.size() >= 2 && temperature > 0);
  const auto classes = static_cast<double>(probabilities.size());
  double sum = std::lgamma(classes) + (classes - 1) * std::log(temperature);
  std::vector<double> terms;
  terms.reserve(log_y.size());
  for (std::size_t k = 0; k < log_y.size(); ++k) {
    const double log_probability = std::log(probabilities[k]);
    sum += log_probability - (temperature + 1) * log_y[k];
    terms.push_back(log_probability - temperature * log_y[k]);
  }
  return sum - classes * log_sum_exp(terms);
}

double binary_concrete_density(double p, double temperature, double y) {
  const std::array probabilities = {p, 1 - p}, log_y = {std::log(y), std::log1p(-y)};
  return std::exp(concrete_log_density(probabilities, temperature, log_y));
}

double binary_concrete_cdf(double p, double temperature, double y) {
  const double logit = temperature * (std::log(y) - std::log1p(-y)) - std::log(p) + std::log1p(-p);
  return 1 / (1 + std::exp(-logit));
}

}  // namespace theta
