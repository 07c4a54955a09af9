// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

// Lines and areas in the plane, before they are painted or written. A point is anything with x(), y() and the
// operations of a vector: Eigen::Vector2d, Qt's QPointF.

namespace theta {

/// Closed; low ≤ high in both coordinates.
struct Rectangle {
  double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
};

template <class P>
bool is_finite(const P& point) {
  return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// The ends, from 0 to 1, of the part of a segment within a rectangle (Liang and Barsky, 1984).
template <class P>
std::optional<std::pair<double, double>> part_within(const P& from, const P& to, const Rectangle& within) {
  const P step = to - from;
  double enter = 0, leave = 1;
  const auto cut = [&](double speed, double room) {  // a border is crossed outwards where speed · t = room
    if (speed == 0) return room >= 0;
    const double at = room / speed;
    if (speed > 0)
      leave = std::min(leave, at);
    else
      enter = std::max(enter, at);
    return enter <= leave;
  };
  const bool visible = cut(step.x(), within.x_high - from.x()) && cut(-step.x(), from.x() - within.x_low) &&
                       cut(step.y(), within.y_high - from.y()) && cut(-step.y(), from.y() - within.y_low);
  if (!visible) return {};
  return std::pair{enter, leave};
}

/// The pieces of a line that lie within a rectangle. A point that is not finite cuts the line.
template <class P>
std::vector<std::vector<P>> clipped_line(std::span<const P> line, const Rectangle& to) {
  std::vector<std::vector<P>> pieces;
  std::vector<P> piece;
  const auto close = [&] {
    if (piece.size() > 1) pieces.push_back(std::move(piece));
    piece.clear();
  };
  for (std::size_t i = 1; i < line.size(); ++i) {
    const P from = line[i - 1], end = line[i];
    const auto part = is_finite(from) && is_finite(end) ? part_within(from, end, to) : std::nullopt;
    if (!part) {
      close();
      continue;
    }
    if (part->first > 0) close();
    if (piece.empty()) piece.push_back(part->first > 0 ? P(from + part->first * (end - from)) : from);
    piece.push_back(part->second < 1 ? P(from + part->second * (end - from)) : end);
    if (part->second < 1) close();
  }
  close();
  return pieces;
}

/// The part of an area within a rectangle; the outline is closed by itself (Sutherland and Hodgman, 1974).
template <class P>
std::vector<P> clipped_area(std::vector<P> outline, const Rectangle& to) {
  struct Border {
    double x, y, offset;  // a point lies x · p.x + y · p.y − offset within it
    double depth(const P& p) const { return p.x() * x + p.y() * y - offset; }
  };
  const Border borders[] = {{1, 0, to.x_low}, {-1, 0, -to.x_high}, {0, 1, to.y_low}, {0, -1, -to.y_high}};
  for (const Border& border : borders) {
    std::vector<P> inside;
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const P from = outline[(i + outline.size() - 1) % outline.size()], end = outline[i];
      const double before = border.depth(from), after = border.depth(end);
      if ((before < 0) != (after < 0)) inside.push_back(P(from + before / (before - after) * (end - from)));
      if (after >= 0) inside.push_back(end);
    }
    outline = std::move(inside);
  }
  return outline;
}

/// The line without the points that lie within `tolerance` of what remains.
template <class P>
std::vector<P> simplified_line(std::span<const P> line, double tolerance) {
  if (line.size() < 3) return {line.begin(), line.end()};
  const auto cross = [](const P& a, const P& b) { return a.x() * b.y() - a.y() * b.x(); };
  const auto length = [](const P& v) { return std::hypot(v.x(), v.y()); };
  std::vector<P> kept = {line.front()};
  // The directions from the last point kept in which a chord still passes all points since within the
  // tolerance: a wedge that narrows, given by its two sides.
  P left(0, 0), right(0, 0);
  double reach = 0;
  const auto open = [&](const P& to) {
    const P step = to - kept.back();
    reach = length(step);
    const P aside = reach > tolerance ? P(P(-step.y(), step.x()) * (tolerance / reach)) : P(0, 0);
    left = step + aside;
    right = step - aside;
  };
  open(line[1]);
  for (std::size_t i = 2; i < line.size(); ++i) {
    const P step = line[i] - kept.back();
    const double distance = length(step);
    const bool within =
        distance >= reach && (reach <= tolerance || (cross(right, step) >= 0 && cross(step, left) >= 0));
    if (!within) {
      kept.push_back(line[i - 1]);
      open(line[i]);
      continue;
    }
    if (distance <= tolerance) continue;
    if (reach <= tolerance) {
      open(line[i]);
      continue;
    }
    const P aside = P(-step.y(), step.x()) * (tolerance / distance);
    if (cross(P(step + aside), left) > 0) left = step + aside;
    if (cross(right, P(step - aside)) > 0) right = step - aside;
    reach = distance;
  }
  kept.push_back(line.back());
  return kept;
}

/// Of a line that runs from left to right with more than four points a column: first, lowest, highest and
/// last of each of the columns. Any other line is returned as it is.
template <class P>
std::vector<P> thinned_line(std::vector<P> line, double columns, double column_width = 1) {
  if (static_cast<double>(line.size()) <= 4 * columns) return line;
  const auto runs_back = [](const P& a, const P& b) { return b.x() < a.x(); };
  if (!std::ranges::all_of(line, is_finite<P>) || std::ranges::adjacent_find(line, runs_back) != line.end())
    return line;
  std::vector<P> kept;
  for (auto first = line.begin(); first != line.end();) {
    const double column = std::floor(first->x() / column_width);
    const auto end =
        std::find_if(first, line.end(), [&](const P& p) { return p.x() / column_width >= column + 1; });
    auto [low, high] = std::minmax_element(first, end, [](const P& a, const P& b) { return a.y() < b.y(); });
    if (high < low) std::swap(low, high);
    auto last = end;
    --last;
    auto before = line.end();
    for (const auto point : {first, low, high, last}) {
      if (point != before) kept.push_back(*point);
      before = point;
    }
    first = end;
  }
  return kept;
}

}  // namespace theta
