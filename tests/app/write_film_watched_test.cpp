// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_film_watched.h"

#include "core/labs/all.h"
#include "tests/app/temporary_folder.h"

#include <QApplication>
#include <QProgressDialog>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

namespace theta {
namespace {

namespace fs = std::filesystem;

using WriteFilmWatched = TemporaryFolder;

TEST_F(WriteFilmWatched, StopsAtItsButton) {
  const Lab& lab = *find_lab("gumbel-softmax");
  const Film film{.origin = {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"},
                  .variation = parse_variation(lab.fields, "temperature=0.1:10:500"),
                  .sheet = {.width = 200, .height = 150, .dpi = 200}};
  bool pressed = false;
  QTimer watch;
  QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      auto* progress = qobject_cast<QProgressDialog*>(widget);
      if (pressed || !progress || !progress->isVisible() || progress->value() < 1) continue;
      pressed = true;
      QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
    }
  });
  watch.start(10);
  EXPECT_FALSE(write_film_watched(film, folder_ / "film", nullptr));
  EXPECT_TRUE(pressed);
  EXPECT_FALSE(fs::exists(folder_ / "film" / "0500.png"));
}

}  // namespace
}  // namespace theta
