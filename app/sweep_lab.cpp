// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_lab.h"

#include "app/vary_range.h"
#include "core/model/change.h"
#include "core/model/number.h"
#include "core/model/number_of.h"
#include "core/model/problem.h"
#include "core/model/swept_figure.h"
#include "core/model/typed_text.h"
#include "core/model/value_text.h"
#include "ui/parameters/track.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace theta {
namespace {

enum SweepPlace : std::size_t { spread, from_end, to_end, count, list, arrangement, grid_panel };
enum Spread : std::size_t { even_steps, even_factors, listed_values };
enum Arrangement : std::size_t { laid_over, side_by_side };

constexpr std::int64_t usual_count = 3, most_overlaid = 12, most_beside = 24;

bool has_option(const Values& values, SweepPlace place, std::size_t option) {
  return std::get<Option>(values.at(place)).index == option;
}

/// Around where it stands: a factor of ten either way, or a quarter of its range.
Limits range_around(const Field& varied, const Values& values, double now) {
  const Limits limits = limits_of(varied, values);
  constexpr double factor = 10, share = 0.25;
  const Track track = track_of(varied, limits);
  const auto on_track = [&](double number) { return value_at(track, position_of(track, number)); };
  if (track.scale == Scale::log && now > 0) return {on_track(now / factor), on_track(now * factor)};
  const double position = position_of(track, now);
  return {value_at(track, std::max(0.0, position - share)), value_at(track, std::min(1.0, position + share))};
}

Field choice_field(Name name, std::vector<OptionName> options, std::size_t initial) {
  return {.name = std::move(name), .kind = Choice{std::move(options)}, .initial = Option{initial}};
}

Field list_field(const Field& varied, Limits limits, Limits range) {
  return {.name = {.id = "list", .label = "Values", .help = "With commas between them."},
          .kind = Reals{.low = limits.low,
                        .high = limits.high,
                        .least = 2,
                        .most = static_cast<std::size_t>(most_beside)},
          .initial = std::vector<double>{number_of(number_value(varied, range.low)),
                                         number_of(number_value(varied, range.high))},
          .applies = [](const Values& values) { return has_option(values, spread, listed_values); }};
}

Field count_field() {
  return {.name = {.id = "count", .label = "How many", .help = "How many values are shown."},
          .kind = Integer{.low = 2, .high = static_cast<double>(most_beside)},
          .initial = usual_count,
          .applies = [](const Values& values) { return !has_option(values, spread, listed_values); },
          .limits =
              [](const Values& values) {
                const bool over = !values.empty() && has_option(values, arrangement, laid_over);
                return Limits{2, static_cast<double>(over ? most_overlaid : most_beside)};
              }};
}

Field panel_field(const Figure& present, const std::string& seen_alone) {
  std::vector<OptionName> panels;
  std::size_t initial = 0;
  for (const Panel& panel : present.panels) {
    if (panel.id == seen_alone) initial = panels.size();
    panels.push_back({panel.id, panel.title.empty() ? verbatim(panel.id) : panel.title});
  }
  Field field =
      choice_field({.id = "panel", .label = "Panel", .help = "The one that stands there at each value."},
                   std::move(panels), initial);
  field.applies = [](const Values& values) { return has_option(values, arrangement, side_by_side); };
  return field;
}

std::vector<Field> sweep_fields(const Origin& origin, std::size_t place, const Figure& present) {
  const Values& values = origin.state.values;
  const Field& varied = origin.lab->fields[place];
  const Limits range = range_around(varied, values, number_of(values[place]));
  std::vector<Field> ends = end_fields(varied, values);
  ends[0].initial = number_value(varied, range.low);
  ends[1].initial = number_value(varied, range.high);
  for (Field& end : ends) {
    end.name.group = {};
    end.applies = [](const Values& now) { return !has_option(now, spread, listed_values); };
  }
  const bool in_factors = runs_in_factors(varied, ends[0].initial, ends[1].initial, usual_count);
  return {choice_field({.id = "spacing",
                        .label = "Spacing",
                        .help = "How the values lie between the first and the last.",
                        .group = "Values"},
                       {{"even", "Even steps"}, {"factors", "Even factors"}, {"list", "A list"}},
                       in_factors ? even_factors : even_steps),
          ends[0],
          ends[1],
          count_field(),
          list_field(varied, limits_of(varied, values), range),
          choice_field({.id = "arrangement",
                        .label = "Values stand",
                        .help = "All in each panel, or one panel at each value.",
                        .group = "Arrangement"},
                       {{"over", "Over each other"}, {"beside", "Side by side"}}, laid_over),
          panel_field(present, origin.state.view.panel)};
}

/// Throws InputError.
Values parse_sweep(const std::vector<Field>& fields, Values values, const SweepOf& said) {
  const auto set = [&](SweepPlace place, std::string_view text) {
    values[place] = parse_value(fields[place], text);
  };
  const std::string_view numbers = std::string_view(said.vary).substr(said.vary.find('=') + 1);
  const std::vector<std::string_view> parts = parts_of(numbers, ':');
  if (parts.size() > 2) {
    set(from_end, parts[0]);
    set(to_end, parts[1]);
    set(count, parts[2]);
    values[spread] = Option{parts.size() > 3 ? even_factors : even_steps};
  } else {
    set(list, numbers);
    values[spread] = Option{listed_values};
  }
  if (!said.grid.empty()) {
    set(grid_panel, said.grid);
    values[arrangement] = Option{side_by_side};
  }
  return values;
}

}  // namespace

