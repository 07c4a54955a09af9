// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/training_memo.h"

#include <algorithm>
#include <iterator>

namespace theta {
namespace {

constexpr int spacing = 25;                 // steps between two states that are kept
constexpr std::size_t most_remembered = 4;  // some three megabytes each

}  // namespace

TrainingMemo::Run& TrainingMemo::run_of(const MarginTask& task) {
  const auto known =
      std::ranges::find_if(runs_, [&](const Run& run) { return run.training->task() == task; });
  if (known != runs_.end()) {
    runs_.splice(runs_.begin(), runs_, known);
    return runs_.front();
  }
  Run run;
  run.training = std::make_shared<const MarginTraining>(task);
  run.head = run.training->start();
  run.kept.emplace(0, run.head);
  runs_.push_front(std::move(run));
  if (runs_.size() > most_remembered) runs_.pop_back();
  return runs_.front();
}

/// Two threads may have trained the same steps: both found the same, so one of them is enough.
void TrainingMemo::remember(const MarginTask& task, const TrainingState& state,
                            const std::vector<TrainingMoment>& moments, int from) {
  const std::lock_guard lock(mutex_);
  Run& run = run_of(task);
  const auto known = static_cast<std::ptrdiff_t>(run.history.size()) - from;
  if (known >= 0 && known < std::ssize(moments))
    run.history.insert(run.history.end(), moments.begin() + known, moments.end());
  if (std::ssize(run.history) < state.step) return;  // the run was forgotten and begun anew meanwhile
  run.head = state;
  if (state.step % spacing == 0) run.kept.try_emplace(state.step, state);
}

TrainingSight TrainingMemo::at(const MarginTask& task, int step, const Pass& pass) {
  std::shared_ptr<const MarginTraining> training;
  TrainingState state;
  std::vector<TrainingMoment> history;
  {
    const std::lock_guard lock(mutex_);
    const Run& run = run_of(task);
    training = run.training;
    state = std::prev(run.kept.upper_bound(step))->second;
    if (run.head.step <= step && run.head.step > state.step) state = run.head;
    history.assign(run.history.begin(), run.history.begin() + state.step);
  }
  if (!pass.quick && state.step < step) {
    int from = state.step;
    std::vector<TrainingMoment> moments;
    const auto hand_in = [&] {
      remember(task, state, moments, from);
      history.insert(history.end(), moments.begin(), moments.end());
      from = state.step;
      moments.clear();
    };
    while (state.step < step && !pass.stop.stop_requested()) {
      moments.push_back(training->advance(state));
      if (state.step % spacing == 0) hand_in();
    }
    hand_in();
  }
  return {.step = state.step, .embedding = training->embedding(state), .history = std::move(history)};
}

}  // namespace theta
