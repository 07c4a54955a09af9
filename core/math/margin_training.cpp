// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/margin_training.h"

#include "core/math/random.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>
#include <tuple>
#include <type_traits>

namespace theta {
namespace {

using std::numbers::pi;

constexpr int classes = training_classes, samples = training_samples;
constexpr double shortest = 1e-9;  // a length that is divided by
// Weights start short: Adam's steps do not shrink with them, so their directions can turn to where the
// classes come to lie before they settle.
constexpr double first_weight = 0.1;

/// Which stretch of the parameters holds what.
struct Layout {
  int width, dimensions;

  int first() const { return 0; }
  int first_bias() const { return 2 * width; }
  int second() const { return first_bias() + width; }
  int second_bias() const { return second() + width * width; }
  int third() const { return second_bias() + width; }
  int third_bias() const { return third() + dimensions * width; }
  int weights() const { return third_bias() + dimensions; }
  int count() const { return weights() + dimensions * classes; }
};

/// The parameters, or their gradient, as the matrices they are.
template <class Vector>
struct Layers {
  static constexpr bool read_only = std::is_const_v<Vector>;
  using Matrix = std::conditional_t<read_only, const Eigen::MatrixXd, Eigen::MatrixXd>;
  using Column = std::conditional_t<read_only, const Eigen::VectorXd, Eigen::VectorXd>;

  Layers(Vector& all, const Layout& at)
      : first(all.data() + at.first(), at.width, 2),
        first_bias(all.data() + at.first_bias(), at.width),
        second(all.data() + at.second(), at.width, at.width),
        second_bias(all.data() + at.second_bias(), at.width),
        third(all.data() + at.third(), at.dimensions, at.width),
        third_bias(all.data() + at.third_bias(), at.dimensions),
        weights(all.data() + at.weights(), at.dimensions, classes) {}

  Eigen::Map<Matrix> first;
  Eigen::Map<Column> first_bias;
  Eigen::Map<Matrix> second;
  Eigen::Map<Column> second_bias;
  Eigen::Map<Matrix> third;
  Eigen::Map<Column> third_bias;
  Eigen::Map<Matrix> weights;
};

/// Eigen computes several exponentials at a time, but no hyperbolic tangents in double. Right to 2e-16, of 1.
Eigen::MatrixXd hyperbolic_tangents(const Eigen::MatrixXd& x) {
  return (1 - 2 / ((2 * x.array()).exp() + 1)).matrix();
}

double angle_between(const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
  return std::acos(std::clamp(a.dot(b) / std::max(a.norm() * b.norm(), shortest), -1.0, 1.0));
}

/// The loss of one sample with all its gradients.
class SampleLoss {
 public:
  SampleLoss(const MarginTask& task, const Margin& margin, const Eigen::MatrixXd& weights)
      : margin_(margin),
        features_fixed_(features_are_normalised(margin.loss)),
        weights_fixed_(weights_are_normalised(margin.loss)),
        scale_(task.scale) {
    for (int j = 0; j < classes; ++j) {
      lengths_[j] = std::max(weights.col(j).norm(), shortest);
      directions_.push_back(weights.col(j) / lengths_[j]);
    }
  }

  struct Result {
    double loss = 0;
    bool right = false;
  };

