// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace theta {

/// Draws figures on a thread of its own, so that drawing never blocks the window. Of the requests that wait,
/// only the newest is drawn. One whose quick figure is partial is drawn in full after it, unless something
/// newer waits by then.
class Drawer : public QObject {
  Q_OBJECT

 public:
  explicit Drawer(QObject* parent = nullptr);
  ~Drawer() override;

  /// Asks for a figure; `drawn` brings it, or that of a newer request. Returns the request's number.
  quint64 request(const Lab& lab, Values values);

 Q_SIGNALS:
  /// `whole`: nothing better of this request follows.
  void drawn(std::shared_ptr<const theta::Figure> figure, quint64 request, bool whole);

 private:
  struct Request {
    const Lab* lab;
    Values values;
    quint64 number;
  };
  void work(std::stop_token quit);
  std::optional<Request> next(const std::stop_token& quit);
  std::optional<std::stop_token> begin_refining();
  bool draw(const Request& request, const Pass& pass);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<Request> waiting_;
  const Lab* drawing_ = nullptr;
  bool refining_ = false;
  std::stop_source stale_;
  quint64 newest_ = 0;
  std::jthread thread_;  // last, so that it starts when all else is there and ends first
};

}  // namespace theta
