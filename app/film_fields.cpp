// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_fields.h"

#include "core/model/number_of.h"
#include "core/model/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace theta {
namespace {

enum Place : std::size_t { from_place, to_place, spacing_place, timing_place };

/// What of a sheet shows in a film: its frames are pictures in pixels.
constexpr std::array<std::string_view, 9> of_frames = {
    "width", "height", "columns", "family", "font_size", "line_width", "theme", "dpi", "transparent"};

std::vector<std::size_t> places_in_sheet() {
  const std::vector<Field> all = fields<Sheet>();
  std::vector<std::size_t> places;
  for (const std::string_view id : of_frames) places.push_back(*find_field(all, id));
  return places;
}

/// A field for one end of the range: as the parameter itself, within its present limits.
Field end_field(const Field& played, Limits limits, const char* id, const char* label) {
  return {.name = {.id = id, .label = label, .help = played.name.help, .group = "Range"},
          .kind = played.kind,
          .initial = played.initial,
          .limits = [limits](const Values&) { return limits; }};
}

bool are_one_by_one(const Field& played, double from, double to, std::int64_t steps) {
  return std::holds_alternative<Integer>(played.kind) && std::abs(to - from) < static_cast<double>(steps);
}

bool can_be_in_factors(const Field& played, double from, double to, std::int64_t steps) {
  return from > 0 && to > 0 && !are_one_by_one(played, from, to, steps);
}

Field spacing_field(const Field& played) {
  return {
      .name = {.id = "spacing", .label = "Spacing", .help = "From one value to the next.", .group = "Range"},
      .kind = Choice{.options = {{"steps", "Even steps"}, {"factors", "Even factors"}}},
      .initial = Option{0},
      .applies = [played](const Values& values) {
        return can_be_in_factors(played, number_of(values[from_place]), number_of(values[to_place]),
                                 std::get<std::int64_t>(values[timing_place]));
      }};
}

}  // namespace

std::vector<Field> film_fields(const Field& played, Limits limits, FilmFormat format) {
  std::vector<Field> all = {end_field(played, limits, "from", "From"), end_field(played, limits, "to", "To"),
                            spacing_field(played)};
  std::ranges::move(fields<FilmTiming>(), std::back_inserter(all));
  const std::vector<Field> of_sheet = fields<Sheet>();
  for (const std::size_t place : places_in_sheet()) all.push_back(of_sheet[place]);
  all.back().applies = [format](const Values&) { return carries_transparency(format); };
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

FilmRange proposed_range(const Lab& lab, const Field& played, double now, Limits limits, std::int64_t steps) {
  constexpr double most_values = 1000;
  const auto* real = std::get_if<Real>(&played.kind);
  const auto* integer = std::get_if<Integer>(&played.kind);
  const Scale scale = real ? real->scale : integer ? integer->scale : Scale::linear;
  FilmRange range{.lab = lab.id,
                  .parameter = played.name.id,
                  .from = limits.low,
                  .to = limits.high,
                  .in_factors = scale == Scale::log};
  if (!integer || limits.high - limits.low < most_values) return range;
  const double reach = static_cast<double>(steps - 1);
  range.to = std::min(limits.high, now + reach);
  range.from = range.to - reach;
  return range;
}

Variation film_variation(const Lab& lab, const FilmChoice& choice) {
  const FilmRange& range = choice.range;
  const Field& played = lab.fields.at(*find_field(lab.fields, range.parameter));
  const auto typed = [&](double number) { return value_text(played, number_value(played, number)); };
  const bool in_factors =
      range.in_factors && can_be_in_factors(played, range.from, range.to, choice.timing.steps);
  return parse_variation(lab.fields, range.parameter + "=" + typed(range.from) + ":" + typed(range.to) + ":" +
                                         std::to_string(choice.timing.steps) + (in_factors ? ":log" : ""));
}

}  // namespace theta
