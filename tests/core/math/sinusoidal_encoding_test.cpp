// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sinusoidal_encoding.h"

#include "core/math/random.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(SinusoidalEncoding, IsGolden) {
  const double golden[3][8] = {
      {0.841470984807897, 0.54030230586814, 0.0998334166468282, 0.995004165278026, 0.00999983333416666,
       0.999950000416665, 0.000999999833333342, 0.999999500000042},
      {0.909297426825682, -0.416146836547142, 0.198669330795061, 0.980066577841242, 0.0199986666933331,
       0.999800006666578, 0.00199999866666693, 0.999998000000667},
      {0.141120008059867, -0.989992496600445, 0.29552020666134, 0.955336489125606, 0.0299955002024957,
       0.999550033748988, 0.002999995500002025, 0.999995500003375}};
  for (int k = 1; k <= 3; ++k) {
    const Eigen::VectorXd encoding = sinusoidal_encoding(k, 8, 1e4);
    for (int j = 0; j < 8; ++j) expect_near(encoding[j], golden[k - 1][j]);
  }
}

TEST(SinusoidalEncoding, ProductsDependOnTheDistanceAlone) {
  const struct {
    double distance, product;
  } golden[] = {{0, 256},
                {1, 249.102097827363},
                {2, 231.733620389707},
                {5, 189.596667681030},
                {10, 173.789724923663},
                {50, 131.090761090774},
                {100, 111.950208648637},
                {500, 67.2330757735258}};
  for (const auto& each : golden) {
    for (const double position : {0.0, 7.0, 1234.0})
      expect_near(sinusoidal_encoding(position + each.distance, 512, 1e4)
                      .dot(sinusoidal_encoding(position, 512, 1e4)),
                  each.product, 1e-11);
  }
}

TEST(SinusoidalEncoding, AddedLogitsAreTheDotProductOfTheSums) {
  Random random(8);
  for (const int dimensions : {2, 64, 128}) {
    Eigen::VectorXd query(dimensions), key(dimensions);
    for (double& number : query) number = random.normal();
    for (double& number : key) number = random.normal();
    const std::vector<double> logits = added_logits(query, key, 14, 5, 1e4, 3, 2.5, 200);
    ASSERT_EQ(logits.size(), 200u);
    for (std::size_t n = 0; n < logits.size(); ++n) {
      const double shift = 3 + 2.5 * static_cast<double>(n);
      expect_near(logits[n],
                  (query + sinusoidal_encoding(14 + shift, dimensions, 1e4))
                      .dot(key + sinusoidal_encoding(5 + shift, dimensions, 1e4)),
                  1e-11);
    }
  }
}

TEST(SinusoidalEncoding, AddedToNothingIsAsRelativeAsARotation) {
  const Eigen::VectorXd nothing = Eigen::VectorXd::Zero(32);
  const std::vector<double> logits = added_logits(nothing, nothing, 20, 0, 1e4, 0, 1, 100);
  for (const double logit : logits) expect_near(logit, logits[0]);
}

}  // namespace
}  // namespace theta
