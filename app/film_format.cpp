// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_format.h"

#include <algorithm>
#include <cctype>

namespace theta {

std::optional<FilmFormat> film_format(const std::filesystem::path& name) {
  std::string ending = name.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto found = std::ranges::find(film_formats, ending, film_ending);
  if (found == film_formats.end()) return {};
  return *found;
}

std::string film_ending(FilmFormat format) {
  switch (format) {
    case FilmFormat::pictures:
      break;
    case FilmFormat::gif:
      return ".gif";
    case FilmFormat::mp4:
      return ".mp4";
    case FilmFormat::webm:
      return ".webm";
  }
  return {};
}

bool carries_transparency(FilmFormat format) { return format != FilmFormat::mp4; }

}  // namespace theta
