// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remembered.h"

#include <QSettings>

#include <gtest/gtest.h>

namespace theta {
namespace {

class RememberedTest : public testing::Test {
 protected:
  void SetUp() override { QSettings().clear(); }
  void TearDown() override { QSettings().clear(); }
};

TEST_F(RememberedTest, BeginsWithWhatIsUsual) {
  EXPECT_EQ(read_remembered().play_way, PlayWay::once);
  EXPECT_EQ(read_remembered().appearance, Appearance::system);
}

TEST_F(RememberedTest, ComesBackAsItWasWritten) {
  Remembered remembered;
  remembered.figure_edges = {1, 2, 3, 4};
  remembered.recent_files = {QStringLiteral("a b"), QStringLiteral("c")};
  remembered.folder = QStringLiteral("/somewhere");
  remembered.appearance = Appearance::dark;
  remembered.reduced_motion = true;
  remembered.export_choice = QStringLiteral("a sheet");
  remembered.film_choice = QStringLiteral("a film");
  remembered.play_way = PlayWay::to_and_fro;
  remembered.play_seconds = 42;
  write_remembered(remembered);
  const Remembered again = read_remembered();
  EXPECT_EQ(again.figure_edges, remembered.figure_edges);
  EXPECT_EQ(again.recent_files, remembered.recent_files);
  EXPECT_EQ(again.folder, remembered.folder);
  EXPECT_EQ(again.appearance, remembered.appearance);
  EXPECT_EQ(again.reduced_motion, true);
  EXPECT_EQ(again.export_choice, remembered.export_choice);
  EXPECT_EQ(again.film_choice, remembered.film_choice);
  EXPECT_EQ(again.play_way, remembered.play_way);
  EXPECT_EQ(again.play_seconds, 42);
}

TEST_F(RememberedTest, IgnoresWhatCannotBe) {
  QSettings settings;
  settings.setValue(QStringLiteral("play/way"), 7);
  settings.setValue(QStringLiteral("play/seconds"), -3);
  settings.setValue(QStringLiteral("view/appearance"), 9);
  settings.setValue(QStringLiteral("window/figure_edges"), QRect(-5, 0, 1, 1));
  const Remembered remembered = read_remembered();
  EXPECT_EQ(remembered.play_way, PlayWay::once);
  EXPECT_EQ(remembered.play_seconds, 1);
  EXPECT_EQ(remembered.appearance, Appearance::system);
  EXPECT_EQ(remembered.figure_edges, Remembered().figure_edges);
}

TEST_F(RememberedTest, TenFilesTheLatestFirst) {
  QStringList files;
  for (int i = 0; i < 12; ++i) files = with_recent(files, QString::number(i));
  files = with_recent(files, QStringLiteral("5"));
  EXPECT_EQ(files.join(QLatin1Char(' ')), QStringLiteral("5 11 10 9 8 7 6 4 3 2"));
}

}  // namespace
}  // namespace theta
