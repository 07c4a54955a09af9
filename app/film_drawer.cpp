// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_drawer.h"

#include "core/model/problem.h"

#include <utility>

namespace theta {

FilmDrawer::FilmDrawer(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& quit) { run(quit); }) {}

FilmDrawer::~FilmDrawer() {
  const std::lock_guard lock(mutex_);
  stale_.request_stop();
  thread_.request_stop();
}

void FilmDrawer::request(std::shared_ptr<const FilmFrames> begun, std::size_t value) {
  const std::lock_guard lock(mutex_);
  if (begun != wanted_.begun) stale_.request_stop();
  wanted_ = {std::move(begun), value};
  changed_.notify_one();
}

void FilmDrawer::run(const std::stop_token& quit) {
  Work work;
  for (;;) {
    Request wanted;
    std::stop_token stop;
    {
      std::unique_lock lock(mutex_);
      const bool at_rest = !work.frames || work.frames->complete;
      if (at_rest) changed_.wait(lock, quit, [&] { return wanted_ != work.done; });
      if (quit.stop_requested()) return;
      wanted = wanted_;
      stale_ = std::stop_source();
      stop = stale_.get_token();
    }
    try {
      go_on(work, wanted, stop);
    } catch (const InputError&) {  // said where the film is written
      work.frames.reset();
    }
    work.done = std::move(wanted);
    if (stop.stop_requested()) work = {};  // what was drawn last may not be whole
  }
}

void FilmDrawer::go_on(Work& work, const Request& wanted, const std::stop_token& stop) {
  if (wanted.begun != work.done.begun) {
    work.frames.reset();
    if (wanted.begun) work.frames = *wanted.begun;
  }
  if (!work.frames) return;
  if (wanted == work.done) {
    look_at_next(*work.frames, stop);
    if (!work.frames->complete) return;
  }
  draw(*work.frames, wanted.value, stop);
}

void FilmDrawer::draw(const FilmFrames& frames, std::size_t value, const std::stop_token& stop) {
  auto frame = std::make_shared<const FilmFrame>(film_frame(frames, value, stop));
  if (stop.stop_requested()) return;
  QMetaObject::invokeMethod(
      this, [this, frame] { Q_EMIT drawn(frame); }, Qt::QueuedConnection);
}

}  // namespace theta
