// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_fields.h"

#include "app/vary_range.h"
#include "core/model/number_of.h"
#include "ui/export/settings_of_format.h"
#include "ui/parameters/track.h"

#include <algorithm>
#include <utility>

namespace theta {
namespace {

enum Place : std::size_t { from_place, to_place, spacing_place, timing_place };

/// What of a sheet shows in a film: its frames are pictures, and carry no state, which would draw other axes.
std::vector<std::size_t> places_in_sheet() {
  const std::vector<Field> all = fields<Sheet>();
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (has_setting(FileFormat::png, all[i].name.id) && all[i].name.id != id_of(&Sheet::state))
      places.push_back(i);
  return places;
}

Field spacing_field(const Field& played) {
  return {
      .name = {.id = "spacing", .label = "Spacing", .help = "From one value to the next.", .group = "Range"},
      .kind = Choice{.options = {{"steps", "Even steps"}, {"factors", "Even factors"}}},
      .initial = Option{0},
      .applies = [played](const Values& values) {
        return can_run_in_factors(played, values[from_place], values[to_place],
                                  std::get<std::int64_t>(values[timing_place]));
      }};
}

}  // namespace

std::vector<Field> film_fields(const Field& played, const Values& values, FilmFormat format) {
  std::vector<Field> all = end_fields(played, values);
  all.push_back(spacing_field(played));
  std::ranges::move(fields<FilmTiming>(), std::back_inserter(all));
  const std::vector<Field> of_sheet = fields<Sheet>();
  for (const std::size_t place : places_in_sheet()) all.push_back(of_sheet[place]);
  Field& transparent = all.at(*find_field(all, id_of(&Sheet::transparent)));
  transparent.applies = [format](const Values&) { return carries_transparency(format); };
  return all;
}

Values film_values(const Field& played, const FilmChoice& choice) {
  Values values = {number_value(played, choice.range.from), number_value(played, choice.range.to),
                   Option{choice.range.in_factors ? std::size_t{1} : 0}};
  std::ranges::move(to_values(choice.timing), std::back_inserter(values));
  const Values of_sheet = to_values(choice.sheet);
  for (const std::size_t place : places_in_sheet()) values.push_back(of_sheet[place]);
  return values;
}

FilmChoice with_film_values(FilmChoice choice, const Values& values) {
  choice.range.from = number_of(values[from_place]);
  choice.range.to = number_of(values[to_place]);
  choice.range.in_factors = std::get<Option>(values[spacing_place]).index == 1;
  const std::size_t sheet_place = timing_place + fields<FilmTiming>().size();
  const auto at = [&](std::size_t place) { return values.begin() + static_cast<std::ptrdiff_t>(place); };
  choice.timing = from_values<FilmTiming>(Values(at(timing_place), at(sheet_place)));
  Values of_sheet = to_values(choice.sheet);
  const std::vector<std::size_t> places = places_in_sheet();
  for (std::size_t i = 0; i < places.size(); ++i) of_sheet[places[i]] = values[sheet_place + i];
  std::vector<std::string> panels = std::move(choice.sheet.panels);
  choice.sheet = from_values<Sheet>(of_sheet);
  choice.sheet.panels = std::move(panels);
  return choice;
}

FilmRange proposed_film_range(const Lab& lab, std::size_t field, const Values& values, std::int64_t steps) {
  const Field& played = lab.fields.at(field);
  const Limits ends = proposed_range(played, values, number_of(values[field]), steps);
  return {.lab = lab.id,
          .parameter = played.name.id,
          .from = ends.low,
          .to = ends.high,
          .in_factors = track_of(played, ends).scale == Scale::log};
}

Variation film_variation(const Lab& lab, const FilmChoice& choice) {
  const FilmRange& range = choice.range;
  const Field& played = lab.fields.at(*find_field(lab.fields, range.parameter));
  const Value from = number_value(played, range.from), to = number_value(played, range.to);
  const std::int64_t steps = choice.timing.steps;
  const bool in_factors = range.in_factors && can_run_in_factors(played, from, to, steps);
  return parse_variation(lab.fields, range_text(played, from, to, steps, in_factors));
}

}  // namespace theta
