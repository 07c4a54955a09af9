// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_run.h"

#include "core/model/tex.h"
#include "ui/words.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace theta {
namespace {

constexpr double small = 0.72, raised = 0.36, lowered = 0.18;

/// Signs such as ⁴ are not in every font and differ in weight; raised plain digits are the same everywhere.
constexpr QStringView superscripts = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁻", plain_digits = u"0123456789−";

struct Part {
  QString text;
  bool italic, overlined;
  int shift;
  double gap = 0;  ///< before it, in sizes of the font
};

/// What is left free in place of a sign or before it: not every font has thin spaces, and an italic f leans
/// into what follows.
double gap_at(QChar sign) {
  constexpr QChar thin_space(0x2009), prime(0x2032), two_primes(0x2033);
  if (sign == thin_space) return 0.18;
  return sign == prime || sign == two_primes ? 0.1 : 0;
}

std::vector<Part> parts_of(const Text& text) {
  std::vector<Part> parts;
  double gap = 0;  // before the next part
  for (const Run& run : runs(translated(text))) {
    Part part{{}, run.italic, run.overlined, run.shift};
    const auto close = [&] {
      if (part.text.isEmpty()) return;
      part.gap = std::exchange(gap, 0);
      parts.push_back(part);
      part.text.clear();
    };
    for (const QChar sign : QString::fromStdString(run.text)) {
      if (const double before = gap_at(sign); before > 0) {
        close();
        gap = before;
        if (sign.isSpace()) continue;
      }
      const qsizetype digit = superscripts.indexOf(sign);
      const int shift = digit >= 0 ? 1 : run.shift;
      if (shift != part.shift) close();
      part.shift = shift;
      part.text += digit >= 0 ? plain_digits[digit] : sign;
    }
    close();
  }
  return parts;
}

QFont resized(QFont font, double factor) {
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * factor))));
  return font;
}

}  // namespace

Lettering lettering(const Theme& theme, double size, QFont::Weight weight) {
  const double symbol_scale = theme.for_files ? 1 : 1.1;
  Lettering fonts{.words = figure_font(theme, size, weight),
                  .symbols = symbol_font(theme, size * symbol_scale),
                  .small_words = {},
                  .small_symbols = {},
                  .size = size * theme.type,
                  .outlines = theme.outlines};
  fonts.symbols.setWeight(weight);
  fonts.small_words = resized(fonts.words, small);
  fonts.small_symbols = resized(fonts.symbols, small);
  return fonts;
}

Letterings letterings(const Theme& theme) {
  const double title = theme.for_files ? 11 : 13, symbol = title;
  return {.title = lettering(theme, title, QFont::DemiBold),
          .hint = lettering(theme, 11),
          .tick = lettering(theme, 11),
          .label = lettering(theme, 11),
          .strong = lettering(theme, 11, QFont::DemiBold),
          .symbol = lettering(theme, symbol, QFont::DemiBold)};
}

SetText set_text(const Text& text, const Lettering& fonts) {
  SetText set;
  if (text.empty()) return set;
  set.ascent = 0.76 * fonts.size;
  set.descent = 0.22 * fonts.size;
  set.outlines = fonts.outlines;
  for (const Part& part : parts_of(text)) {
    const bool shifted = part.shift != 0;
    const QFont& font = part.italic ? (shifted ? fonts.small_symbols : fonts.symbols)
                                    : (shifted ? fonts.small_words : fonts.words);
    const double rise = part.shift > 0 ? raised * fonts.size : part.shift < 0 ? -lowered * fonts.size : 0;
    const double advance = QFontMetricsF(font).horizontalAdvance(part.text);
    set.width += part.gap * fonts.size;
    set.pieces.push_back({part.text, font, QPointF(set.width, -rise), advance, part.overlined});
    set.width += advance;
    if (part.shift > 0) set.ascent = std::max(set.ascent, (raised + 0.76 * small) * fonts.size);
    if (part.shift < 0) set.descent = std::max(set.descent, (lowered + 0.22 * small) * fonts.size);
  }
  return set;
}

SetText elided(SetText text, double width) {
  while (text.width > width && !text.pieces.empty()) {
    SetText::Piece& last = text.pieces.back();
    const double room = width - last.at.x();
    if (room > last.font.pixelSize()) {
      const QFontMetricsF metrics(last.font);
      last.text = metrics.elidedText(last.text, Qt::ElideRight, room);
      last.width = metrics.horizontalAdvance(last.text);
      text.width = last.at.x() + last.width;
      break;
    }
    text.width = last.at.x();
    text.pieces.pop_back();
  }
  return text;
}

std::pair<SetText, SetText> broken(const SetText& text, double width) {
  struct Break {
    std::size_t piece;
    qsizetype sign;
    double at;
  };
  std::optional<Break> last;
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    const SetText::Piece& piece = text.pieces[i];
    const QFontMetricsF metrics(piece.font);
    for (qsizetype sign = piece.text.indexOf(u' '); sign >= 0; sign = piece.text.indexOf(u' ', sign + 1)) {
      const double at = piece.at.x() + metrics.horizontalAdvance(piece.text.left(sign));
      if (at <= width) last = Break{i, sign, at};
    }
  }
  if (text.width <= width || !last) return {text, {}};
  SetText head = text, rest = text;
  head.pieces.resize(last->piece + 1);
  SetText::Piece &cut = head.pieces.back(), &first = rest.pieces[last->piece];
  const QFontMetricsF metrics(cut.font);
  cut.text.truncate(last->sign);
  head.width = last->at;
  cut.width = head.width - cut.at.x();
  const double from = first.at.x() + metrics.horizontalAdvance(first.text.left(last->sign + 1));
  first.text.remove(0, last->sign + 1);
  first.width -= from - first.at.x();
  first.at.setX(from);
  rest.pieces.erase(rest.pieces.begin(), rest.pieces.begin() + static_cast<std::ptrdiff_t>(last->piece));
  for (SetText::Piece& piece : rest.pieces) piece.at.rx() -= from;
  rest.width -= from;
  return {head, rest};
}

void draw_text(QPainter& painter, const SetText& text, QPointF baseline) {
  for (const SetText::Piece& piece : text.pieces) {
    const QPointF at = baseline + piece.at;
    if (text.outlines) {
      QPainterPath shapes;
      shapes.addText(at, piece.font, piece.text);
      painter.fillPath(shapes, painter.pen().color());
    } else {
      painter.setFont(piece.font);
      painter.drawText(at, piece.text);
    }
    if (!piece.overlined) continue;
    const double rise = 0.62 * piece.font.pixelSize();
    painter.drawLine(QLineF(at + QPointF(0, -rise), at + QPointF(piece.width, -rise)));
  }
}

void draw_text_in_box(QPainter& painter, const SetText& text, QPointF top_left) {
  draw_text(painter, text, top_left + QPointF(0, text.ascent));
}

}  // namespace theta