  Result at(const Eigen::VectorXd& feature, int target, Eigen::VectorXd* by_feature,
            Eigen::MatrixXd* by_weights) {
    const double length = std::max(feature.norm(), shortest);
    const Eigen::VectorXd direction = feature / length;
    const double common = features_fixed_ ? scale_ : length;
    std::array<double, classes> cosines{}, scales{};
    for (int j = 0; j < classes; ++j) {
      cosines[j] = std::clamp(directions_[j].dot(direction), -1.0, 1.0);
      scales[j] = common * (weights_fixed_ ? 1 : lengths_[j]);
    }
    const auto own = static_cast<std::size_t>(target);
    const MarginLossValue value = margin_loss(margin_, cosines, scales, own);
    Result result{.loss = value.loss, .right = true};
    for (std::size_t j = 0; j < classes; ++j)
      result.right &= j == own || scales[own] * cosines[own] > scales[j] * cosines[j];
    if (!by_feature) return result;

    by_feature->setZero(feature.size());
    for (std::size_t j = 0; j < classes; ++j) {
      const auto column = static_cast<Eigen::Index>(j);
      const double by_cosine = value.cosine_gradient[j];
      *by_feature += by_cosine / length * (directions_[j] - cosines[j] * direction);
      by_weights->col(column) += by_cosine / lengths_[j] * (direction - cosines[j] * directions_[j]);
      const double unscaled = j == own ? target_logit_of_cosine(margin_, cosines[j]).value : cosines[j];
      const double by_scale = value.logit_gradient[j] * unscaled;
      if (!features_fixed_) *by_feature += by_scale * (weights_fixed_ ? 1 : lengths_[j]) * direction;
      if (!weights_fixed_) by_weights->col(column) += by_scale * common * directions_[j];
    }
    return result;
  }

