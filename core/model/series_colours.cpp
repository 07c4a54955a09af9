// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/series_colours.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace theta {
namespace {

constexpr std::size_t colour_count = 8;

/// A panel's series, each a colour with the ids it is known by, in the order in which they come.
using SeriesOfPanel = std::vector<std::pair<Role, std::vector<std::string>>>;

SeriesOfPanel series_in(const Panel& panel, bool named) {
  SeriesOfPanel all;
  for (const Layer& layer : panel.layers) {
    const Mark& mark = mark_of(layer);
    if (std::holds_alternative<Map>(layer)) continue;  // its colours are a scale's
    if (!is_series(mark.role) || (named && mark.label.empty())) continue;
    auto found = std::ranges::find(all, mark.role, &SeriesOfPanel::value_type::first);
    if (found == all.end()) found = all.insert(found, {mark.role, {}});
    found->second.push_back(mark.id);
  }
  return all;
}

/// Where nothing of a colour has a name, all that has it counts.
SeriesOfPanel series_in(const Panel& panel) {
  SeriesOfPanel all = series_in(panel, true);
  for (auto& nameless : series_in(panel, false)) {
    if (std::ranges::find(all, nameless.first, &SeriesOfPanel::value_type::first) == all.end())
      all.push_back(std::move(nameless));
  }
  return all;
}

class SeriesRoles {
 public:
  /// The colours of a panel's series in the place of those they have there. Series that were met before
  /// choose first, so that no new one takes what is theirs.
  std::map<Role, Role> of(const SeriesOfPanel& panel) {
    std::map<Role, Role> chosen;
    std::set<Role> taken;
    const auto choose = [&](const SeriesOfPanel::value_type& each, Role role) {
      chosen[each.first] = role;
      taken.insert(role);
      for (const std::string& id : each.second) met_.try_emplace(id, role);
    };
    for (const auto& each : panel) {
      const std::optional<Role> role = met(each.second);
      if (role && !taken.contains(*role)) choose(each, *role);
    }
    for (const auto& each : panel) {
      if (!chosen.contains(each.first)) choose(each, free_colour(each.first, taken));
    }
    return chosen;
  }

 private:
  std::optional<Role> met(const std::vector<std::string>& ids) const {
    for (const std::string& id : ids) {
      if (const auto found = met_.find(id); found != met_.end()) return found->second;
    }
    return {};
  }

  /// The colour it has, or the first that no series has, or at least none of its panel.
  Role free_colour(Role own, const std::set<Role>& taken) const {
    const auto is_new = [&](Role role) {
      return !taken.contains(role) &&
             std::ranges::none_of(met_, [&](const auto& each) { return each.second == role; });
    };
    if (is_new(own)) return own;
    for (std::size_t n = 0; n < colour_count; ++n)
      if (is_new(series(n))) return series(n);
    if (!taken.contains(own)) return own;
    for (std::size_t n = 0; n < colour_count; ++n)
      if (!taken.contains(series(n))) return series(n);
    return own;
  }

  std::map<std::string, Role> met_;  ///< by a layer's id
};

Dash dash_of(Role role) { return series_dash(static_cast<std::size_t>(role)); }

/// A dash that goes with the colour changes with it.
void recolour(Layer& layer, const std::map<Role, Role>& chosen, bool with_dash) {
  Role& role = mark_of(layer).role;
  const auto found = chosen.find(role);
  if (found == chosen.end() || found->second == role) return;
  if (auto* curve = std::get_if<Curve>(&layer); curve && with_dash && curve->dash == dash_of(role))
    curve->dash = dash_of(found->second);
  role = found->second;
}

}  // namespace

bool is_series(Role role) { return role <= Role::series_8; }

void share_series_colours(std::vector<Panel>& panels) {
  SeriesRoles known;
  for (Panel& panel : panels) {
    const SeriesOfPanel all = series_in(panel);
    const std::map<Role, Role> chosen = known.of(all);
    std::set<Role> alone;  // where several have a colour, their dashes tell them apart
    for (const auto& [role, ids] : all)
      if (ids.size() == 1) alone.insert(role);
    for (Layer& layer : panel.layers) recolour(layer, chosen, alone.contains(mark_of(layer).role));
    for (Layer& key : panel.keys) recolour(key, chosen, false);
  }
}

}  // namespace theta
