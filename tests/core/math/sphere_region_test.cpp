// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sphere_region.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

using Outline = std::vector<Vector3d>;

auto cap(const Vector3d& centre, double angle) {
  return [=](const Vector3d& at) { return at.dot(centre) > std::cos(angle); };
}

/// Of an outline as it is seen, positive where it runs counter-clockwise.
double area(const Outline& outline) {
  double twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vector3d &here = outline[i], &next = outline[(i + 1) % outline.size()];
    twice += here.x() * next.y() - next.x() * here.y();
  }
  return twice / 2;
}

TEST(SphereRegion, FindsACapThatFacesTheViewer) {
  for (const Vector3d& centre : {Vector3d(0, 0, 1), Vector3d(0.3, -0.4, std::sqrt(0.75))}) {
    const auto regions = facing_regions(cap(centre, 0.4));
    ASSERT_EQ(regions.size(), 1u);
    for (const Vector3d& at : regions[0]) {
      EXPECT_NEAR(at.norm(), 1, 1e-14);
      EXPECT_NEAR(at.dot(centre), std::cos(0.4), 1e-9);
    }
    EXPECT_NEAR(area(regions[0]), pi * std::pow(std::sin(0.4), 2) * centre.z(), 2e-3);
  }
}

TEST(SphereRegion, ClosesAlongTheRimWhatReachesIt) {
  const auto regions = facing_regions(cap(Vector3d::UnitX(), pi / 4));
  ASSERT_EQ(regions.size(), 1u);
  for (const Vector3d& at : regions[0]) {
    EXPECT_GE(at.z(), 0);
    EXPECT_GE(at.x(), std::cos(pi / 4) - 1e-9);
    EXPECT_TRUE(at.z() == 0 || std::abs(at.x() - std::cos(pi / 4)) < 1e-9) << at;
  }
  EXPECT_NEAR(area(regions[0]), pi / 4 - 0.5, 2e-3) << "a segment of the disc";
}

/// A cap larger than a half leaves the viewer's disc without a segment, closed along the longer arc.
TEST(SphereRegion, ClosesAlongLongArcsToo) {
  const auto regions = facing_regions(cap(Vector3d::UnitX(), 3 * pi / 4));
  ASSERT_EQ(regions.size(), 1u);
  EXPECT_NEAR(area(regions[0]), pi - (pi / 4 - 0.5), 4e-3);
}

TEST(SphereRegion, FindsAllNothingAndHoles) {
  const auto all = facing_regions([](const Vector3d&) { return true; }, 8, 64);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].size(), 64u) << "the rim";
  EXPECT_TRUE(facing_regions([](const Vector3d&) { return false; }).empty());
  EXPECT_TRUE(facing_regions(cap(-Vector3d::UnitZ(), 1)).empty()) << "it is on the other side";
  const auto ring = facing_regions([](const Vector3d& at) { return at.z() < 0.9 && at.z() > 0.5; });
  ASSERT_EQ(ring.size(), 2u);
  EXPECT_NEAR(area(ring[0]) + area(ring[1]), pi * (0.75 - 0.19), 4e-3);
  EXPECT_LT(area(ring[0]) * area(ring[1]), 0) << "the hole runs clockwise";
}

TEST(SphereRegion, FindsPartsThatDoNotHangTogether) {
  const auto parts = facing_regions([](const Vector3d& at) { return std::abs(at.x()) > 0.6; });
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_NEAR(area(parts[0]), area(parts[1]), 1e-3);
  EXPECT_NEAR(area(parts[0]), std::acos(0.6) - 0.48, 2e-3);
}

}  // namespace
}  // namespace theta
