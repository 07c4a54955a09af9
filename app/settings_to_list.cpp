// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_to_list.h"

#include "core/model/change.h"
#include "core/model/overloaded.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <variant>

namespace theta {
namespace {

/// Each alone, and all together.
std::vector<Value> choices_to_list(const Choices& choices) {
  Options all;
  std::vector<Value> values;
  for (std::size_t i = 0; i < choices.options.size(); ++i) {
    values.push_back(Options{{i}});
    all.indices.push_back(i);
  }
  values.push_back(all);
  return values;
}

/// The shortest list and the longest; few labs have a layer for each number of a list with more.
std::vector<Value> lists_to_list(const Reals& kind, const std::vector<double>& now) {
  constexpr std::size_t longest = 64;
  std::vector<Value> values;
  for (const std::size_t size : {kind.least, std::min(kind.most, longest)}) {
    std::vector<double> list = now;
    while (list.size() < size) {
      const double step = (kind.high - kind.low) / static_cast<double>(size + 1);
      list.push_back(kind.low + step * static_cast<double>(list.size() + 1));
    }
    list.resize(size);
    if (kind.sums_to_one) list.assign(size, 1 / static_cast<double>(size));
    values.emplace_back(std::move(list));
  }
  return values;
}

/// What a parameter is set to, one after the other, where all have these values.
std::vector<Value> values_to_list(const Field& field, const Value& now, const Values& all) {
  const Limits limits = limits_of(field, all);
  return std::visit(
      Overloaded{[&](const Real&) {
                   return std::vector<Value>{limits.low, limits.high};
                 },
                 [&](const Integer& integer) {
                   return std::vector<Value>{nearest_allowed(integer, limits.low, limits),
                                             nearest_allowed(integer, limits.high, limits)};
                 },
                 [&](const Toggle&) { return std::vector<Value>{!std::get<bool>(now)}; },
                 [](const Choice& choice) {
                   std::vector<Value> values;
                   for (std::size_t i = 0; i < choice.options.size(); ++i) values.emplace_back(Option{i});
                   return values;
                 },
                 [](const Choices& choices) { return choices_to_list(choices); },
                 [&](const Reals& kind) { return lists_to_list(kind, std::get<std::vector<double>>(now)); },
                 [](const Plane&) { return std::vector<Value>{}; },
                 [](const SeedNumber&) { return std::vector<Value>{}; },
                 [](const FormulaText&) { return std::vector<Value>{}; },
                 [](const Records&) { return std::vector<Value>{}; }},
      field.kind);
}

/// A setting with each of the values of one parameter; those that others do not allow are left out.
void add_variations(std::vector<Values>& settings, const Lab& lab, std::size_t field, Values from) {
  for (const Value& value : values_to_list(lab.fields[field], from[field], from)) {
    const auto changed = change(lab.fields, from, {{field, value}});
    if (const auto* accepted = std::get_if<Changed>(&changed)) settings.push_back(accepted->values);
  }
}

/// The same with all drawn that can be drawn at once.
Values with_all_chosen(const Lab& lab, const Values& values) {
  Edits edits;
  for (std::size_t i = 0; i < lab.fields.size(); ++i) {
    const auto* choices = std::get_if<Choices>(&lab.fields[i].kind);
    if (choices && applies(lab.fields[i], values)) edits.push_back({i, choices_to_list(*choices).back()});
  }
  const auto changed = change(lab.fields, values, edits);
  const auto* accepted = std::get_if<Changed>(&changed);
  return accepted ? accepted->values : values;
}

bool is_choice(const Field& field) { return std::holds_alternative<Choice>(field.kind); }

}  // namespace

std::vector<Values> settings_to_list(const Lab& lab) {
  std::vector<Values> settings = {initial_values(lab)};
  const bool has_views = !lab.fields.empty() && is_choice(lab.fields.front());
  if (has_views) add_variations(settings, lab, 0, settings.front());
  const std::vector<Values> views = settings;
  // Choices first: what applies with one of their options only is then met among the settings.
  for (const bool choices : {true, false}) {
    for (std::size_t i = has_views ? 1 : 0; i < lab.fields.size(); ++i) {
      const auto used = [&](const Values& values) { return applies(lab.fields[i], values); };
      if (is_choice(lab.fields[i]) != choices) continue;
      if (std::ranges::any_of(views, used)) {
        for (const Values& view : views) {
          if (used(view)) add_variations(settings, lab, i, choices ? view : with_all_chosen(lab, view));
        }
      } else if (const auto first = std::ranges::find_if(settings, used); first != settings.end()) {
        add_variations(settings, lab, i, *first);
      }
    }
  }
  for (const Preset& preset : lab.presets()) settings.push_back(preset_values(lab, preset));
  return settings;
}

}  // namespace theta
