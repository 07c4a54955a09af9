// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "core/write/pgf_plot.h"

#include <optional>
#include <vector>

namespace theta {

/// How wide a text comes out, about: TeX alone knows its fonts.
double estimated_width(const Text& text, double font_size_mm);

/// Where words may stand: at the middle of their height, and where they begin, are centred or end.
struct WordPlace {
  enum class Align { begins, centred, ends };
  PagePoint at;
  Align align = Align::centred;
};

/// Finds places in a plot for its words, so that they cover neither one another nor what is drawn.
class PgfWords {
 public:
  PgfWords(const Rectangle& plot, double font_size) : plot_(plot), font_size_(font_size) {}

  double font_size() const { return font_size_; }  ///< in millimetres

  void add_ink(const PageLine& line);
  void add_ink(PagePoint point) { ink_.push_back(point); }

  /// The first free of the places, or the one that covers least; taken from then on.
  WordPlace put(const Text& text, std::vector<WordPlace> places);

  /// The first of the places that is free, taken from then on; none where all are covered.
  std::optional<WordPlace> put_if_free(const Text& text, const std::vector<WordPlace>& places);

  /// How much lies within a box: points of ink, and much for words.
  double covered(const Rectangle& box) const;

 private:
  Rectangle box_of(const WordPlace& place, double width) const;
  WordPlace within_plot(WordPlace place, double width) const;

  Rectangle plot_;
  double font_size_;
  std::vector<PagePoint> ink_;
  std::vector<Rectangle> words_;
};

}  // namespace theta
