// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_preview.h"

#include "core/labs/all.h"
#include "ui/parameters/slider.h"

#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

namespace theta {
namespace {

class FilmPreviewTest : public testing::Test {
 protected:
  FilmPreviewTest() : preview_(light_theme()) {
    preview_.resize(400, 360);
    preview_.show_film(film("temperature=0.1:10:4:log"));
    preview_.show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return says("Frame 1 of 4") && !says("follow"); }));
  }

  static Film film(const char* vary, PlayWay way = PlayWay::once) {
    const Lab& lab = *find_lab("gumbel-softmax");
    return {.origin = {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"},
            .variation = parse_variation(lab.fields, vary),
            .way = way,
            .sheet = {.width = 80, .height = 60, .dpi = 200}};
  }

  bool says(const char* words) const {
    for (const auto* label : preview_.findChildren<QLabel*>())
      if (label->text().contains(QLatin1String(words))) return true;
    return false;
  }

  QImage picture() const {
    for (const auto* label : preview_.findChildren<QLabel*>())
      if (!label->pixmap(Qt::ReturnByValue).isNull()) return label->pixmap(Qt::ReturnByValue).toImage();
    return {};
  }

  FilmPreview preview_;
};

TEST_F(FilmPreviewTest, ShowsTheFrameTheSliderStandsAt) {
  const QImage first = picture();
  EXPECT_NEAR(1.0 * first.width() / first.height(), 80.0 / 60, 0.02);
  Q_EMIT preview_.findChild<Slider*>()->moved(4);
  EXPECT_TRUE(says("Frame 4 of 4"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return picture() != first; }));
}

TEST_F(FilmPreviewTest, ShowsFramesAsTheFilmHasThem) {
  FilmFrames frames = begin_frames(film("temperature=0.1:10:4:log"));
  const FilmFrame alone = film_frame(frames, 0);
  EXPECT_FALSE(alone.complete);
  while (!frames.complete) look_at_next(frames);
  const FilmFrame first = film_frame(frames, 0), last = film_frame(frames, 3);
  EXPECT_TRUE(first.complete);
  for (std::size_t i = 0; i < first.figure.panels.size(); ++i) {
    EXPECT_EQ(first.figure.panels[i].x, last.figure.panels[i].x);
    EXPECT_EQ(first.figure.panels[i].y, last.figure.panels[i].y);
  }
}

TEST_F(FilmPreviewTest, FollowsTheRoom) {
  const QSize before = picture().size();
  preview_.resize(300, 280);
  EXPECT_TRUE(QTest::qWaitFor([&] { return picture().width() < before.width(); }));
}

TEST_F(FilmPreviewTest, KeepsItsFrameWhereThereIsOne) {
  Q_EMIT preview_.findChild<Slider*>()->moved(3);
  preview_.show_film(film("temperature=0.1:10:4:log", PlayWay::to_and_fro));
  EXPECT_TRUE(says("Frame 3 of 6"));
  preview_.show_film(film("temperature=1,2"));
  EXPECT_TRUE(says("Frame 2 of 2"));
  EXPECT_EQ(preview_.frames(), 2u);
}

}  // namespace
}  // namespace theta
