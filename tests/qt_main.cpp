// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>

#include <gmock/gmock.h>

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM",
          qgetenv("THETA_TEST_PLATFORM").isEmpty() ? "offscreen" : qgetenv("THETA_TEST_PLATFORM"));
  QStandardPaths::setTestModeEnabled(true);  // nobody's settings are touched
  const QApplication application(argc, argv);
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
