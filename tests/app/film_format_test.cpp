// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_format.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(FilmFormatOfAName, IsItsEnding) {
  EXPECT_EQ(film_format("a/film.gif"), FilmFormat::gif);
  EXPECT_EQ(film_format("film.MP4"), FilmFormat::mp4);
  EXPECT_EQ(film_format("film.x.webm"), FilmFormat::webm);
  EXPECT_EQ(film_format("a.b/film"), FilmFormat::pictures);
  EXPECT_EQ(film_format("film.avi"), std::nullopt);
  for (const FilmFormat format : film_formats) EXPECT_EQ(film_format("film" + film_ending(format)), format);
}

}  // namespace
}  // namespace theta
