// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main_window.h"
#include "core/labs/all.h"
#include "ui/figure/figure_view.h"
#include "ui/lab_list.h"
#include "ui/problem_bar.h"

#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace theta {

/// A window that has painted its first figure, and what a test finds in it.
class MainWindowTest : public testing::Test {
 protected:
  MainWindowTest() : window_(Remembered{.reduced_motion = true}) {
    window_.resize(1440, 900);
    window_.show();
    settle();
  }
  ~MainWindowTest() override { std::filesystem::remove(file_); }

  /// Until the newest figure is painted and the parts around it show its lab.
  void settle() {
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
          const auto* labs = window_.findChild<LabList*>();
          return labs && view().newest_painted() >= window_.newest_request() &&
                 labs->shown_lab() == window_.document().lab().id;
        },
        5000));
    QTest::qWait(1);
  }

  FigureView& view() { return window_.figure_view(); }
  ProblemBar& bar() { return *window_.findChild<ProblemBar*>(); }

  const Value& value(const char* id) const {
    const Document& document = window_.document();
    return document.values().at(find_field(document.lab().fields, id).value());
  }

  template <class Widget>
  Widget& named(const QString& name) {
    for (Widget* widget : window_.findChildren<Widget*>()) {
      if (widget->accessibleName().startsWith(name)) return *widget;
    }
    throw std::runtime_error("no widget " + name.toStdString());
  }

  void drag(const char* handle, QPoint by, int steps = 5) {
    const QPoint from = view().handle_position(handle).value().toPoint();
    QTest::mousePress(&view(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= steps; ++i) QTest::mouseMove(&view(), from + by * i / steps);
    QTest::mouseRelease(&view(), Qt::LeftButton, {}, from + by);
    settle();
  }

  std::filesystem::path write(const std::string& text) const {
    std::ofstream(file_, std::ios::binary) << text;
    return file_;
  }

  MainWindow window_;
  const std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("main_window-" + std::to_string(::getpid()) + ".json");
};

}  // namespace theta
