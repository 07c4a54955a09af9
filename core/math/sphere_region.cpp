// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sphere_region.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <utility>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

using Holds = std::function<bool(const Vector3d&)>;

/// A point of an outline: a node of the grid, both numbers the same, or the border between two nodes.
using Place = std::pair<int, int>;

class Hemisphere {
 public:
  Hemisphere(const Holds& holds, int rings, int bearings)
      : holds_(holds), rings_(rings), bearings_(bearings) {
    nodes_.push_back(Vector3d::UnitZ());
    for (int ring = 1; ring <= rings; ++ring) {
      const double angle = pi / 2 * ring / rings;
      const double height = ring == rings ? 0 : std::cos(angle);
      for (int i = 0; i < bearings; ++i) {
        const double bearing = 2 * pi * i / bearings;
        nodes_.emplace_back(std::sin(angle) * std::cos(bearing), std::sin(angle) * std::sin(bearing), height);
      }
    }
    for (const Vector3d& node : nodes_) held_.push_back(holds(node));
  }

  std::vector<std::vector<Vector3d>> regions() {
    for (int ring = 0; ring < rings_; ++ring) {
      for (int i = 0; i < bearings_; ++i)
        trace_cell({node(ring, i), node(ring + 1, i), node(ring + 1, i + 1), node(ring, i + 1)});
    }
    for (int i = 0; i < bearings_; ++i) trace_rim(node(rings_, i), node(rings_, i + 1));
    return loops();
  }

 private:
  int node(int ring, int bearing) const {
    return ring == 0 ? 0 : 1 + (ring - 1) * bearings_ + bearing % bearings_;
  }
  bool held(int node) const { return held_[static_cast<std::size_t>(node)]; }
  static Place border(int a, int b) { return std::minmax(a, b); }

  /// Around a cell counter-clockwise: where the region is left, its outline runs to where it is entered
  /// again.
  void trace_cell(const std::array<int, 4>& corners) {
    std::vector<std::pair<Place, bool>> crossings;  // and whether the region is left there
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const int here = corners[i], next = corners[(i + 1) % corners.size()];
      if (held(here) != held(next)) crossings.emplace_back(border(here, next), held(here));
    }
    for (std::size_t i = 0; i < crossings.size(); ++i) {
      if (crossings[i].second) next_[crossings[i].first] = crossings[(i + 1) % crossings.size()].first;
    }
  }

  void trace_rim(int here, int next) {
    if (!held(here) && !held(next)) return;
    const Place from = held(here) ? Place{here, here} : border(here, next);
    next_[from] = held(next) ? Place{next, next} : border(here, next);
  }

  Vector3d border_between(Vector3d inside, Vector3d outside) const {
    for (int halving = 0; halving < 30; ++halving) {
      const Vector3d middle = (inside + outside).normalized();
      (holds_(middle) ? inside : outside) = middle;
    }
    return inside;
  }

  Vector3d position(Place place) const {
    const auto& [first, second] = place;
    const Vector3d &a = nodes_[static_cast<std::size_t>(first)],
                   &b = nodes_[static_cast<std::size_t>(second)];
    return first == second ? a : held(first) ? border_between(a, b) : border_between(b, a);
  }

  /// Halfway along a piece of the outline the border may bend, or have a corner, to either side of it.
  std::optional<Vector3d> bend(const Vector3d& from, const Vector3d& to) const {
    if (from.z() == 0 && to.z() == 0) return {};
    const Vector3d middle = (from + to).normalized(), outward = (to - from).cross(middle);
    const bool inside = holds_(middle);
    const Vector3d beyond = (middle + (inside ? 1 : -1) * outward).normalized();
    if (beyond.z() < 0 || holds_(beyond) == inside) return {};
    return inside ? border_between(middle, beyond) : border_between(beyond, middle);
  }

  std::vector<std::vector<Vector3d>> loops() {
    std::vector<std::vector<Vector3d>> outlines;
    while (!next_.empty()) {
      std::vector<Vector3d> corners;
      for (auto step = next_.begin(); step != next_.end();) {
        corners.push_back(position(step->first));
        const Place to = step->second;
        next_.erase(step);
        step = next_.find(to);
      }
      std::vector<Vector3d>& outline = outlines.emplace_back();
      for (std::size_t i = 0; i < corners.size(); ++i) {
        outline.push_back(corners[i]);
        if (const auto between = bend(corners[i], corners[(i + 1) % corners.size()]))
          outline.push_back(*between);
      }
    }
    return outlines;
  }

  const Holds& holds_;
  int rings_, bearings_;
  std::vector<Vector3d> nodes_;
  std::vector<bool> held_;
  std::map<Place, Place> next_;
};

}  // namespace

std::vector<std::vector<Vector3d>> facing_regions(const Holds& holds, int rings, int bearings) {
  return Hemisphere(holds, rings, bearings).regions();
}

}  // namespace theta
