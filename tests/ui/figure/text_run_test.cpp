// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_run.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

const Lettering& fonts() {
  static const Lettering lettering = letterings(light_theme()).label;
  return lettering;
}

QString pieces_of(const SetText& text) {
  QString all;
  for (const SetText::Piece& piece : text.pieces) all += piece.text;
  return all;
}

TEST(TextRun, WordsAreUprightAndSymbolsItalic) {
  const SetText text = set_text("angle $\\theta$ of it", fonts());
  ASSERT_GE(text.pieces.size(), 3u);
  for (const SetText::Piece& piece : text.pieces)
    EXPECT_EQ(piece.font.italic(), piece.text.contains(QChar(0x03b8))) << piece.text.toStdString();
}

TEST(TextRun, LoweredSignsStandLowerAndAreSmaller) {
  const SetText text = set_text("$W_2$", fonts());
  ASSERT_EQ(text.pieces.size(), 2u);
  EXPECT_GT(text.pieces[1].at.y(), text.pieces[0].at.y());
  EXPECT_LT(text.pieces[1].font.pixelSize(), text.pieces[0].font.pixelSize());
  EXPECT_GT(text.descent, set_text("$W$", fonts()).descent) << "the box holds it";
}

TEST(TextRun, PiecesFollowOneAnotherAndFillTheWidth) {
  const SetText text = set_text("value $f(x_0)$ and more", fonts());
  double end = 0;
  for (const SetText::Piece& piece : text.pieces) {
    EXPECT_GE(piece.at.x(), end - 1);
    end = piece.at.x() + piece.width;
  }
  EXPECT_NEAR(text.width, end, 1);
}

TEST(TextRun, WhatIsTooLongEndsInDots) {
  const SetText whole = set_text("a rather long label of an axis", fonts());
  const SetText part = elided(whole, whole.width / 2);
  EXPECT_LE(part.width, whole.width / 2);
  EXPECT_TRUE(pieces_of(part).contains(QChar(0x2026)));
  EXPECT_EQ(pieces_of(elided(whole, whole.width + 1)), pieces_of(whole));
}

// Not every font has them, and what stands in for it would differ from one desktop to the next.
TEST(TextRun, ThinSpacesAreLeftFreeNotWritten) {
  const SetText number = set_text("10\u2009000", fonts()), joined = set_text("10000", fonts());
  EXPECT_EQ(pieces_of(number), QStringLiteral("10000"));
  EXPECT_NEAR(number.width, joined.width + 0.18 * fonts().size, 0.5);
  const SetText symbols = set_text("$E\\,y$", fonts()), beside = set_text("$Ey$", fonts());
  EXPECT_GT(symbols.width, beside.width + 0.1 * fonts().size);
}

TEST(TextRun, BreaksAtTheLastSpaceThatFits) {
  const SetText whole = set_text("one two $\\theta$ three", fonts());
  const auto [head, rest] = broken(whole, set_text("one two", fonts()).width + 1);
  EXPECT_EQ(pieces_of(head), QStringLiteral("one two"));
  EXPECT_EQ(pieces_of(rest), pieces_of(set_text("$\\theta$ three", fonts())));
  EXPECT_EQ(rest.pieces.front().at.x(), 0);
  EXPECT_NEAR(head.width + rest.width, whole.width, 5);
  EXPECT_TRUE(broken(whole, whole.width + 1).second.empty());
  EXPECT_EQ(pieces_of(broken(set_text("unbreakable", fonts()), 5).first), QStringLiteral("unbreakable"));
}

TEST(TextRun, NothingHasNoWidth) {
  EXPECT_TRUE(set_text("", fonts()).empty());
  EXPECT_EQ(set_text("", fonts()).width, 0);
}

}  // namespace
}  // namespace theta
