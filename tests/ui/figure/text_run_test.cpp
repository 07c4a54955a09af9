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

TEST(TextRun, NothingHasNoWidth) {
  EXPECT_TRUE(set_text("", fonts()).empty());
  EXPECT_EQ(set_text("", fonts()).width, 0);
}

}  // namespace
}  // namespace theta
