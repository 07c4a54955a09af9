// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_view.h"

#include "tests/ui/figure/sample.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(FigureView, RemarksThatAreCutAreShownWhereTheyArePointedAt) {
  Figure figure = four_panels();
  for (int i = 0; i < 9; ++i) figure.remarks.push_back("What a reader has to know of all the panels above.");
  FigureView view;
  view.resize(600, 400);
  view.show_figure(shared(figure));
  const auto point_at = [&](int y) {
    const QPoint at(100, y);
    QHelpEvent help(QEvent::ToolTip, at, view.mapToGlobal(at));
    QApplication::sendEvent(&view, &help);
    return QToolTip::text();
  };
  const auto no_words_shown = [] {  // they fade
    return QTest::qWaitFor([] { return QToolTip::text().isEmpty(); }, 2000);
  };
  EXPECT_EQ(point_at(395).count(QStringLiteral("a reader has to know")), 9);
  point_at(200);
  EXPECT_TRUE(no_words_shown());
  figure.remarks.resize(1);
  view.show_figure(shared(figure));
  point_at(395);
  EXPECT_TRUE(no_words_shown()) << "it is all there to read";
}

}  // namespace
}  // namespace theta
