// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_dialog.h"

#include "core/labs/all.h"
#include "ui/figure/figure_view.h"
#include "ui/parameters/number_box.h"
#include "ui/problem_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace theta {
namespace {

class SweepDialogTest : public testing::Test {
 protected:
  SweepDialogTest() : dialog_(origin(), drawn(origin()), number("base"), light_theme()) {
    dialog_.show();
    settle();
  }

  static Origin origin() {
    const Lab& lab = *find_lab("rope");
    return {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"};
  }

  static std::size_t number(const char* id) { return find_field(origin().lab->fields, id).value(); }

  QPushButton& export_button() {
    return *qobject_cast<QPushButton*>(dialog_.findChild<QDialogButtonBox*>()->buttons().front());
  }

  /// Until the newest sweep is drawn.
  void settle() {
    EXPECT_TRUE(QTest::qWaitFor([&] { return export_button().isEnabled(); }, 5000));
  }

  void choose(const char* name, const QString& words) {
    for (auto* combo : dialog_.findChildren<QComboBox*>()) {
      if (combo->accessibleName() != QLatin1String(name)) continue;
      const int index = combo->findText(words, Qt::MatchStartsWith);
      ASSERT_GE(index, 0) << words.toStdString();
      combo->setCurrentIndex(index);
      Q_EMIT combo->activated(index);
      return;  // the others may be gone with it
    }
  }

  SweepDialog dialog_;
};

TEST_F(SweepDialogTest, ShowsTheSweepItExports) {
  EXPECT_EQ(*dialog_.figure(), drawn(dialog_.swept()));
  EXPECT_EQ(dialog_.findChild<FigureView*>()->shown(), dialog_.figure());
  EXPECT_EQ(dialog_.swept().sweep->vary, "base=1000:1e+05:3:log");
  QTest::mouseClick(&export_button(), Qt::LeftButton);
  EXPECT_EQ(dialog_.result(), QDialog::Accepted);
}

TEST_F(SweepDialogTest, KeepsHowValuesStandWhereAnotherParameterIsChosen) {
  choose("Values stand", QStringLiteral("Side by side"));
  settle();
  const std::string grid = dialog_.swept().sweep->grid;
  EXPECT_FALSE(grid.empty());
  EXPECT_EQ(dialog_.figure()->panels.size(), 3u);
  choose("Parameter", QStringLiteral("Query position"));
  settle();
  EXPECT_EQ(dialog_.swept().sweep, (SweepOf{"query_position=1:140:3:log", grid}));
}

TEST_F(SweepDialogTest, ExportsNothingThatCannotBe) {
  choose("Parameter", QStringLiteral("Head dimension"));
  settle();
  choose("Spacing", QStringLiteral("A list"));
  settle();
  for (auto* box : dialog_.findChildren<NumberBox*>()) {
    if (box->accessibleName() != QStringLiteral("Values")) continue;
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, "32, 64.5");
    QTest::keyClick(box, Qt::Key_Return);
  }
  auto* bar = dialog_.findChild<ProblemBar*>();
  EXPECT_TRUE(QTest::qWaitFor([&] { return bar->isVisible() && bar->is_problem(); }, 5000));
  EXPECT_FALSE(export_button().isEnabled());
}

TEST_F(SweepDialogTest, SaysThatNothingDiffers) {
  choose("Parameter", QStringLiteral("Trained context"));
  settle();
  auto* bar = dialog_.findChild<ProblemBar*>();
  EXPECT_EQ(bar->isVisible(), !shows_each_value(*dialog_.figure()));
}

TEST_F(SweepDialogTest, BeginsWithTheSweepThatWasOpened) {
  Origin opened = origin();
  opened.sweep = SweepOf{"query_position=3,9", drawn(origin()).panels.at(2).id};
  const SweepDialog dialog(opened, drawn(origin()), number("base"), light_theme());
  EXPECT_EQ(dialog.swept().sweep, opened.sweep);
  opened.sweep = SweepOf{"layout=interleaved,half", ""};
  const SweepDialog other(opened, drawn(origin()), number("base"), light_theme());
  EXPECT_EQ(other.swept().sweep->vary, "base=1000:1e+05:3:log") << "of no number: as if there were none";
}

}  // namespace
}  // namespace theta
