// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drag.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace theta {
namespace {

/// Sets one of several probabilities; the others shrink or grow in proportion to what each has above the
/// least allowed, so that none falls below it.
void share_out(std::vector<double>& shares, std::size_t moved, double to, double least) {
  const double others = static_cast<double>(shares.size() - 1), whole = 1 - others * least;
  shares[moved] = std::clamp(to, std::min(least, whole), whole);
  double above = 0;
  for (std::size_t k = 0; k < shares.size(); ++k) above += k == moved ? 0 : shares[k] - least;
  const double left = whole - shares[moved];
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (k != moved) shares[k] = least + (above > 0 ? left * (shares[k] - least) / above : left / others);
  }
}

/// An angle that is free to go all the way round goes on at the other end instead of stopping there.
double within_turn(double angle, Limits limits) {
  constexpr double turn = 2 * std::numbers::pi;
  if (limits.high - limits.low < turn * (1 - 1e-12) || (angle >= limits.low && angle <= limits.high))
    return angle;
  return angle - turn * std::floor((angle - limits.low) / turn);
}

}  // namespace

std::optional<Edit> edit_of(const std::vector<Field>& fields, const Values& values, const Move& move) {
  const std::optional<std::size_t> place = find_field(fields, move.parameter);
  if (!place) return {};
  const Field& field = fields[*place];
  const Limits limits = limits_of(field, values);
  const auto* number = std::get_if<double>(&move.to);
  const auto* point = std::get_if<Point>(&move.to);
  if (number && std::isfinite(*number)) {
    if (const auto* kind = std::get_if<Real>(&field.kind)) {
      const double wanted = kind->angle ? within_turn(*number, limits) : *number;
      return Edit{*place, std::clamp(wanted, limits.low, limits.high)};
    }
    if (const auto* kind = std::get_if<Integer>(&field.kind))
      return Edit{*place, nearest_allowed(*kind, *number, limits)};
    if (const auto* list = std::get_if<std::vector<double>>(&values.at(*place));
        list && move.element && *move.element < list->size()) {
      std::vector<double> moved = *list;
      const auto* kind = std::get_if<Reals>(&field.kind);
      if (kind && kind->sums_to_one && moved.size() > 1)
        share_out(moved, *move.element, std::clamp(*number, limits.low, limits.high), limits.low);
      else
        moved[*move.element] = std::clamp(*number, limits.low, limits.high);
      return Edit{*place, std::move(moved)};
    }
  }
  if (point && std::isfinite(point->x) && std::isfinite(point->y) &&
      std::holds_alternative<Plane>(field.kind)) {
    return Edit{*place, Point{std::clamp(point->x, limits.low, limits.high),
                              std::clamp(point->y, limits.low, limits.high)}};
  }
  return {};
}

}  // namespace theta
