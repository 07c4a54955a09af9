// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/orthographic.h"

#include <Eigen/Geometry>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

void expect_at(const Vector3d& got, const Vector3d& want) { EXPECT_LT((got - want).norm(), 1e-14) << got; }

TEST(Orthographic, LooksAlongTheAxisItSays) {
  const Orthographic front(0, 0), right(pi / 2, 0), above(0, pi / 2);
  expect_at(front.project({1, 0, 0}), {0, 0, 1});
  expect_at(front.project({0, 1, 0}), {1, 0, 0});
  expect_at(front.project({0, 0, 1}), {0, 1, 0});
  expect_at(right.project({0, 1, 0}), {0, 0, 1});
  expect_at(right.project({1, 0, 0}), {-1, 0, 0});
  expect_at(above.project({0, 0, 1}), {0, 0, 1});
}

TEST(Orthographic, IsARotation) {
  for (const double longitude : {-3.0, -0.4, 1.1, 2.7}) {
    for (const double latitude : {-pi / 2, -0.6, 0.9}) {
      const Orthographic view(longitude, latitude);
      const Vector3d x = view.project(Vector3d::UnitX()), y = view.project(Vector3d::UnitY());
      EXPECT_NEAR(x.norm(), 1, 1e-14);
      EXPECT_NEAR(x.dot(y), 0, 1e-14);
      expect_at(x.cross(y), view.project(Vector3d::UnitZ()));
    }
  }
}

TEST(Orthographic, FindsTheDirectionSeenAtAPlace) {
  const Orthographic view(0.7, -0.4);
  for (const double right : {-0.6, 0.0, 0.3}) {
    for (const double up : {-0.5, 0.0, 0.7}) {
      const Vector3d at = view.project(view.direction_at(right, up));
      expect_at(at, {right, up, std::sqrt(1 - right * right - up * up)});
    }
  }
  expect_at(view.project(view.direction_at(3, 4)), {0.6, 0.8, 0});
  expect_at(view.unproject(view.project({0.1, 2, -3})), {0.1, 2, -3});
}

}  // namespace
}  // namespace theta
