// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film.h"

#include "app/save_file.h"
#include "app/write_error.h"
#include "core/model/problem.h"
#include "core/model/shared_axis.h"
#include "ui/export/figure_file.h"
#include "ui/export/paint_figure.h"

#include <QProcess>
#include <QStandardPaths>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace theta {
namespace {

namespace fs = std::filesystem;

struct Axes {
  std::vector<Axis> x, y;
};

/// Which of the values each frame shows.
std::vector<std::size_t> order_of(std::size_t values, PlayWay way) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values; ++i) order.push_back(i);
  if (way == PlayWay::to_and_fro)
    for (std::size_t i = values; i-- > 2;) order.push_back(i - 1);
  return order;
}

fs::path picture(const fs::path& folder, std::size_t frame) {
  const std::string number = std::to_string(frame + 1);
  return folder / (std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number + ".png");
}

/// The panels of each frame; none where the progress said stop.
std::optional<std::vector<std::vector<PanelShape>>> shapes_of_frames(const Film& film,
                                                                     const std::vector<Values>& values,
                                                                     const FilmProgress& progress) {
  std::vector<std::vector<PanelShape>> frames;
  for (const Values& each : values) {
    frames.push_back(shapes_of(figure_in_file(film.origin.lab->draw(each, {}), film.sheet)));
    if (!progress(frames.size() - 1, 2 * values.size())) return {};
  }
  return frames;
}

/// Gives each panel axes wide enough for all frames.
void hold_axes(std::vector<std::vector<PanelShape>>& frames) {
  std::map<std::string, Axes> axes;
  for (const std::vector<PanelShape>& shapes : frames) {
    for (const PanelShape& shape : shapes) {
      axes[shape.id].x.push_back(shape.x);
      axes[shape.id].y.push_back(shape.y);
    }
  }
  for (std::vector<PanelShape>& shapes : frames) {
    for (PanelShape& shape : shapes) {
      const Axes& all = axes.at(shape.id);
      shape.x = shared_axis(all.x).value_or(shape.x);
      shape.y = shared_axis(all.y).value_or(shape.y);
    }
  }
}

/// The figure with the axes its panels were given.
Figure with_axes(Figure figure, const std::vector<PanelShape>& shapes) {
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    figure.panels[i].x = shapes[i].x;
    figure.panels[i].y = shapes[i].y;
  }
  return figure;
}

/// The frames as pictures in a folder; false where the progress said stop.
bool write_frames(Film film, const fs::path& folder, const FilmProgress& progress) {
  film.sheet.state = false;  // a frame's axes are the film's: its own state would not draw it again
  const std::vector<Values> values =
      values_along(film.origin.lab->fields, film.origin.state.values, film.variation);
  auto shapes = shapes_of_frames(film, values, progress);
  if (!shapes) return false;
  hold_axes(*shapes);
  const auto places = panel_places_alike(*shapes, page_layout(film.sheet));
  const std::vector<std::size_t> order = order_of(values.size(), film.way);
  LabelMemory labels;
  for (std::size_t i = 0; i < values.size(); ++i) {
    Origin origin = film.origin;
    origin.state.values = values[i];
    const Figure figure =
        with_axes(figure_in_file(origin.lab->draw(values[i], {}), film.sheet), (*shapes)[i]);
    const std::string bytes = figure_picture(figure, origin, film.sheet, places[i], labels);
    for (std::size_t frame = 0; frame < order.size(); ++frame)
      if (order[frame] == i) save_file(picture(folder, frame), bytes);
    if (!progress(values.size() + i, 2 * values.size())) return false;
  }
  // A longer film may have stood in the folder before.
  std::error_code left;
  for (std::size_t frame = order.size(); fs::remove(picture(folder, frame), left); ++frame) {
  }
  return true;
}

