// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_words.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr double ink_spacing = 0.7;

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.x_low < b.x_high && b.x_low < a.x_high && a.y_low < b.y_high && b.y_low < a.y_high;
}

bool holds(const Rectangle& box, PagePoint point) {
  return point.x() >= box.x_low && point.x() <= box.x_high && point.y() >= box.y_low &&
         point.y() <= box.y_high;
}

Rectangle box_of(const WordPlace& place, double width, double size) {
  const double before = place.align == WordPlace::Align::begins ? 0
                        : place.align == WordPlace::Align::ends ? width
                                                                : width / 2;
  const double half = 0.55 * size, aside = 0.2 * size, left = place.at.x() - before;
  return {left - aside, left + width + aside, place.at.y() - half, place.at.y() + half};
}

}  // namespace

void PgfWords::add_ink(const PageLine& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const PagePoint step = line[i] - line[i - 1];
    const int parts = 1 + static_cast<int>(step.norm() / ink_spacing);
    for (int part = 0; part <= parts; ++part) ink_.push_back(line[i - 1] + step * part / parts);
  }
}

double PgfWords::covered(const Rectangle& box) const {
  constexpr double other_words = 1000;
  const auto on_ink = std::ranges::count_if(ink_, [&](PagePoint point) { return holds(box, point); });
  const auto on_words =
      std::ranges::count_if(words_, [&](const Rectangle& each) { return overlap(each, box); });
  return static_cast<double>(on_ink) + other_words * static_cast<double>(on_words);
}

bool PgfWords::over_words(const Rectangle& box) const {
  return std::ranges::any_of(words_, [&](const Rectangle& each) { return overlap(each, box); });
}

WordPlace PgfWords::within_plot(WordPlace place, double width, double size) const {
  const Rectangle box = box_of(place, width, size);
  const auto inwards = [](double low, double high, double from, double to) {
    return std::max(from - low, 0.0) - std::max(high - to, 0.0);
  };
  place.at += PagePoint(inwards(box.x_low, box.x_high, plot_.x_low, plot_.x_high),
                        inwards(box.y_low, box.y_high, plot_.y_low, plot_.y_high));
  return place;
}

std::optional<WordPlace> PgfWords::put_if_free(const Text& text, const std::vector<WordPlace>& places,
                                               const PgfType& type) {
  const double width = set_width(text, type);
  for (const WordPlace& each : places) {
    const WordPlace place = within_plot(each, width, type.size);
    const Rectangle box = box_of(place, width, type.size);
    if (covered(box) > 0) continue;
    words_.push_back(box);
    return place;
  }
  return {};
}

std::optional<WordPlace> PgfWords::put(const Text& text, std::vector<WordPlace> places, const PgfType& type) {
  if (const auto free = put_if_free(text, places, type)) return free;
  const double width = set_width(text, type);
  const auto box = [&](const WordPlace& place) { return box_of(place, width, type.size); };
  for (WordPlace& place : places) place = within_plot(place, width, type.size);
  std::erase_if(places, [&](const WordPlace& place) { return over_words(box(place)); });
  if (places.empty()) return {};
  WordPlace best =
      *std::ranges::min_element(places, {}, [&](const WordPlace& place) { return covered(box(place)); });
  best.over_drawing = true;
  words_.push_back(box(best));
  return best;
}

}  // namespace theta
