// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/inflate.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

QByteArray packed_by_qt(const QByteArray& bytes) { return qCompress(bytes).mid(4); }  // after its length

TEST(Inflate, brings_back_what_was_packed) {
  for (const QByteArray& bytes : {QByteArray("words"), QByteArray(1 << 20, 'x')})
    EXPECT_EQ(inflated(packed_by_qt(bytes), 1 << 20), bytes);
}

TEST(Inflate, stops_at_the_largest_size) {
  const QByteArray bomb = packed_by_qt(QByteArray(100'000, ' '));
  EXPECT_EQ(inflated(bomb, 100'000)->size(), 100'000);
  EXPECT_EQ(inflated(bomb, 99'999), std::nullopt);
  EXPECT_EQ(inflated(bomb, 0), std::nullopt);
}

TEST(Inflate, refuses_what_is_cut_or_damaged) {
  const QByteArray whole = packed_by_qt("words that were packed");
  for (qsizetype size = 0; size < whole.size(); ++size)
    EXPECT_EQ(inflated(whole.left(size), 1000), std::nullopt) << size;
  QByteArray damaged = whole;
  damaged[whole.size() - 1] = static_cast<char>(damaged[whole.size() - 1] ^ 1);
  EXPECT_EQ(inflated(damaged, 1000), std::nullopt);
  EXPECT_EQ(inflated("plain words", 1000), std::nullopt);
}

}  // namespace
}  // namespace theta
