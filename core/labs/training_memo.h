// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/margin_training.h"
#include "core/model/lab.h"

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace theta {

/// A training run as it stood after some steps.
struct TrainingSight {
  int step = 0;  ///< the one asked for, or an earlier one in a quick pass and where a stop was requested
  Embedding embedding = {};
  std::vector<TrainingMoment> history = {};  ///< of the steps before
};

/// Remembers runs by their tasks, so that each step is computed once however often and in whatever order
/// steps are asked for. What it returns in a whole pass depends on the task and the step alone. Any thread
/// may ask.
class TrainingMemo {
 public:
  /// A quick pass takes the latest state known up to the step and trains not at all.
  TrainingSight at(const MarginTask& task, int step, const Pass& pass);

 private:
  struct Run {
    std::shared_ptr<const MarginTraining> training;
    std::map<int, TrainingState> kept;  ///< a state every so many steps, from which others are reached
    TrainingState head;                 ///< where the run was left last
    std::vector<TrainingMoment> history;
  };
  Run& run_of(const MarginTask& task);
  void remember(const MarginTask& task, const TrainingState& state,
                const std::vector<TrainingMoment>& moments, int from);

  std::mutex mutex_;
  std::list<Run> runs_;  ///< the latest first
};

}  // namespace theta
