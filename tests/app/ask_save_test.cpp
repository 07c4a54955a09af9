// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ask_save.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(AskSave, ANameGetsTheEndingItLacks) {
  const SaveQuestion question{.title = {},
                              .proposed = {},
                              .filter = {},
                              .ending = QStringLiteral(".svg"),
                              .known = {QStringLiteral(".pdf")}};
  const auto named = [&](const char* name) {
    return with_ending(QString::fromLatin1(name), question).toStdString();
  };
  EXPECT_EQ(named("fig"), "fig.svg");
  EXPECT_EQ(named("fig.svg"), "fig.svg");
  EXPECT_EQ(named("FIG.PDF"), "FIG.PDF");
  EXPECT_EQ(named("fig_v1.2"), "fig_v1.2.svg") << "a version is no ending";
}

}  // namespace
}  // namespace theta
