// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film.h"

#include "app/ffmpeg.h"
#include "app/film_folder.h"
#include "app/film_format.h"
#include "app/film_frames.h"
#include "app/save_file.h"
#include "app/write_error.h"
#include "core/model/counted.h"
#include "core/model/problem.h"
#include "ui/export/figure_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <string>

namespace theta {
namespace {

namespace fs = std::filesystem;

/// The frames as pictures in a folder; none where the progress said stop.
std::optional<WrittenFilm> write_frames(Film film, const fs::path& folder, const FilmProgress& progress) {
  film.sheet.state = false;  // a frame's axes are the film's: its own state would not draw it again
  FilmFrames frames = begin_frames(film);
  const std::size_t values = frames.values.size();
  const std::size_t steps = film_steps(film);
  for (std::size_t done = 0; !frames.complete; done = std::max(done, frames.looks())) {
    if (!progress(done, steps)) return {};
    look_at_next(frames);
  }
  const std::vector<std::size_t> order = frame_order(values, film.way);
  for (std::size_t i = 0; i < values; ++i) {
    if (!progress(2 * values + i, steps)) return {};
    Origin origin = film.origin;
    origin.state.values = frames.values[i];
    const FilmFrame of_value = film_frame(frames, i);
    const std::string bytes =
        figure_picture(of_value.figure, origin, film.sheet, of_value.places, of_value.words);
    for (std::size_t frame = 0; frame < order.size(); ++frame)
      if (order[frame] == i) save_frame(folder, frame, bytes);
  }
  return WrittenFilm{.frames = order.size(), .removed = remove_frames_from(folder, order.size())};
}

std::string bytes_of(const fs::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::ReadOnly)) throw WriteError(path, EIO);
  return file.readAll().toStdString();
}

FilmFormat format_of(const Film& film, const fs::path& output) {
  const std::optional<FilmFormat> format = film_format(output);
  if (!format)
    throw InputError(Problem{"output", say("“{}”", output.string()),
                             say("a name that ends in .gif, .mp4 or .webm, or a folder for PNG pictures")});
  if (film.sheet.transparent && !carries_transparency(*format))
    throw InputError(
        Problem{"transparent",
                {},
                say("MP4 has a ground behind every picture; a film without one is WebM, GIF or a "
                    "folder of PNG pictures")});
  return *format;
}

}  // namespace

std::size_t film_steps(const Film& film) { return 3 * film.variation.steps.size(); }

Text words_on_removed(const WrittenFilm& film) {
  if (film.removed == 0) return {};
  return counted(film.removed, "{} picture that an earlier film had left in the folder was removed.",
                 "{} pictures that an earlier film had left in the folder were removed.");
}

std::optional<WrittenFilm> write_film(const Film& film, const fs::path& output,
                                      const FilmProgress& progress) {
  const FilmFormat format = format_of(film, output);
  if (format == FilmFormat::pictures) {
    expect_only_frames(output);
    make_folder(output);
    return write_frames(film, output, progress);
  }
  expect_ffmpeg();  // said before the work, not after it
  expect_room_for_file(output);
  const QTemporaryDir folder;
  if (!folder.isValid()) throw WriteError(folder.path().toStdString(), EIO);
  const fs::path frames = folder.path().toStdString(), film_file = frames / ("film" + film_ending(format));
  const std::size_t steps = film_steps(film);
  const auto written = write_frames(film, frames, progress);
  if (!written) return {};
  const Encoding encoding{.format = format,
                          .rate = film.rate,
                          .once = film.way == PlayWay::once,
                          .transparent = film.sheet.transparent};
  if (!encode(encoding, frames, film_file, [&] { return progress(steps, steps); })) return {};
  save_file(output, bytes_of(film_file));
  return written;
}

}  // namespace theta
