// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film.h"

#include "app/write_error.h"
#include "core/labs/all.h"
#include "core/model/problem.h"
#include "tests/app/temporary_folder.h"

#include <QImage>
#include <QStandardPaths>

#include <gmock/gmock.h>

#include <cstdlib>
#include <set>

namespace theta {
namespace {

namespace fs = std::filesystem;

class FilmTest : public TemporaryFolder {
 protected:
  static Film film(PlayWay way, const char* vary = "temperature=0.1:10:4:log") {
    const Lab& lab = *find_lab("gumbel-softmax");
    return {.origin = {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"},
            .variation = parse_variation(lab.fields, vary),
            .way = way,
            .sheet = {.width = 80, .height = 60, .dpi = 60}};
  }

  std::vector<std::string> names() const {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_ / "film")) all.insert(entry.path().filename());
    return {all.begin(), all.end()};
  }

  static bool go_on(std::size_t, std::size_t) { return true; }
};

TEST_F(FilmTest, WritesAPictureForEachFrame) {
  EXPECT_TRUE(write_film(film(PlayWay::once), folder_ / "film", go_on));
  EXPECT_THAT(names(), testing::ElementsAre("0001.png", "0002.png", "0003.png", "0004.png"));
  EXPECT_EQ(QImage::fromData(QByteArray::fromStdString(read("film/0001.png"))).size(), QSize(189, 142));
  EXPECT_NE(read("film/0001.png"), read("film/0004.png"));
}

TEST_F(FilmTest, GoesToAndFroWithoutStandingAtTheEnds) {
  write_film(film(PlayWay::to_and_fro), folder_ / "film", go_on);
  EXPECT_EQ(names().size(), 6u);
  EXPECT_EQ(read("film/0005.png"), read("film/0003.png"));
  EXPECT_EQ(read("film/0006.png"), read("film/0002.png"));
}

TEST_F(FilmTest, LeavesNoPictureOfALongerFilm) {
  EXPECT_EQ(write_film(film(PlayWay::to_and_fro), folder_ / "film", go_on)->removed, 0u);
  const auto shorter = write_film(film(PlayWay::once), folder_ / "film", go_on);
  EXPECT_EQ(names().size(), 4u);
  EXPECT_EQ(shorter->frames, 4u);
  EXPECT_EQ(shorter->removed, 2u);
  EXPECT_EQ(fill(words_on_removed(*shorter)),
            "2 pictures that an earlier film had left in the folder were removed.");
  EXPECT_TRUE(words_on_removed({.frames = 4, .removed = 0}).empty());
}

TEST_F(FilmTest, TouchesNoPictureOfOthers) {
  write_film(film(PlayWay::once), folder_ / "film", go_on);
  for (const char* name : {"0003.png", "0005.png", "0099.png"}) {  // in the film's way, next to it, far away
    const std::string own = read(std::string("film/") + name);
    write(std::string("film/") + name, "a photograph");
    const std::string before = read("film/0001.png");
    EXPECT_THROW(write_film(film(PlayWay::once, "temperature=1,2"), folder_ / "film", go_on), InputError);
    EXPECT_EQ(read(std::string("film/") + name), "a photograph");
    EXPECT_EQ(read("film/0001.png"), before) << "nothing was changed";
    fs::remove(folder_ / "film" / name);
    if (!own.empty()) write(std::string("film/") + name, own);
  }
  write("film/notes.txt", "kept");
  write("film/00004.png", "kept");
  EXPECT_EQ(write_film(film(PlayWay::once, "temperature=1,2"), folder_ / "film", go_on)->removed, 2u);
  EXPECT_THAT(names(), testing::ElementsAre("00004.png", "0001.png", "0002.png", "notes.txt"));
}

TEST_F(FilmTest, DrawsTheSameFramesAgain) {
  write_film(film(PlayWay::once), folder_ / "film", go_on);
  const std::string before = read("film/0002.png");
  write_film(film(PlayWay::once), folder_ / "film", go_on);
  EXPECT_EQ(read("film/0002.png"), before);
}

TEST_F(FilmTest, StopsWhereItIsTold) {
  const auto until = [](std::size_t most) {
    return [most](std::size_t done, std::size_t) { return done < most; };
  };
  EXPECT_FALSE(write_film(film(PlayWay::once), folder_ / "film", until(2)));
  EXPECT_TRUE(names().empty());  // axes of all frames were not known yet
  EXPECT_FALSE(write_film(film(PlayWay::once), folder_ / "film", until(10)));
  EXPECT_THAT(names(), testing::ElementsAre("0001.png", "0002.png"));
}

TEST_F(FilmTest, AStoppedFileIsNotWritten) {
  if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
    GTEST_SKIP() << "install ffmpeg to have films joined";
  for (const std::size_t most : {2u, 9u, 12u}) {  // while frames are drawn, and while they are joined
    EXPECT_FALSE(write_film(film(PlayWay::once), folder_ / "film.gif",
                            [=](std::size_t done, std::size_t) { return done < most; }));
    EXPECT_TRUE(fs::is_empty(folder_));
  }
}

TEST_F(FilmTest, JoinsThemIntoAFile) {
  if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
    GTEST_SKIP() << "install ffmpeg to have films joined";
  for (const auto& [ending, start] :
       {std::pair(".gif", std::string("GIF89a")), std::pair(".webm", std::string("\x1A\x45\xDF\xA3"))}) {
    EXPECT_TRUE(write_film(film(PlayWay::to_and_fro), folder_ / ("film" + std::string(ending)), go_on));
    EXPECT_THAT(read("film" + std::string(ending)), testing::StartsWith(start));
  }
  EXPECT_TRUE(write_film(film(PlayWay::to_and_fro), folder_ / "film.mp4", go_on));
  EXPECT_EQ(read("film.mp4").substr(4, 4), "ftyp");
}

TEST_F(FilmTest, StaysWithoutAGroundWhereTheFormatCan) {
  if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
    GTEST_SKIP() << "install ffmpeg to have films joined";
  Film clear = film(PlayWay::once);
  for (const bool transparent : {true, false}) {
    clear.sheet.transparent = transparent;
    for (const std::string ending : {".webm", ".gif"}) {
      write_film(clear, folder_ / ("film" + ending), go_on);
      const std::string decoder = ending == ".webm" ? "-c:v libvpx-vp9 " : "";
      ASSERT_EQ(std::system(("ffmpeg -y -loglevel error " + decoder + "-i " + in_folder("film" + ending) +
                             " -update 1 -pix_fmt rgba " + in_folder("last.png"))
                                .c_str()),
                0);
      const QImage last = QImage::fromData(QByteArray::fromStdString(read("last.png")));
      EXPECT_EQ(qAlpha(last.pixel(1, 1)), transparent ? 0 : 255) << ending;
    }
  }
}

TEST_F(FilmTest, IsRefusedWithoutAGroundWhereTheFormatCannot) {
  Film clear = film(PlayWay::once);
  clear.sheet.transparent = true;
  try {
    write_film(clear, folder_ / "film.mp4", go_on);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("MP4 has a ground"));
  }
}

TEST_F(FilmTest, SaysBeforeTheWorkWhereAFileHasNoFolder) {
  if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
    GTEST_SKIP() << "install ffmpeg to have films joined";
  const auto never = [](std::size_t, std::size_t) {
    ADD_FAILURE() << "it was drawn";
    return false;
  };
  EXPECT_THROW(write_film(film(PlayWay::once), folder_ / "none" / "film.gif", never), WriteError);
}

TEST_F(FilmTest, SaysWithoutFfmpegThatItIsMissing) {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "/nowhere");
  EXPECT_THROW(write_film(film(PlayWay::once), folder_ / "film.gif", go_on), InputError);
  qputenv("PATH", path);
}

}  // namespace
}  // namespace theta
