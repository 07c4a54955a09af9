// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/angular_margin.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <vector>

namespace theta {

/// All that a training run depends on: eight noisy classes on a circle, a small network that embeds them, and
/// the loss it is trained by. Two equal tasks give the same run.
struct MarginTask {
  Margin margin = {};
  double scale = 16;      ///< s, where the loss fixes the features' length
  bool annealed = false;  ///< λ comes down from 1000 to `margin.lambda`, one iteration a step
  std::uint64_t seed = 0;
  int dimensions = 2;   ///< of the embedding, 2 or 3
  int width = 64;       ///< of the two hidden layers
  double noise = 0.22;  ///< standard deviation of each class about its centre, which is 1 from the origin
  double rate = 3e-3;   ///< Adam's

  bool operator==(const MarginTask& other) const;
};

inline constexpr int training_classes = 8, training_samples = 60;  ///< samples: of each class

/// What is worth plotting against the step. Angles in radians.
struct TrainingMoment {
  double loss = 0;      ///< mean over all samples
  double accuracy = 0;  ///< share whose own class has the largest logit, without the margin
  double inside = 0;    ///< mean angle between a feature and the mean direction of its class
  double between = 0;   ///< mean over classes of the angle to the nearest other class's mean direction
};

/// Features and weights of one step, a column each, and to which class each feature belongs.
struct Embedding {
  Eigen::MatrixXd features = {};  ///< dimensions × (classes · samples), class after class
  Eigen::MatrixXd weights = {};   ///< dimensions × classes
  TrainingMoment moment = {};
};

/// The network 2 → width → width → dimensions with tanh between, a weight vector a class on top, and the mean
/// loss of the task's samples.
class MarginNetwork {
 public:
  /// Draws the samples and the first parameters from the task's seed.
  explicit MarginNetwork(const MarginTask& task);

  const Eigen::MatrixXd& inputs() const { return inputs_; }
  const Eigen::VectorXd& first_parameters() const { return first_; }

  /// The loss under these parameters and how features and weights stand; where asked for, the loss's gradient
  /// with respect to all of them, in their order. `margin` may differ from the task's in λ.
  Embedding embed(const Eigen::VectorXd& parameters, const Margin& margin,
                  Eigen::VectorXd* gradient = nullptr) const;

 private:
  MarginTask task_;
  Eigen::MatrixXd inputs_;
  Eigen::VectorXd first_;
};

/// Where a run stands: enough to go on from there.
struct TrainingState {
  int step = 0;
  Eigen::VectorXd parameters = {}, mean = {}, square = {};  ///< and Adam's moments
};

/// A run of full-batch Adam (β 0.9 and 0.999, ε 1e-8; Kingma and Ba, 2015).
class MarginTraining {
 public:
  explicit MarginTraining(const MarginTask& task);

  const MarginTask& task() const { return task_; }
  TrainingState start() const;
  /// Takes one step and returns how it stood before.
  TrainingMoment advance(TrainingState& state) const;
  Embedding embedding(const TrainingState& state) const;
  /// 2 × (classes · samples).
  const Eigen::MatrixXd& inputs() const { return network_.inputs(); }

 private:
  Margin margin_at(int step) const;

  MarginTask task_;
  MarginNetwork network_;
};

}  // namespace theta
