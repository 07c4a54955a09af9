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
  // The first figure of the same lab is left to finish: were each edit of a drag to stop the one before,
  // nothing would be seen until the drag ends.
  if (drawing_ && (refining_ || drawing_ != &lab)) stale_.request_stop();
  changed_.notify_one();
  return newest_;
}

/// Waits for a request; none when the thread is to end.
std::optional<Drawer::Request> Drawer::next(const std::stop_token& quit) {
  std::unique_lock lock(mutex_);
  drawing_ = nullptr;
  refining_ = false;
  if (!changed_.wait(lock, quit, [this] { return waiting_.has_value(); }) || quit.stop_requested()) return {};
  std::optional<Request> request = std::exchange(waiting_, std::nullopt);
  drawing_ = request->lab;
  stale_ = std::stop_source();
  return request;
}

/// None where something newer waits already.
std::optional<std::stop_token> Drawer::begin_refining() {
  const std::lock_guard lock(mutex_);
  if (waiting_ || stale_.stop_requested()) return {};
  refining_ = true;
  return stale_.get_token();
}

/// Whether a figure was drawn in time that a whole one is to follow.
bool Drawer::draw(const Request& request, const Pass& pass) {
  auto figure = std::make_shared<const Figure>(request.lab->draw(request.values, pass));
  if (pass.stop.stop_requested()) return false;
  const bool whole = !figure->partial;
  QMetaObject::invokeMethod(
      this, [this, figure, number = request.number, whole] { Q_EMIT drawn(figure, number, whole); },
      Qt::QueuedConnection);
  return !whole;
}

void Drawer::work(std::stop_token quit) {
  while (const std::optional<Request> request = next(quit)) {
    if (!draw(*request, {.stop = stale_.get_token(), .quick = true})) continue;
    if (const auto stop = begin_refining()) draw(*request, {.stop = *stop});
  }
}

}  // namespace theta
