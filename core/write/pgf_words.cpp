// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_words.h"

#include "core/model/tex.h"

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

}  // namespace

double estimated_width(const Text& text, double font_size_mm) {
  const std::string words = plain_words(text);
  const auto starts_glyph = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  const double letter = 0.32 + 1.55 * millimetres_a_point / font_size_mm;  // small sizes are cut wider
  return letter * font_size_mm * static_cast<double>(std::ranges::count_if(words, starts_glyph));
}

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

Rectangle PgfWords::box_of(const WordPlace& place, double width) const {
  const double before = place.align == WordPlace::Align::begins ? 0
                        : place.align == WordPlace::Align::ends ? width
                                                                : width / 2;
  const double half = 0.55 * font_size_, aside = 0.2 * font_size_, left = place.at.x() - before;
  return {left - aside, left + width + aside, place.at.y() - half, place.at.y() + half};
}

WordPlace PgfWords::within_plot(WordPlace place, double width) const {
  const Rectangle box = box_of(place, width);
  const auto inwards = [](double low, double high, double from, double to) {
    return std::max(from - low, 0.0) - std::max(high - to, 0.0);
  };
  place.at += PagePoint(inwards(box.x_low, box.x_high, plot_.x_low, plot_.x_high),
                        inwards(box.y_low, box.y_high, plot_.y_low, plot_.y_high));
  return place;
}

std::optional<WordPlace> PgfWords::put_if_free(const Text& text, const std::vector<WordPlace>& places) {
  const double width = estimated_width(text, font_size_);
  for (const WordPlace& each : places) {
    const WordPlace place = within_plot(each, width);
    if (covered(box_of(place, width)) > 0) continue;
    words_.push_back(box_of(place, width));
    return place;
  }
  return {};
}

WordPlace PgfWords::put(const Text& text, std::vector<WordPlace> places) {
  const double width = estimated_width(text, font_size_);
  for (WordPlace& place : places) place = within_plot(place, width);
  const auto best = std::ranges::min_element(
      places, {}, [&](const WordPlace& place) { return covered(box_of(place, width)); });
  words_.push_back(box_of(*best, width));
  return *best;
}

}  // namespace theta
