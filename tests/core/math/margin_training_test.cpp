// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/margin_training.h"

#include "core/math/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

std::vector<Margin> every_margin() {
  std::vector<Margin> margins = {{.loss = MarginLoss::softmax},
                                 {.loss = MarginLoss::normalized},
                                 {.loss = MarginLoss::l_softmax, .m = 2},
                                 {.loss = MarginLoss::l_softmax, .m = 3},
                                 {.loss = MarginLoss::a_softmax, .m = 2},
                                 {.loss = MarginLoss::a_softmax, .m = 4},
                                 {.loss = MarginLoss::sphereface, .m = 4, .lambda = 5},
                                 {.loss = MarginLoss::normface},
                                 {.loss = MarginLoss::am_softmax, .m3 = 0.35},
                                 {.loss = MarginLoss::combined, .m1 = 0.9, .m2 = 0.4, .m3 = 0.15}};
  using enum ArcfaceFallback;
  for (const ArcfaceFallback fallback : {hard, easy, clip, none})
    margins.push_back({.loss = MarginLoss::arcface, .fallback = fallback});
  return margins;
}

/// Every gradient against central differences, along single parameters and along random directions.
TEST(MarginTraining, GradientsAgreeWithDifferences) {
  using Vector = Eigen::VectorXd;
  for (const Margin& margin : every_margin()) {
    for (const int dimensions : {2, 3}) {
      const MarginNetwork network(
          {.margin = margin, .scale = 4, .seed = 11, .dimensions = dimensions, .width = 6});
      const Vector at = network.first_parameters();
      Vector gradient;
      network.embed(at, margin, &gradient);
      ASSERT_EQ(gradient.size(), at.size());
      const auto difference = [&](const Vector& along) {
        const double h = 1e-6;
        return (network.embed(at + h * along, margin).moment.loss -
                network.embed(at - h * along, margin).moment.loss) /
               (2 * h);
      };
      const auto expect_agreement = [&](const Vector& along) {
        const double want = gradient.dot(along);
        EXPECT_NEAR(difference(along), want, 1e-5 * std::max(1.0, std::abs(want)))  // a kink may lie within h
            << "loss " << static_cast<int>(margin.loss) << ", fallback " << static_cast<int>(margin.fallback);
      };
      for (Eigen::Index i = 0; i < at.size(); i += 7) expect_agreement(Vector::Unit(at.size(), i));
      Random random(5);
      for (int i = 0; i < 3; ++i)
        expect_agreement(Vector::NullaryExpr(at.size(), [&](Eigen::Index) { return random.normal(); }));
    }
  }
}

/// Where lengths are taken out, the gradient has no part along them.
TEST(MarginTraining, GradientsOfNormalisedWeightsAreTangential) {
  for (const Margin& margin : every_margin()) {
    const MarginNetwork network({.margin = margin, .seed = 3, .dimensions = 3, .width = 5});
    Eigen::VectorXd gradient;
    const Eigen::VectorXd at = network.first_parameters();
    network.embed(at, margin, &gradient);
    double along = 0, size = 0;
    for (Eigen::Index j = 0; j < training_classes; ++j) {
      const Eigen::Index from = at.size() - 3 * (training_classes - j);
      along = std::max(along, std::abs(at.segment(from, 3).dot(gradient.segment(from, 3))));
      size = std::max(size, gradient.segment(from, 3).norm());
    }
    EXPECT_GT(size, 1e-4);
    if (weights_are_normalised(margin.loss)) {
      EXPECT_LT(along, 1e-14);
    } else {
      EXPECT_GT(along, 1e-6);
    }
  }
}

TEST(MarginTraining, DrawsEightClassesAroundTheCircle) {
  const MarginTraining run({.seed = 1, .noise = 0.22});
  const Eigen::MatrixXd& inputs = run.inputs();
  ASSERT_EQ(inputs.cols(), training_classes * training_samples);
  double square = 0;
  for (int k = 0; k < training_classes; ++k) {
    const Eigen::Vector2d centre(std::cos(pi * k / 4), std::sin(pi * k / 4));
    const auto mine = inputs.middleCols(k * training_samples, training_samples);
    EXPECT_LT((mine.rowwise().mean() - centre).norm(), 0.12);
    square += (mine.colwise() - centre).squaredNorm();
  }
  EXPECT_NEAR(std::sqrt(square / static_cast<double>(2 * inputs.cols())), 0.22, 0.02);
  const MarginTraining wider({.seed = 1, .noise = 0.44});
  EXPECT_NE(wider.inputs(), inputs);
  EXPECT_NE(MarginTraining({.seed = 2}).inputs(), inputs);
}

TEST(MarginTraining, GoesOnFromAnyStateAsIfItHadNotStopped) {
  const MarginTask task{.margin = {.loss = MarginLoss::sphereface}, .annealed = true, .seed = 4, .width = 12};
  const MarginTraining run(task), again(task);
  TrainingState through = run.start(), kept;
  std::vector<double> losses;
  for (int i = 0; i < 20; ++i) {
    if (i == 8) kept = through;
    losses.push_back(run.advance(through).loss);
  }
  TrainingState resumed = kept;
  for (int i = 8; i < 20; ++i) EXPECT_EQ(again.advance(resumed).loss, losses[static_cast<std::size_t>(i)]);
  EXPECT_EQ(resumed.step, 20);
  EXPECT_EQ(resumed.parameters, through.parameters);
  EXPECT_EQ(run.embedding(kept).moment.loss, losses[8]) << "looking is not stepping";
}

TEST(MarginTraining, ASmallStepGoesDownhill) {
  for (const Margin& margin : every_margin()) {
    const MarginTraining run({.margin = margin, .seed = 9, .width = 16, .rate = 1e-4});
    TrainingState state = run.start();
    const double before = run.advance(state).loss;
    EXPECT_LT(run.embedding(state).moment.loss, before) << static_cast<int>(margin.loss);
  }
}

/// Features on the classes' own directions: angles inside vanish, between neighbours an eighth of a turn.
TEST(MarginTraining, MeasuresAngles) {
  const MarginTraining run({.margin = {.loss = MarginLoss::normface}, .seed = 1, .noise = 1e-9});
  const TrainingMoment still = run.embedding(run.start()).moment;
  EXPECT_LT(still.inside, 1e-4) << "one point a class";
  EXPECT_GT(still.between, still.inside);
  EXPECT_GE(still.accuracy, 0);
  EXPECT_LE(still.accuracy, 1);
}

/// Part of what the paper's toy shows: with a margin the classes come out narrower. Slack, for seeds differ.
TEST(MarginTraining, AMarginNarrowsTheClasses) {
  const auto trained = [](const Margin& margin, int steps) {
    const MarginTraining run({.margin = margin, .seed = 1});
    TrainingState state = run.start();
    for (int i = 0; i < steps; ++i) run.advance(state);
    return run.embedding(state).moment;
  };
  const TrainingMoment plain = trained({.loss = MarginLoss::normface}, 200);
  EXPECT_GT(plain.accuracy, 0.9);
  const TrainingMoment margin = trained({.loss = MarginLoss::sphereface}, 700);
  EXPECT_LT(margin.inside, plain.inside - 3 * pi / 180);
  EXPECT_GT(margin.accuracy, 0.9);
  EXPECT_GT(trained({.loss = MarginLoss::am_softmax, .m3 = 0.5}, 200).loss, 4)
      << "no room for this margin on a circle";
}

}  // namespace
}  // namespace theta
