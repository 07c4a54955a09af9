// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_frames.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace theta {

/// Draws single frames of a film on a thread of its own. The first comes at once, with its own axes;
/// meanwhile the other values are looked at, and once the axes of all are known it comes again as it is in
/// the film.
class FilmDrawer : public QObject {
  Q_OBJECT

 public:
  explicit FilmDrawer(QObject* parent = nullptr);
  ~FilmDrawer() override;

  /// Asks for the frame at one of the values. What is drawn of another film is given up; null: of any.
  void request(std::shared_ptr<const FilmFrames> begun, std::size_t value);

 Q_SIGNALS:
  void drawn(std::shared_ptr<const theta::FilmFrame> frame);

 private:
  struct Request {
    std::shared_ptr<const FilmFrames> begun;  ///< its address says which film it is
    std::size_t value = 0;
    bool operator==(const Request&) const = default;
  };
  struct Work {
    Request done = {};                      ///< what was drawn last
    std::optional<FilmFrames> frames = {};  ///< as far as they were looked at
  };
  void run(const std::stop_token& quit);
  void go_on(Work& work, const Request& wanted, const std::stop_token& stop);
  void draw(const FilmFrames& frames, std::size_t value, const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  Request wanted_;
  std::stop_source stale_;
  std::jthread thread_;  // last, so that it starts when all else is there and ends first
};

}  // namespace theta
