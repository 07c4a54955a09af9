// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/training_memo.h"

#include <gtest/gtest.h>

#include <thread>

namespace theta {
namespace {

MarginTask small(std::uint64_t seed = 1) {
  return {.margin = {.loss = MarginLoss::arcface}, .seed = seed, .width = 6};
}

void expect_same(const TrainingSight& got, const TrainingSight& want) {
  EXPECT_EQ(got.step, want.step);
  EXPECT_EQ(got.embedding.features, want.embedding.features);
  EXPECT_EQ(got.embedding.weights, want.embedding.weights);
  EXPECT_EQ(got.embedding.moment.loss, want.embedding.moment.loss);
  ASSERT_EQ(got.history.size(), want.history.size());
  for (std::size_t i = 0; i < got.history.size(); ++i) EXPECT_EQ(got.history[i].loss, want.history[i].loss);
}

/// Whatever was asked for before, a step looks as it does to one who asks for nothing else.
TEST(TrainingMemo, GivesTheSameWhicheverWayAStepIsReached) {
  TrainingMemo scrubbed;
  for (const int step : {0, 60, 3, 61, 25, 24, 26, 0, 110, 50, 109}) {
    TrainingMemo fresh;
    const TrainingSight want = fresh.at(small(), step, {});
    EXPECT_EQ(want.step, step);
    EXPECT_EQ(want.history.size(), static_cast<std::size_t>(step));
    expect_same(scrubbed.at(small(), step, {}), want);
  }
}

TEST(TrainingMemo, KeepsRunsApartAndOutlivesForgettingOne) {
  TrainingMemo memo;
  const TrainingSight first = memo.at(small(), 30, {});
  for (std::uint64_t seed = 2; seed < 9; ++seed)
    EXPECT_NE(memo.at(small(seed), 30, {}).embedding.moment.loss, first.embedding.moment.loss);
  expect_same(memo.at(small(), 30, {}), first);
}

TEST(TrainingMemo, AQuickPassShowsWhatIsKnown) {
  TrainingMemo memo;
  EXPECT_EQ(memo.at(small(), 40, {.quick = true}).step, 0);
  memo.at(small(), 33, {});
  EXPECT_EQ(memo.at(small(), 40, {.quick = true}).step, 33);
  EXPECT_EQ(memo.at(small(), 30, {.quick = true}).step, 25);
  EXPECT_EQ(memo.at(small(), 40, {.quick = true}).history.size(), 33u);
}

/// A stop ends training soon, and what was trained by then is not lost.
TEST(TrainingMemo, StopsEarlyAndGoesOnFromThere) {
  TrainingMemo memo;
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(memo.at(small(), 1000, {.stop = stop.get_token()}).step, 0);
  std::stop_source later;
  const MarginTask wide{.margin = {.loss = MarginLoss::arcface}};
  int reached = 0;
  std::thread training([&] { reached = memo.at(wide, 1'000'000, {.stop = later.get_token()}).step; });
  while (memo.at(wide, 1'000'000, {.quick = true}).step < 50) std::this_thread::yield();
  later.request_stop();
  training.join();
  EXPECT_GE(reached, 50);
  EXPECT_EQ(memo.at(wide, 1'000'000, {.quick = true}).step, reached);
}

TEST(TrainingMemo, ServesThreadsAtOnce) {
  TrainingMemo memo, alone;
  const TrainingSight want = alone.at(small(), 80, {});
  std::vector<TrainingSight> seen(3);
  std::vector<std::thread> threads;
  for (TrainingSight& each : seen) threads.emplace_back([&] { each = memo.at(small(), 80, {}); });
  for (std::thread& thread : threads) thread.join();
  for (const TrainingSight& each : seen) expect_same(each, want);
  expect_same(memo.at(small(), 79, {}), alone.at(small(), 79, {}));
}

}  // namespace
}  // namespace theta