/// What ffmpeg is told after its input; none for another ending. Everything it might add of its own, such as
/// the date, is left out.
std::optional<QStringList> encoding(const std::string& ending, PlayWay way) {
  if (ending == ".gif")
    return QStringList{QStringLiteral("-filter_complex"),
                       QStringLiteral("split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=none"),
                       QStringLiteral("-loop"), QString::number(way == PlayWay::once ? -1 : 0)};
  const QString even = QStringLiteral("pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white");
  if (ending == ".mp4")
    return QStringList{QStringLiteral("-vf"),       even,
                       QStringLiteral("-c:v"),      QStringLiteral("libx264"),
                       QStringLiteral("-pix_fmt"),  QStringLiteral("yuv420p"),
                       QStringLiteral("-crf"),      QStringLiteral("16"),
                       QStringLiteral("-threads"),  QStringLiteral("1"),
                       QStringLiteral("-movflags"), QStringLiteral("+faststart")};
  if (ending == ".webm")
    return QStringList{QStringLiteral("-vf"),      even,
                       QStringLiteral("-c:v"),     QStringLiteral("libvpx-vp9"),
                       QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"),
                       QStringLiteral("-crf"),     QStringLiteral("24"),
                       QStringLiteral("-b:v"),     QStringLiteral("0"),
                       QStringLiteral("-threads"), QStringLiteral("1")};
  return {};
}

QString ffmpeg() {
  const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
  if (program.isEmpty())
    throw InputError(
        Problem{"ffmpeg",
                {},
                say("it is not installed; GIF, MP4 and WebM need it, a folder of PNG pictures does not")});
  return program;
}

/// Joins the pictures of a folder into one file; false where the progress said stop.
bool encode(const Film& film, const fs::path& folder, const fs::path& film_file, const QStringList& how,
            const std::function<bool()>& go_on) {
  QStringList arguments = {QStringLiteral("-nostdin"),
                           QStringLiteral("-loglevel"),
                           QStringLiteral("error"),
                           QStringLiteral("-framerate"),
                           QString::number(film.rate),
                           QStringLiteral("-i"),
                           QString::fromStdString((folder / "%04d.png").string())};
  arguments += how;
  arguments += {QStringLiteral("-fflags"),
                QStringLiteral("+bitexact"),
                QStringLiteral("-flags:v"),
                QStringLiteral("+bitexact"),
                QStringLiteral("-map_metadata"),
                QStringLiteral("-1"),
                QString::fromStdString(film_file.string())};
  QProcess process;
  process.start(ffmpeg(), arguments);
  while (!process.waitForFinished(100) && process.state() != QProcess::NotRunning) {
    if (go_on()) continue;
    process.kill();
    process.waitForFinished();
    return false;
  }
  if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return true;
  const QString said = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
  throw InputError(
      Problem{"ffmpeg", say("it said: {}", said.section(QLatin1Char('\n'), -1).toStdString()), {}});
}

std::string bytes_of(const fs::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::ReadOnly)) throw WriteError(path, EIO);
  return file.readAll().toStdString();
}

}  // namespace

bool write_film(const Film& asked, const fs::path& output, const FilmProgress& progress) {
  const std::string ending = output.extension().string();
  Film film = asked;
  if (ending == ".mp4" || ending == ".webm") film.sheet.transparent = false;  // it would be black there
  const auto how = encoding(ending, film.way);
  if (!how && !ending.empty())
    throw InputError(Problem{"output", say("“{}”", output.string()),
                             say("a name that ends in .gif, .mp4 or .webm, or a folder for PNG pictures")});
  if (!how) {
    make_folder(output);
    return write_frames(film, output, progress);
  }
  ffmpeg();  // said before the work, not after it
  expect_room_for_file(output);
  const QTemporaryDir folder;
  if (!folder.isValid()) throw WriteError(folder.path().toStdString(), EIO);
  const fs::path frames = folder.path().toStdString(), film_file = frames / ("film" + ending);
  const std::size_t steps = 2 * film.variation.steps.size();
  if (!write_frames(film, frames, progress)) return false;
  if (!encode(film, frames, film_file, *how, [&] { return progress(steps, steps); })) return false;
  save_file(output, bytes_of(film_file));
  return true;
}

}  // namespace theta
