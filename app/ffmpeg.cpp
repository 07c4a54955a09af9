// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ffmpeg.h"

#include "core/model/problem.h"

#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

namespace theta {
namespace {

QString ffmpeg() { return QStandardPaths::findExecutable(QStringLiteral("ffmpeg")); }

/// What ffmpeg is told after its input.
QStringList options_of(const Encoding& encoding) {
  // Both sides have to be even where colours are kept for every other pixel.
  const QString even = QStringLiteral("pad=ceil(iw/2)*2:ceil(ih/2)*2:color=") +
                       (encoding.transparent ? QStringLiteral("white@0") : QStringLiteral("white"));
  switch (encoding.format) {
    case FilmFormat::pictures:
      break;
    case FilmFormat::gif:
      return {QStringLiteral("-filter_complex"),
              QStringLiteral("split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=none"),
              QStringLiteral("-loop"), QString::number(encoding.once ? -1 : 0)};
    case FilmFormat::mp4:
      return {QStringLiteral("-vf"),       even,
              QStringLiteral("-c:v"),      QStringLiteral("libx264"),
              QStringLiteral("-pix_fmt"),  QStringLiteral("yuv420p"),
              QStringLiteral("-crf"),      QStringLiteral("16"),
              QStringLiteral("-threads"),  QStringLiteral("1"),
              QStringLiteral("-movflags"), QStringLiteral("+faststart")};
    case FilmFormat::webm: {
      QStringList options = {QStringLiteral("-vf"),      even,
                             QStringLiteral("-c:v"),     QStringLiteral("libvpx-vp9"),
                             QStringLiteral("-crf"),     QStringLiteral("24"),
                             QStringLiteral("-b:v"),     QStringLiteral("0"),
                             QStringLiteral("-threads"), QStringLiteral("1"),
                             QStringLiteral("-pix_fmt")};
      // Frames that are shown by no time of their own do not go with transparency.
      if (encoding.transparent)
        options += {QStringLiteral("yuva420p"), QStringLiteral("-auto-alt-ref"), QStringLiteral("0")};
      else
        options += QStringLiteral("yuv420p");
      return options;
    }
  }
  return {};
}

}  // namespace

bool ffmpeg_is_there() { return !ffmpeg().isEmpty(); }

void expect_ffmpeg() {
  if (ffmpeg_is_there()) return;
  throw InputError(
      Problem{"ffmpeg",
              {},
              say("it is not installed; GIF, MP4 and WebM need it, a folder of PNG pictures does not")});
}

bool encode(const Encoding& encoding, const std::filesystem::path& folder, const std::filesystem::path& file,
            const std::function<bool()>& go_on) {
  QStringList arguments = {QStringLiteral("-nostdin"),
                           QStringLiteral("-loglevel"),
                           QStringLiteral("error"),
                           QStringLiteral("-framerate"),
                           QString::number(encoding.rate),
                           QStringLiteral("-i"),
                           QString::fromStdString((folder / "%04d.png").string())};
  arguments += options_of(encoding);
  // What it might add of its own, such as the date, is left out.
  arguments += {QStringLiteral("-fflags"),
                QStringLiteral("+bitexact"),
                QStringLiteral("-flags:v"),
                QStringLiteral("+bitexact"),
                QStringLiteral("-map_metadata"),
                QStringLiteral("-1"),
                QString::fromStdString(file.string())};
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

}  // namespace theta
