// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sphere_region.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

const Vector3d centres[] = {{1, 0, 0}, {0, 0, 1}, {0, 0, -1}, Vector3d(1, -2, 0.5).normalized()};

TEST(SphereRegion, DirectionsStandAtTheirAngleAndBearing) {
  EXPECT_LT((direction_about({1, 0, 0}, pi / 2, 0) - Vector3d(0, 1, 0)).norm(), 1e-15);
  EXPECT_LT((direction_about({1, 0, 0}, pi / 2, pi / 2) - Vector3d(0, 0, 1)).norm(), 1e-15);
  for (const Vector3d& centre : centres) {
    for (const double angle : {0.1, 1.0, 3.0}) {
      for (const double bearing : {-3.0, -0.5, 0.0, 2.0}) {
        const Vector3d at = direction_about(centre, angle, bearing);
        EXPECT_NEAR(at.norm(), 1, 1e-14);
        EXPECT_NEAR(std::acos(at.dot(centre)), angle, 1e-12);
        EXPECT_NEAR(bearing_about(centre, at), bearing, 1e-12);
      }
    }
    EXPECT_EQ(bearing_about(centre, centre), 0);
  }
}

TEST(SphereRegion, FindsCapsAndHalves) {
  for (const Vector3d& centre : centres) {
    const auto cap =
        sphere_region(centre, [&](const Vector3d& at) { return at.dot(centre) > std::cos(0.7); });
    ASSERT_EQ(cap.size(), 120u);
    for (const Vector3d& at : cap) EXPECT_NEAR(at.dot(centre), std::cos(0.7), 1e-8);
    EXPECT_TRUE(sphere_region(centre, [&](const Vector3d& at) { return at.dot(centre) < 0; }).empty());
  }
  // Two classes a right angle apart: between them runs a great circle, which no direction of the region
  // crosses.
  const Vector3d other = Vector3d::UnitY();
  for (const Vector3d& at :
       sphere_region(Vector3d::UnitX(), [&](const Vector3d& v) { return v.x() > v.y(); }))
    EXPECT_NEAR(at.dot(Vector3d::UnitX()), at.dot(other), 1e-7);
}

TEST(SphereRegion, ShowsWhatFacesTheViewer) {
  const auto cap = [](const Vector3d& centre, double angle) {
    return sphere_region(centre, [=](const Vector3d& at) { return at.dot(centre) > std::cos(angle); });
  };
  EXPECT_EQ(facing(cap(Vector3d::UnitZ(), 0.5)).size(), 120u) << "all of it";
  EXPECT_TRUE(facing(cap(-Vector3d::UnitZ(), 0.5)).empty());
  const std::vector<Vector3d> half = facing(cap(Vector3d::UnitX(), 0.5));
  double rim = 0;
  for (std::size_t i = 0; i < half.size(); ++i) {
    EXPECT_GE(half[i].z(), -1e-12);
    EXPECT_LE(std::hypot(half[i].x(), half[i].y()), 1 + 1e-12);
    if (std::abs(half[i].z()) < 1e-12) {
      EXPECT_GE(half[i].x(), std::cos(0.5) - 1e-3) << "along the shorter arc";
      rim = std::max(rim, half[i].x());
    }
  }
  EXPECT_GT(rim, 0.999) << "closed along the rim, not by a chord";
}

}  // namespace
}  // namespace theta
