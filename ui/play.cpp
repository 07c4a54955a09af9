// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/play.h"

#include <cmath>

namespace theta {
namespace {

constexpr int frame_ms = 16;

}  // namespace

Played played(PlayWay how, double start, double way) {
  switch (how) {
    case PlayWay::once: {
      const double position = (start < 1 ? start : 0) + way;
      return position < 1 ? Played{position} : Played{1, true};
    }
    case PlayWay::round:
      return {std::fmod(start + way, 1.0)};
    case PlayWay::to_and_fro: {
      const double position = std::fmod(start + way, 2.0);
      return {position <= 1 ? position : 2 - position};
    }
  }
  return {start, true};
}

Player::Player(QObject* parent) : QObject(parent) {
  timer_.setInterval(frame_ms);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &Player::step);
}

void Player::start(const Track& track, double value, PlayWay how, double seconds) {
  stop();
  track_ = track;
  how_ = how;
  start_ = position_of(track, value);
  seconds_ = seconds;
  last_ = value;
  clock_.start();
  timer_.start();
  Q_EMIT started();
}

void Player::stop() {
  if (!playing()) return;
  timer_.stop();
  Q_EMIT stopped();
}

void Player::step() {
  const auto [position, ended] =
      played(how_, start_, static_cast<double>(clock_.elapsed()) / 1000 / seconds_);
  const double value = exact_value_at(track_, position);
  if (value != last_) {
    last_ = value;
    Q_EMIT moved(value);
  }
  if (ended) stop();
}

}  // namespace theta
