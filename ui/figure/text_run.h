// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "ui/theme.h"

#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QString>

#include <utility>
#include <vector>

// A Text set in type: upright words, italic symbols in the formula's serif, raised and lowered signs.

namespace theta {

/// The fonts of one size of lettering, made once: looking a font up costs more than drawing a word.
struct Lettering {
  QFont words, symbols, small_words, small_symbols;
  double size = 11;
  bool outlines = false;  ///< painted as shapes
};
Lettering lettering(const Theme& theme, double size, QFont::Weight weight = QFont::Normal);

/// What a figure is lettered with: in a file nothing is larger than the words of the axes, as journals say
/// how large that may be.
struct Letterings {
  Lettering title, hint, tick, label, strong, symbol;
};
Letterings letterings(const Theme& theme);

struct SetText {
  struct Piece {
    QString text;
    QFont font;
    QPointF at;  ///< of its baseline, from the start of the text's baseline
    double width = 0;
    bool overlined = false;
  };
  std::vector<Piece> pieces;
  bool outlines = false;
  double width = 0, ascent = 0, descent = 0;

  double height() const { return ascent + descent; }
  bool empty() const { return pieces.empty(); }
};

SetText set_text(const Text& text, const Lettering& fonts);

/// What of it fits into a width, with dots where something is left out.
SetText elided(SetText text, double width);

/// What of it fits into a width, up to a space, and the rest; all of it where no space lies within.
std::pair<SetText, SetText> broken(const SetText& text, double width);

/// In the painter's pen, from the left end of the baseline.
void draw_text(QPainter& painter, const SetText& text, QPointF baseline);

/// With its box's top left corner there.
void draw_text_in_box(QPainter& painter, const SetText& text, QPointF top_left);

}  // namespace theta
