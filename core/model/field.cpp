// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/field.h"

#include "core/model/overloaded.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

Limits kind_limits(const Kind& kind) {
  return std::visit(
      Overloaded{[](const Real& real) {
                   return Limits{real.low, real.high};
                 },
                 [](const Integer& integer) {
                   return Limits{integer.low, integer.high};
                 },
                 [](const Reals& reals) {
                   return Limits{reals.low, reals.high};
                 },
                 [](const Plane& plane) {
                   return Limits{-plane.reach, plane.reach};
                 },
                 [](const Toggle&) { return Limits{}; }, [](const Choice&) { return Limits{}; },
                 [](const Choices&) { return Limits{}; }, [](const SeedNumber&) { return Limits{}; },
                 [](const FormulaText&) { return Limits{}; }, [](const Records&) { return Limits{}; }},
      kind);
}

}  // namespace

Limits limits_of(const Field& field, const Values& values) {
  Limits limits = kind_limits(field.kind);
  if (field.limits && !values.empty()) {
    const Limits narrower = field.limits(values);
    limits.low = std::max(limits.low, narrower.low);
    limits.high = std::min(limits.high, narrower.high);
  }
  return limits;
}

std::int64_t nearest_allowed(const Integer& kind, double number, Limits limits) {
  constexpr double largest = 0x1p53;
  const double low = std::ceil(std::max(limits.low, -largest) / kind.multiple);
  const double high = std::floor(std::min(limits.high, largest) / kind.multiple);
  const double nearest = std::max(low, std::min(std::round(number / kind.multiple), high));
  return static_cast<std::int64_t>(nearest) * kind.multiple;
}

bool applies(const Field& field, const Values& values) { return !field.applies || field.applies(values); }

bool applies_to_any(const Field& field, const std::vector<Values>& values) {
  return std::ranges::any_of(values, [&](const Values& each) { return applies(field, each); });
}

std::optional<std::size_t> find_field(const std::vector<Field>& fields, std::string_view id) {
  const auto field =
      std::ranges::find(fields, id, [](const Field& each) { return std::string_view(each.name.id); });
  if (field == fields.end()) return {};
  return static_cast<std::size_t>(field - fields.begin());
}

std::string kind_id(const Kind& kind) {
  return std::visit(
      Overloaded{[](const Real&) { return "real"; }, [](const Integer&) { return "integer"; },
                 [](const Toggle&) { return "toggle"; }, [](const Choice&) { return "choice"; },
                 [](const Choices&) { return "choices"; }, [](const Reals&) { return "reals"; },
                 [](const Plane&) { return "point"; }, [](const SeedNumber&) { return "seed"; },
                 [](const FormulaText&) { return "expression"; }, [](const Records&) { return "rows"; }},
      kind);
}

const std::vector<OptionName>* options_of(const Kind& kind) {
  if (const auto* choice = std::get_if<Choice>(&kind)) return &choice->options;
  if (const auto* choices = std::get_if<Choices>(&kind)) return &choices->options;
  return nullptr;
}

}  // namespace theta
