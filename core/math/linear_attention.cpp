// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/linear_attention.h"

#include <cassert>
#include <cmath>

namespace theta {

Eigen::VectorXd elu_plus_one(const Eigen::VectorXd& vector) {
  return vector.unaryExpr([](double x) { return x >= 0 ? x + 1 : std::exp(x); });
}

LinearAttention linear_attention(const Eigen::VectorXd& query, const Eigen::MatrixXd& keys, double position,
                                 const RotaryFeatures& rotary) {
  assert(query.size() == keys.rows() && keys.cols() > 0);
  const auto turned = [&](const Eigen::VectorXd& features, double place) {
    return rotated(features, place, rotary.frequencies, rotary.layout, rotary.factor);
  };
  const Eigen::VectorXd features = elu_plus_one(query), turned_query = turned(features, position);
  LinearAttention attention{.rotated = Eigen::VectorXd(keys.cols()),
                            .plain = Eigen::VectorXd(keys.cols()),
                            .state = Eigen::VectorXd::Zero(keys.rows())};
  for (Eigen::Index n = 0; n < keys.cols(); ++n) {
    const Eigen::VectorXd key = elu_plus_one(keys.col(n)), turned_key = turned(key, static_cast<double>(n));
    attention.plain[n] = features.dot(key);
    attention.rotated[n] = turned_query.dot(turned_key);
    attention.state += turned_key;
  }
  const double total = attention.plain.sum();
  attention.plain /= total;
  attention.rotated /= total;
  attention.state /= total;
  return attention;
}

}  // namespace theta
