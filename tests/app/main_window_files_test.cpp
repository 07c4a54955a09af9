// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/code_dialog.h"
#include "app/sweep_dialog.h"
#include "core/model/venue.h"
#include "tests/app/main_window_fixture.h"
#include "ui/export/export_dialog.h"
#include "ui/export/figure_file.h"
#include "ui/parameters/number_box.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <optional>
#include <utility>

namespace theta {
namespace {

class MainWindowFilesTest : public MainWindowTest {
 protected:
  /// What the export dialog proposes; then it is rejected.
  ExportChoice proposed_choice() {
    std::optional<ExportChoice> choice;
    QTimer::singleShot(0, [&] {
      auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
      ASSERT_TRUE(dialog);
      choice = dialog->choice();
      dialog->reject();
    });
    window_.findChild<QAction*>(QStringLiteral("export_figure"))->trigger();
    return choice.value();
  }
};

TEST_F(MainWindowFilesTest, TheFileOfAStateIsNotWrittenOverByAnotherLab) {
  const Lab& lab = all_labs().front();
  window_.open(write(write_state(lab, {lab.id, initial_values(lab), {}})));
  settle();
  EXPECT_TRUE(window_.windowTitle().startsWith(QString::fromStdString(file_.filename().string())));
  window_.findChild<LabList*>()->chosen("activations");
  settle();
  EXPECT_TRUE(window_.windowTitle().startsWith(QStringLiteral("Activations")));
}

TEST_F(MainWindowFilesTest, ClosingAsksWhatBecomesOfAChangedState) {
  const Lab& lab = all_labs().front();
  window_.open(write(write_state(lab, {lab.id, initial_values(lab), {}})));
  settle();
  drag("query", {-40, 25});
  ASSERT_TRUE(window_.isWindowModified());
  const auto close_and = [&](QMessageBox::StandardButton answer) {
    QTimer::singleShot(0, [&] {
      const auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      ASSERT_TRUE(box);
      box->button(answer)->click();
    });
    return window_.close();
  };
  EXPECT_FALSE(close_and(QMessageBox::Cancel));
  EXPECT_TRUE(window_.isVisible());
  EXPECT_TRUE(close_and(QMessageBox::Save));
  std::ifstream saved(file_);
  const std::string text{std::istreambuf_iterator<char>(saved), {}};
  EXPECT_EQ(read_state(all_labs(), text).values, window_.document().values());
}

TEST_F(MainWindowFilesTest, WhatIsExportedIsWhatTheControlsSay) {
  auto& box = named<NumberBox>(QStringLiteral("Query position"));
  window_.findChild<QAction*>(QStringLiteral("play"))->trigger();
  box.setFocus();
  box.setText({});
  QTest::keyClicks(&box, "77");  // not entered yet
  bool seen = false;
  QTimer::singleShot(0, [&] {
    auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
    ASSERT_TRUE(dialog);
    seen = true;
    QTest::qWait(100);  // time for a parameter that plays to move on
    EXPECT_EQ(value("query_position"), Value(std::int64_t{77}));
    dialog->reject();
  });
  window_.findChild<QAction*>(QStringLiteral("export_figure"))->trigger();
  EXPECT_TRUE(seen);
}

TEST_F(MainWindowFilesTest, AnOpenedPanelIsWhatIsExported) {
  const std::string panel = view().shown()->panels[1].id;
  view().panel_activated(panel);
  QTimer::singleShot(0, [&] {
    auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->choice().sheet.panels, std::vector{panel});
    dialog->reject();
  });
  window_.findChild<QAction*>(QStringLiteral("export_figure"))->trigger();
}

TEST_F(MainWindowFilesTest, UndoInANumberBoxIsOfTheFigureOnceTheNumberIsEntered) {
  auto& box = named<NumberBox>(QStringLiteral("Query position"));
  const Value before = value("query_position");
  box.setFocus();
  for (const char* number : {"60", "90"}) {
    box.selectAll();
    QTest::keyClicks(&box, number);
    QTest::keyClick(&box, Qt::Key_Return);
  }
  EXPECT_EQ(value("query_position"), Value(std::int64_t{90}));
  QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
  settle();
  EXPECT_EQ(value("query_position"), Value(std::int64_t{60}));
  EXPECT_EQ(box.text(), QStringLiteral("60"));
  box.selectAll();
  QTest::keyClicks(&box, "7");
  QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(value("query_position"), Value(std::int64_t{60})) << "what is being typed is undone first";
  QTest::keyClick(&box, Qt::Key_Escape);
  QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
  settle();
  EXPECT_EQ(value("query_position"), before);
}

TEST_F(MainWindowFilesTest, AnOpenedFigureIsProposedAsItWasExportedAndTheNextAsTheLastWas) {
  const ExportChoice before = proposed_choice();
  const Lab& lab = all_labs().front();
  const Origin origin{.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0.1.0"};
  const Sheet sheet = sheet_for_venue({.family = SheetFamily::serif}, "nature:double");
  window_.open(write(figure_file(origin, FileFormat::json, sheet)));
  settle();
  const ExportChoice opened = proposed_choice();
  EXPECT_EQ(opened.sheet, sheet);
  EXPECT_EQ(opened.venue, "nature:double");
  EXPECT_EQ(opened.format, FileFormat::json);
  window_.findChild<LabList*>()->chosen("activations");
  settle();
  EXPECT_EQ(proposed_choice(), before);
}

TEST_F(MainWindowFilesTest, AnOpenedFigureIsRememberedForTheNextOnlyWhereItWasChanged) {
  const ExportChoice before = proposed_choice();
  const Lab& lab = all_labs().front();
  const Origin origin{.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0.1.0"};
  const auto export_opened = [&](bool change) {
    window_.open(write(figure_file(origin, FileFormat::json, sheet_for_venue({}, "nature:double"))));
    settle();
    bool accepted = false;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
      QWidget* open = QApplication::activeModalWidget();
      if (auto* dialog = qobject_cast<ExportDialog*>(open)) {
        if (std::exchange(accepted, true)) return dialog->reject();
        for (auto* combo : dialog->findChildren<QComboBox*>())
          if (change && combo->accessibleName() == QStringLiteral("Format")) Q_EMIT combo->activated(0);
        dialog->accept();
      } else if (auto* file = qobject_cast<QFileDialog*>(open)) {
        file->reject();
      }
    });
    watch.start(20);
    window_.findChild<QAction*>(QStringLiteral("export_figure"))->trigger();
    EXPECT_TRUE(accepted);
    window_.findChild<LabList*>()->chosen(change ? "activations" : "gumbel-softmax");
    settle();
  };
  export_opened(false);
  EXPECT_EQ(proposed_choice(), before);
  export_opened(true);
  EXPECT_EQ(proposed_choice().format, FileFormat::png);
  EXPECT_EQ(proposed_choice().venue, "nature:double");
}

TEST_F(MainWindowFilesTest, ASweepGoesTheWayOfEveryExport) {
  int exports = 0;
  QTimer watch;
  QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
    QWidget* open = QApplication::activeModalWidget();
    if (auto* sweep = qobject_cast<SweepDialog*>(open)) {
      if (exports > 0) return sweep->reject();
      if (sweep->figure()) sweep->accept();
    } else if (auto* dialog = qobject_cast<ExportDialog*>(open)) {
      ++exports;
      dialog->reject();  // back to the sweep
    }
  });
  watch.start(20);
  window_.findChild<QAction*>(QStringLiteral("export_sweep"))->trigger();
  EXPECT_EQ(exports, 1);
}

TEST_F(MainWindowFilesTest, TheCodeOfWhatIsShownIsInTheMenu) {
  bool seen = false;
  QTimer::singleShot(0, [&] {
    auto* dialog = qobject_cast<CodeDialog*>(QApplication::activeModalWidget());
    ASSERT_TRUE(dialog);
    seen = true;
    dialog->reject();
  });
  window_.findChild<QAction*>(QStringLiteral("code"))->trigger();
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace theta
