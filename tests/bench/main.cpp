// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/start.h"

#include <QApplication>
#include <QStandardPaths>

#include <benchmark/benchmark.h>

#include <string_view>

int main(int argc, char** argv) {
  if (qgetenv("QT_QPA_PLATFORM").isEmpty()) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  const QApplication application(argc, argv);
  // The benchmark of the start runs this program again, to show one window and end.
  if (argc == 3 && std::string_view(argv[1]) == theta::start_option) return theta::show_once(argv[2]);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
