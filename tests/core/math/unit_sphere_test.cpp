// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/unit_sphere.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

TEST(UnitSphere, PlacesAndDirectionsAreOneAnothersInverse) {
  EXPECT_LT((sphere_direction(pi / 2, 0) - Vector3d::UnitY()).norm(), 1e-15);
  EXPECT_LT((sphere_direction(1, pi / 2) - Vector3d::UnitZ()).norm(), 1e-15);
  for (const double longitude : {-3.1, -1.0, 0.0, 2.4, pi}) {
    for (const double latitude : {-1.5, -0.3, 0.0, 1.2}) {
      const Vector3d direction = sphere_direction(longitude, latitude);
      EXPECT_NEAR(direction.norm(), 1, 1e-15);
      EXPECT_NEAR(longitude_of(direction), longitude, 1e-13);
      EXPECT_NEAR(latitude_of(direction), latitude, 1e-14);
    }
  }
}

TEST(UnitSphere, AnglesKeepTheirDigitsNearBothEnds) {
  for (const double angle : {0.0, 1e-12, 1e-6, 1.0, pi - 1e-9, pi}) {
    EXPECT_NEAR(angle_between(Vector3d::UnitX(), sphere_direction(angle, 0)), angle, 1e-15 + 1e-15 * angle);
    EXPECT_NEAR(angle_between(sphere_direction(angle, 0), Vector3d::UnitX()), angle, 1e-15 + 1e-15 * angle);
  }
}

TEST(UnitSphere, ArcsGoEvenlyAlongAGreatCircle) {
  const Vector3d from = sphere_direction(0.3, -0.4), to = sphere_direction(2.1, 0.9);
  const std::vector<Vector3d> arc = great_arc(from, to, 5);
  ASSERT_EQ(arc.size(), 6u);
  EXPECT_LT((arc.front() - from).norm(), 1e-15);
  EXPECT_LT((arc.back() - to).norm(), 1e-14);
  for (int i = 1; i <= 5; ++i) {
    const auto at = static_cast<std::size_t>(i);
    EXPECT_NEAR(angle_between(arc[at - 1], arc[at]), angle_between(from, to) / 5, 1e-14);
    EXPECT_NEAR(arc[at].norm(), 1, 1e-14);
  }
}

TEST(UnitSphere, ArcsOfNoLengthAndOfHalfATurnAreSound) {
  for (const Vector3d& at : great_arc(Vector3d::UnitY(), Vector3d::UnitY(), 4))
    EXPECT_LT((at - Vector3d::UnitY()).norm(), 1e-15);
  const std::vector<Vector3d> half = great_arc(Vector3d::UnitZ(), -Vector3d::UnitZ(), 4);
  EXPECT_LT((half.back() + Vector3d::UnitZ()).norm(), 1e-15);
  EXPECT_NEAR(half[2].norm(), 1, 1e-15);
  EXPECT_NEAR(half[2].z(), 0, 1e-15);
}

}  // namespace
}  // namespace theta
