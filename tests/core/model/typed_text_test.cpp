// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/typed_text.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(TypedText, IsSplitIntoTrimmedParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(trimmed(" \ta b\n"), "a b");
  EXPECT_EQ(trimmed("  "), "");
  EXPECT_EQ(parts_of(" a , b,c ", ','), (Parts{"a", "b", "c"}));
  EXPECT_EQ(parts_of("a;;b;", ';'), (Parts{"a", "", "b"}));
  EXPECT_EQ(parts_of(" ", ','), Parts{});
}

TEST(TypedText, IsQuotedShort) {
  EXPECT_EQ(fill(as_typed("abc")), "“abc”");
  EXPECT_EQ(fill(as_typed(std::string(200, 'a'))), "“" + std::string(200, 'a') + "”");
  EXPECT_EQ(fill(as_typed(std::string(199, 'a') + "θθ")), "“" + std::string(199, 'a') + "…”");
}

}  // namespace
}  // namespace theta