 private:
  Margin margin_;
  bool features_fixed_, weights_fixed_;
  double scale_;
  std::array<double, classes> lengths_{};
  std::vector<Eigen::VectorXd> directions_;
};

void measure_angles(Embedding& embedding) {
  const Eigen::Index dimensions = embedding.features.rows();
  std::vector<Eigen::VectorXd> means(classes, Eigen::VectorXd::Zero(dimensions));
  for (int k = 0; k < classes; ++k) {
    for (int i = 0; i < samples; ++i) means[k] += embedding.features.col(k * samples + i).stableNormalized();
    double sum = 0;
    for (int i = 0; i < samples; ++i) sum += angle_between(embedding.features.col(k * samples + i), means[k]);
    embedding.moment.inside += sum / (classes * samples);
  }
  for (int k = 0; k < classes; ++k) {
    double nearest = pi;
    for (int j = 0; j < classes; ++j) {
      if (j != k) nearest = std::min(nearest, angle_between(means[j], means[k]));
    }
    embedding.moment.between += nearest / classes;
  }
}

}  // namespace

bool MarginTask::operator==(const MarginTask& other) const {
  const auto all = [](const MarginTask& task) {
    const Margin& m = task.margin;
    return std::tuple(m.loss, m.m, m.m1, m.m2, m.m3, m.lambda, m.fallback, task.scale, task.annealed,
                      task.seed, task.dimensions, task.width, task.noise, task.rate);
  };
  return all(*this) == all(other);
}

MarginNetwork::MarginNetwork(const MarginTask& task) : task_(task) {
  assert(task.dimensions >= 2 && task.width >= 1);
  const Layout at{task.width, task.dimensions};
  inputs_.resize(2, classes * samples);
  for (int i = 0; i < inputs_.cols(); ++i) {
    Random random(task.seed, static_cast<std::uint64_t>(i));
    const double angle = 2 * pi * (i / samples) / classes;
    inputs_(0, i) = std::cos(angle) + task.noise * random.normal();
    inputs_(1, i) = std::sin(angle) + task.noise * random.normal();
  }
  first_ = Eigen::VectorXd::Zero(at.count());
  Random random(task.seed, 1'000'000);
  const auto draw = [&](int from, int count,
                        int fan_in) {  // as PyTorch's linear layers start, but biases at 0
    const double bound = 1 / std::sqrt(static_cast<double>(fan_in));
    for (int i = 0; i < count; ++i) first_[from + i] = bound * (2 * random.uniform() - 1);
  };
  draw(at.first(), 2 * task.width, 2);
  draw(at.second(), task.width * task.width, task.width);
  draw(at.third(), task.dimensions * task.width, task.width);
  for (int i = at.weights(); i < at.count(); ++i) first_[i] = first_weight * random.normal();
}

Embedding MarginNetwork::embed(const Eigen::VectorXd& parameters, const Margin& margin,
                               Eigen::VectorXd* gradient) const {
  const Layout at{task_.width, task_.dimensions};
  assert(parameters.size() == at.count());
  const Layers<const Eigen::VectorXd> layers(parameters, at);
  Embedding result{.features = Eigen::MatrixXd(task_.dimensions, classes * samples),
                   .weights = layers.weights};
  SampleLoss loss(task_, margin, result.weights);
  if (gradient) gradient->setZero(at.count());
  Eigen::MatrixXd by_weights = Eigen::MatrixXd::Zero(task_.dimensions, classes);
  Eigen::VectorXd by_feature;
  int right = 0;
  // A class at a time: what a layer holds stays in the cache, and no sum runs over more than `samples`
  // products at once, so its order does not hang on how a matrix product is cut to a machine's caches.
  for (int k = 0; k < classes; ++k) {
    const auto batch = inputs_.middleCols(k * samples, samples);
    const Eigen::MatrixXd hidden = hyperbolic_tangents((layers.first * batch).colwise() + layers.first_bias);
    const Eigen::MatrixXd deep = hyperbolic_tangents((layers.second * hidden).colwise() + layers.second_bias);
    const Eigen::MatrixXd features = (layers.third * deep).colwise() + layers.third_bias;
    result.features.middleCols(k * samples, samples) = features;
    Eigen::MatrixXd by_features(task_.dimensions, samples);
    for (int i = 0; i < samples; ++i) {
      const auto [value, is_right] =
          loss.at(result.features.col(k * samples + i), k, gradient ? &by_feature : nullptr, &by_weights);
      result.moment.loss += value / (classes * samples);
      right += is_right;
      if (gradient) by_features.col(i) = (by_feature / (classes * samples));
    }
    if (!gradient) continue;
    Layers<Eigen::VectorXd> slopes(*gradient, at);
    slopes.third.noalias() += by_features * deep.transpose();
    slopes.third_bias += by_features.rowwise().sum();
    const Eigen::MatrixXd by_deep =
        ((layers.third.transpose() * by_features).array() * (1 - deep.array().square())).matrix();
    slopes.second.noalias() += by_deep * hidden.transpose();
    slopes.second_bias += by_deep.rowwise().sum();
    const Eigen::MatrixXd by_hidden =
        ((layers.second.transpose() * by_deep).array() * (1 - hidden.array().square())).matrix();
    slopes.first.noalias() += by_hidden * batch.transpose();
    slopes.first_bias += by_hidden.rowwise().sum();
  }
  if (gradient) Layers<Eigen::VectorXd>(*gradient, at).weights = (by_weights / (classes * samples));
  result.moment.accuracy = static_cast<double>(right) / (classes * samples);
  measure_angles(result);
  return result;
}

MarginTraining::MarginTraining(const MarginTask& task) : task_(task), network_(task) {}

TrainingState MarginTraining::start() const {
  const Eigen::VectorXd& first = network_.first_parameters();
  return {.parameters = first,
          .mean = Eigen::VectorXd::Zero(first.size()),
          .square = Eigen::VectorXd::Zero(first.size())};
}

Margin MarginTraining::margin_at(int step) const {
  Margin margin = task_.margin;
  if (task_.annealed) margin.lambda = annealed_lambda(step + 1, {.least = task_.margin.lambda});
  return margin;
}

TrainingMoment MarginTraining::advance(TrainingState& state) const {
  constexpr double keep_mean = 0.9, keep_square = 0.999, least = 1e-8;
  Eigen::VectorXd gradient;
  const TrainingMoment before = network_.embed(state.parameters, margin_at(state.step), &gradient).moment;
  ++state.step;
  state.mean = keep_mean * state.mean + (1 - keep_mean) * gradient;
  state.square = keep_square * state.square + (1 - keep_square) * gradient.cwiseAbs2();
  const auto unbias = [&](double keep) { return 1 / (1 - std::pow(keep, state.step)); };
  const double mean_factor = unbias(keep_mean), square_factor = unbias(keep_square);
  state.parameters.array() -=
      task_.rate * mean_factor * state.mean.array() / ((square_factor * state.square.array()).sqrt() + least);
  return before;
}

Embedding MarginTraining::embedding(const TrainingState& state) const {
  return network_.embed(state.parameters, margin_at(state.step));
}

}  // namespace theta
