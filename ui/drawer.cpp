// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawer.h"

#include <utility>

namespace theta {

Drawer::Drawer(QObject* parent)
    : QObject(parent), thread_([this](std::stop_token quit) { work(std::move(quit)); }) {}

Drawer::~Drawer() {
  const std::lock_guard lock(mutex_);
  stale_.request_stop();
  thread_.request_stop();
}

quint64 Drawer::request(const Lab& lab, Values values) {
  const std::lock_guard lock(mutex_);
  waiting_ = Request{&lab, std::move(values), ++newest_};
  // A figure of the same lab is left to finish: were each edit of a drag to stop the one before, nothing
  // would be seen until the drag ends.
  if (drawing_ && drawing_ != &lab) stale_.request_stop();
  changed_.notify_one();
  return newest_;
}

void Drawer::work(std::stop_token quit) {
  while (true) {
    Request request;
    std::stop_token stop;
    {
      std::unique_lock lock(mutex_);
      drawing_ = nullptr;
      if (!changed_.wait(lock, quit, [this] { return waiting_.has_value(); })) return;
      if (quit.stop_requested()) return;
      request = *std::exchange(waiting_, std::nullopt);
      drawing_ = request.lab;
      stale_ = std::stop_source();
      stop = stale_.get_token();
    }
    auto figure = std::make_shared<const Figure>(request.lab->draw(request.values, stop));
    if (stop.stop_requested()) continue;
    QMetaObject::invokeMethod(
        this, [this, figure, number = request.number] { Q_EMIT drawn(figure, number); },
        Qt::QueuedConnection);
  }
}

}  // namespace theta