Lab sweep_lab(const Origin& origin, std::size_t varied, const Figure& present) {
  Lab sweep{.id = origin.lab->fields[varied].name.id,
            .name = origin.lab->fields[varied].name.label,
            .group = {},
            .summary = {},
            .source = {},
            .fields = sweep_fields(origin, varied, present),
            .presets = [] { return std::vector<Preset>(); },
            .draw = {}};
  sweep.draw = [origin, varied, fields = sweep.fields](const Values& values, const Pass& pass) {
    Origin swept = origin;
    try {
      swept.sweep = sweep_of(origin.lab->fields[varied], fields, values);
      return drawn(swept, pass);
    } catch (const InputError& error) {
      Figure none;
      none.remarks = {sentence(error.problems().front())};
      return none;
    }
  };
  return sweep;
}

SweepOf sweep_of(const Field& varied, const std::vector<Field>& fields, const Values& values) {
  SweepOf sweep;
  if (has_option(values, spread, listed_values)) {
    for (const double number : std::get<std::vector<double>>(values[list]))
      sweep.vary += (sweep.vary.empty() ? varied.name.id + "=" : ",") + exact(number);
  } else {
    sweep.vary = range_text(varied, values[from_end], values[to_end], std::get<std::int64_t>(values[count]),
                            has_option(values, spread, even_factors));
  }
  if (has_option(values, arrangement, side_by_side))
    sweep.grid = value_text(fields[grid_panel], values[grid_panel]);
  return sweep;
}

std::optional<Values> values_of_sweep(const Lab& sweep, const SweepOf& said) {
  try {
    Values values = parse_sweep(sweep.fields, initial_values(sweep), said);
    if (check(sweep.fields, values).empty()) return values;
  } catch (const InputError&) {
  }
  return {};
}

Values with_arrangement(Values values, const Values& arranged) {
  for (const SweepPlace place : {arrangement, grid_panel}) values.at(place) = arranged.at(place);
  return values;
}

bool shows_each_value(const Figure& sweep) {
  return std::ranges::any_of(sweep.panels, [](const Panel& panel) {
    return swept_number(panel.id) || std::ranges::any_of(panel.layers, [](const Layer& layer) {
             return swept_number(mark_of(layer).id).has_value();
           });
  });
}

}  // namespace theta
