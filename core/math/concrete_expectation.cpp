// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/concrete_expectation.h"

#include <cassert>
#include <cmath>

namespace theta {
namespace {

/// How many nodes over t: they are exact for e^−st with s from 0 to K − 1, of which they lose this much twice
/// a node.
int product_nodes(double classes, double error) {
  const double lost = (std::sqrt(classes) - 1) / (std::sqrt(classes) + 1);
  return static_cast<int>(std::ceil(std::log(error) / (2 * std::log(lost))));
}

/// Means over one class' u at each step of e (rows) and each t (columns).
struct ClassMeans {
  Eigen::MatrixXd kept;      ///< of exp(−tu)
  Eigen::MatrixXd share;     ///< of u exp(−tu)
  Eigen::MatrixXd square;    ///< of u² exp(−tu)
  Eigen::MatrixXd surprise;  ///< of −ln u · u exp(−tu)
};

ClassMeans class_means(double probability, double temperature, double step, const Eigen::VectorXd& weights,
                       const Eigen::ArrayXd& t) {
  const Eigen::Index steps = weights.size(), products = t.size();
  // Of the difference of places from 1 − steps to steps − 1.
  const Eigen::ArrayXd place = Eigen::ArrayXd::LinSpaced(2 * steps - 1, 1.0 - static_cast<double>(steps),
                                                         static_cast<double>(steps) - 1);
  const Eigen::ArrayXd difference = ((step * place - std::log(probability)).exp()).unaryExpr([](double x) {
    return std::log1p(x);
  }) / temperature;
  const Eigen::RowVectorXd u = (-difference).exp().matrix().transpose();
  Eigen::MatrixXd terms(4 * products, place.size());
  terms.topRows(products) = (-(t.matrix() * u).array()).exp().matrix();
  const auto kept = terms.topRows(products).array();
  terms.middleRows(products, products) = (kept.rowwise() * u.array()).matrix();
  terms.middleRows(2 * products, products) = (kept.rowwise() * u.array().square()).matrix();
  terms.bottomRows(products) = (kept.rowwise() * (u.array() * difference.transpose())).matrix();

  Eigen::MatrixXd means(4 * products, steps);
  for (Eigen::Index i = 0; i < steps; ++i)
    means.col(i).noalias() = terms.middleCols(steps - 1 - i, steps) * weights;
  return {means.topRows(products), means.middleRows(products, products),
          means.middleRows(2 * products, products), means.bottomRows(products)};
}

}  // namespace

ConcreteExpectations::ConcreteExpectations(std::span<const double> probabilities, Accuracy accuracy)
    : probabilities_(Eigen::Map<const Eigen::ArrayXd>(probabilities.data(),
                                                      static_cast<Eigen::Index>(probabilities.size()))) {
  assert(probabilities.size() >= 2);
  const bool full = accuracy == Accuracy::full, fine = accuracy == Accuracy::fine;
  const auto classes = static_cast<double>(probabilities.size());
  product_ = laguerre_quadrature(product_nodes(classes, full ? 1e-13 : fine ? 1e-9 : 1e-4));
  // The scale at which s = 0 and s = K − 1 are equally far from the nodes' own e^−t.
  const double scale = std::sqrt(classes);
  product_.nodes /= scale;
  product_.weights *= (-product_.nodes).exp() / scale;

  step_ = full ? 0.3 : fine ? 0.45 : 1.0;
  const double low = full ? -30 : fine ? -20 : -9, high = full ? 3.5 : fine ? 3.1 : 2.2;
  const auto steps = static_cast<Eigen::Index>((high - low) / step_) + 1;
  const Eigen::ArrayXd logs =
      low + step_ * Eigen::ArrayXd::LinSpaced(steps, 0, static_cast<double>(steps - 1));
  exponential_ = (logs - logs.exp()).exp().matrix();
  exponential_ /= exponential_.sum();
}

ConcreteExpectation ConcreteExpectations::at(double temperature) const {
  assert(temperature > 0);
  const Eigen::Index classes = probabilities_.size();
  std::vector<ClassMeans> means;
  for (const double probability : probabilities_)
    means.push_back(class_means(probability, temperature, step_, exponential_, product_.nodes));

  ConcreteExpectation result{.mean = Eigen::ArrayXd::Zero(classes),
                             .variance = Eigen::ArrayXd::Zero(classes)};
  for (Eigen::Index e = 0; e < exponential_.size(); ++e) {
    for (Eigen::Index n = 0; n < product_.nodes.size(); ++n) {
      const double t = product_.nodes[n], weight = exponential_[e] * product_.weights[n];
      double all = 1, wins = 0;  // Π of all means, Σ π_i / mean of the winner, who is not in the product
      for (Eigen::Index k = 0; k < classes; ++k) {
        const double kept = means[static_cast<std::size_t>(k)].kept(n, e);
        all *= kept;
        wins += probabilities_[k] / kept;
      }
      double surprise = 0;
      for (Eigen::Index k = 0; k < classes; ++k) {
        const ClassMeans& own = means[static_cast<std::size_t>(k)];
        const double won = probabilities_[k] / own.kept(n, e);
        const double lost = (wins - won) / own.kept(n, e);
        result.mean[k] += weight * all * (won + lost * own.share(n, e));
        result.variance[k] += weight * t * all * (won + lost * own.square(n, e));
        surprise += lost * own.surprise(n, e);
      }
      result.maximum += weight * all * wins;
      result.entropy += weight * ((1 - all * wins) / t + all * surprise);
    }
  }
  result.variance -= result.mean.square();
  return result;
}

}  // namespace theta
