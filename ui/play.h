// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/track.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace theta {

enum class PlayWay { once, round, to_and_fro };

/// What is played, and every film, unless something else is asked for.
inline constexpr PlayWay usual_way = PlayWay::once;

struct Played {
  double position = 0;  ///< from 0 at the low limit to 1 at the high one
  bool ended = false;
};

/// Where a parameter stands that set out from `start` and has gone `way` lengths of its range since. Played
/// once, it goes up to its high limit, from the low one where it already stands at the high one.
Played played(PlayWay how, double start, double way);

/// Moves a number along its range as time passes.
class Player : public QObject {
  Q_OBJECT

 public:
  explicit Player(QObject* parent = nullptr);

  /// `seconds`: for the whole range, once along.
  void start(const Track& track, double value, PlayWay how, double seconds);
  void stop();
  bool playing() const { return timer_.isActive(); }

 Q_SIGNALS:
  void moved(double value);
  void started();
  void stopped();

 private:
  void step();

  QTimer timer_;
  QElapsedTimer clock_;
  Track track_;
  PlayWay how_ = PlayWay::once;
  double start_ = 0, seconds_ = 1, last_ = 0;
};

}  // namespace theta
