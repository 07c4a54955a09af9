// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// How a temperature is lowered during training.
enum class Annealing {
  exponential,  ///< max(floor, start · e^−rt). Jang, Gu, Poole, 2017
  linear,       ///< evenly from start to floor in all steps, which the rate does not change
  cosine,       ///< half a cosine from start to floor in all steps
  constant      ///< start throughout. Maddison, Mnih, Teh, 2017
};

struct AnnealingSchedule {
  Annealing kind = Annealing::exponential;
  double start = 1, floor = 0.5;  ///< 0 < floor ≤ start
  double rate = 3e-5;             ///< r, exponential only
  double steps = 50'000;          ///< linear and cosine
  double refresh = 1;             ///< the temperature is set anew every so many steps, at least 1
};

/// The temperature at a step t ≥ 0.
double annealed_temperature(const AnnealingSchedule& schedule, double step);

/// The step from which on an exponential schedule stands at its floor: ln(start/floor)/r.
double floor_reached_at(const AnnealingSchedule& schedule);

}  // namespace theta
