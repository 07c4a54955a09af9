// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_format.h"
#include "core/model/describe.h"
#include "core/model/sheet.h"
#include "ui/play.h"

#include <cstdint>
#include <optional>
#include <string>

namespace theta {

/// How many values a film shows, and how fast.
struct FilmTiming {
  std::int64_t steps = 60, rate = 25;
  PlayWay way = usual_way;

  bool operator==(const FilmTiming&) const = default;

  static void describe(auto&& field) {
    field(&FilmTiming::steps,
          Name{.id = "steps", .label = "Steps", .help = "How many values are shown.", .group = "Film"},
          Integer{.low = 2, .high = 500});
    field(&FilmTiming::rate, Name{.id = "rate", .label = "Frames a second", .help = "How fast it runs."},
          Integer{.low = 1, .high = 60});
    field(&FilmTiming::way, Name{.id = "way", .label = "Play", .help = "What follows the last value."},
          Choice{.options = {{"once", "Once"}, {"round", "Round and round"}, {"to_and_fro", "To and fro"}}});
  }
};

/// What a film moves, and where.
struct FilmRange {
  std::string lab, parameter;  ///< their ids
  double from = 0, to = 0;
  bool in_factors = false;  ///< even factors from value to value, else even steps

  bool operator==(const FilmRange&) const = default;
};

/// What was chosen for a film: remembered from one time to the next.
struct FilmChoice {
  FilmTiming timing = {};
  FilmFormat format = FilmFormat::gif;
  Sheet sheet = {};
  FilmRange range = {};

  bool operator==(const FilmChoice&) const = default;
};

std::string film_choice_text(const FilmChoice& choice);

/// What the text says; none where it says nothing, or nothing that can be.
std::optional<FilmChoice> film_choice(const std::string& text);

}  // namespace theta
