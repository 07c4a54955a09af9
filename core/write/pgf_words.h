// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "core/write/pgf_plot.h"
#include "core/write/pgf_type.h"

#include <optional>
#include <vector>

namespace theta {

/// Where words may stand: at the middle of their height, and where they begin, are centred or end.
struct WordPlace {
  enum class Align { begins, centred, ends };
  PagePoint at;
  Align align = Align::centred;
  bool over_drawing = false;  ///< where they need a ground behind them
};

/// Finds places in a plot for its words, so that they cover neither one another nor what is drawn.
class PgfWords {
 public:
  PgfWords(const Rectangle& plot, const PgfType& type) : plot_(plot), type_(type) {}

  const PgfType& type() const { return type_; }

  void add_ink(const PageLine& line);
  void add_ink(PagePoint point) { ink_.push_back(point); }

  /// The first free of the places, or the one that covers least of what is drawn, taken from then on; none
  /// where they would lie over other words in all of them.
  std::optional<WordPlace> put(const Text& text, std::vector<WordPlace> places, const PgfType& type);

  /// The first of the places that is free, taken from then on; none where all are covered.
  std::optional<WordPlace> put_if_free(const Text& text, const std::vector<WordPlace>& places,
                                       const PgfType& type);

  /// How much lies within a box: points of ink, and much for words.
  double covered(const Rectangle& box) const;

 private:
  bool over_words(const Rectangle& box) const;
  WordPlace within_plot(WordPlace place, double width, double size) const;

  Rectangle plot_;
  PgfType type_;
  std::vector<PagePoint> ink_;
  std::vector<Rectangle> words_;
};

}  // namespace theta
