// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_film_watched.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <future>

namespace theta {

std::optional<WrittenFilm> write_film_watched(const Film& film, const std::filesystem::path& output,
                                              QWidget* parent) {
  std::atomic<std::size_t> done = 0;
  std::atomic<bool> stop = false;
  auto work = std::async(std::launch::async, [&] {
    return write_film(film, output, [&](std::size_t now, std::size_t) {
      done = now;
      return !stop;
    });
  });
  const auto steps = static_cast<int>(film_steps(film));
  QProgressDialog progress(QCoreApplication::translate("Film", "Drawing…"),
                           QCoreApplication::translate("Film", "Stop"), 0, steps + 1, parent);
  progress.setWindowModality(Qt::WindowModal);
  progress.setAutoReset(false);
  progress.setMinimumDuration(500);
  QEventLoop loop;
  QTimer timer;
  QObject::connect(&progress, &QProgressDialog::canceled, &loop, [&] { stop = true; });
  QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
    const auto now = static_cast<int>(done.load());
    if (now == steps) progress.setLabelText(QCoreApplication::translate("Film", "Joining the pictures…"));
    if (!stop) progress.setValue(now);
    if (work.wait_for(std::chrono::seconds(0)) == std::future_status::ready) loop.quit();
  });
  timer.start(50);
  loop.exec();
  return work.get();
}

}  // namespace theta
