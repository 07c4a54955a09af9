// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/polyline.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace theta {
namespace {

bool finite(QPointF point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }
double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }
double length(QPointF v) { return std::hypot(v.x(), v.y()); }

/// Liang and Barsky: the ends, from 0 to 1, of the part of a segment within a rectangle.
std::optional<std::pair<double, double>> part_within(QPointF from, QPointF to, const QRectF& within) {
  const QPointF step = to - from;
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
  const bool visible = cut(step.x(), within.right() - from.x()) && cut(-step.x(), from.x() - within.left()) &&
                       cut(step.y(), within.bottom() - from.y()) && cut(-step.y(), from.y() - within.top());
  if (!visible) return {};
  return std::pair{enter, leave};
}

/// One border of a rectangle: how far a point lies within it.
struct Border {
  QPointF inwards;
  double offset;
  double depth(QPointF p) const { return p.x() * inwards.x() + p.y() * inwards.y() - offset; }
};

}  // namespace

std::vector<Polyline> clipped(std::span<const QPointF> line, const QRectF& to) {
  std::vector<Polyline> pieces;
  Polyline piece;
  const auto close = [&] {
    if (piece.size() > 1) pieces.push_back(std::move(piece));
    piece.clear();
  };
  for (std::size_t i = 1; i < line.size(); ++i) {
    const QPointF from = line[i - 1], end = line[i];
    const auto part = finite(from) && finite(end) ? part_within(from, end, to) : std::nullopt;
    if (!part) {
      close();
      continue;
    }
    if (part->first > 0) close();
    if (piece.empty()) piece.push_back(part->first > 0 ? from + part->first * (end - from) : from);
    piece.push_back(part->second < 1 ? from + part->second * (end - from) : end);
    if (part->second < 1) close();
  }
  close();
  return pieces;
}

Polyline clipped_area(Polyline outline, const QRectF& to) {
  const Border borders[] = {
      {{1, 0}, to.left()}, {{-1, 0}, -to.right()}, {{0, 1}, to.top()}, {{0, -1}, -to.bottom()}};
  for (const Border& border : borders) {
    Polyline inside;
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const QPointF from = outline[(i + outline.size() - 1) % outline.size()], end = outline[i];
      const double before = border.depth(from), after = border.depth(end);
      if ((before < 0) != (after < 0)) inside.push_back(from + before / (before - after) * (end - from));
      if (after >= 0) inside.push_back(end);
    }
    outline = std::move(inside);
  }
  return outline;
}

Polyline simplified(std::span<const QPointF> line, double tolerance) {
  if (line.size() < 3) return {line.begin(), line.end()};
  Polyline kept = {line.front()};
  // The directions from the last point kept in which a chord still passes all points since within the
  // tolerance: a wedge that narrows, given by its two sides.
  QPointF left, right;
  double reach = 0;
  const auto open = [&](QPointF to) {
    const QPointF step = to - kept.back();
    reach = length(step);
    const QPointF aside = reach > tolerance ? QPointF(-step.y(), step.x()) * (tolerance / reach) : QPointF();
    left = step + aside;
    right = step - aside;
  };
  open(line[1]);
  for (std::size_t i = 2; i < line.size(); ++i) {
    const QPointF step = line[i] - kept.back();
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
    const QPointF aside = QPointF(-step.y(), step.x()) * (tolerance / distance);
    if (cross(step + aside, left) > 0) left = step + aside;
    if (cross(right, step - aside) > 0) right = step - aside;
    reach = distance;
  }
  kept.push_back(line.back());
  return kept;
}

Polyline thinned(Polyline line, double width) {
  if (static_cast<double>(line.size()) <= 4 * width) return line;
  const auto runs_back = [](QPointF a, QPointF b) { return b.x() < a.x(); };
  if (!std::ranges::all_of(line, finite) || std::ranges::adjacent_find(line, runs_back) != line.end())
    return line;
  Polyline kept;
  for (auto first = line.begin(); first != line.end();) {
    const double column = std::floor(first->x());
    const auto end = std::find_if(first, line.end(), [&](QPointF p) { return p.x() >= column + 1; });
    auto [low, high] = std::minmax_element(first, end, [](QPointF a, QPointF b) { return a.y() < b.y(); });
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

std::vector<Polyline> dashed(std::span<const QPointF> line, std::span<const double> pattern) {
  if (pattern.empty() || line.size() < 2) return {Polyline(line.begin(), line.end())};
  std::vector<Polyline> pieces;
  std::size_t part = 0;
  double left = pattern[0];
  Polyline piece = {line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const QPointF step = line[i] - line[i - 1];
    const double whole = length(step);
    double walked = 0;
    while (whole - walked > left) {
      walked += left;
      const QPointF at = line[i - 1] + step * (walked / whole);
      if (part % 2 == 0) {
        piece.push_back(at);
        pieces.push_back(std::move(piece));
      }
      piece = {at};
      part = (part + 1) % pattern.size();
      left = pattern[part];
    }
    left -= whole - walked;
    if (part % 2 == 0) piece.push_back(line[i]);
  }
  if (part % 2 == 0 && piece.size() > 1) pieces.push_back(std::move(piece));
  return pieces;
}

}  // namespace theta
