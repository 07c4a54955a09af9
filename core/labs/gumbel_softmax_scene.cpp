// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_scene.h"

#include "core/math/concrete.h"
#include "core/math/gumbel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace theta {
namespace {

constexpr std::int64_t quick_samples = 800;

ExpectationCurves expectation_curves(const std::vector<double>& probabilities, const Pass& pass) {
  using Accuracy = ConcreteExpectations::Accuracy;
  const Accuracy whole = probabilities.size() <= 3 ? Accuracy::full : Accuracy::fine;
  const ConcreteExpectations law(probabilities, pass.quick ? Accuracy::quick : whole);
  ExpectationCurves curves;
  for (const double temperature : log_spaced(0.01, 20, pass.quick ? 31 : 61)) {
    if (pass.stop.stop_requested()) break;
    curves.temperatures.push_back(temperature);
    curves.at.push_back(law.at(temperature));
  }
  return curves;
}

void add(GumbelTally& tally, const Eigen::ArrayXXd& perturbed, double temperature) {
  const ConcreteBatch batch = concrete_batch(perturbed, temperature);
  const Eigen::Index classes = perturbed.cols();
  for (Eigen::Index n = 0; n < perturbed.rows(); ++n) {
    Eigen::Index best = 0;
    for (Eigen::Index k = 1; k < classes; ++k) {
      if (perturbed(n, k) > perturbed(n, best)) best = k;
    }
    ++tally.won[static_cast<std::size_t>(best)];
  }
  for (Eigen::Index k = 0; k < classes; ++k) {
    for (Eigen::Index n = 0; n < perturbed.rows(); ++n) {
      const int bin = static_cast<int>(batch.y(n, k) * GumbelTally::bins);
      ++tally.histogram(std::min(bin, GumbelTally::bins - 1), k);
    }
  }
  tally.mean += batch.y.colwise().sum().transpose();
  tally.maximum += batch.maximum.sum();
  tally.entropy += batch.entropy.sum();
  tally.count += perturbed.rows();
}

}  // namespace

std::vector<double> log_spaced(double low, double high, int count) {
  std::vector<double> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(low * std::pow(high / low, 1.0 * i / (count - 1)));
  numbers.back() = high;
  return numbers;
}

std::shared_ptr<const ExpectationCurves> ExpectationMemo::curves(const std::vector<double>& probabilities,
                                                                 const Pass& pass) {
  {
    const std::lock_guard lock(mutex_);
    if (full_ && probabilities_ == probabilities) return full_;
  }
  auto curves = std::make_shared<const ExpectationCurves>(expectation_curves(probabilities, pass));
  if (!pass.quick && !pass.stop.stop_requested()) {
    const std::lock_guard lock(mutex_);
    probabilities_ = probabilities;
    full_ = curves;
  }
  return curves;
}

GumbelTally gumbel_tally(const GumbelSoftmax& lab, const Pass& pass) {
  const Eigen::Index classes = lab.classes();
  GumbelTally tally{.won = std::vector<double>(static_cast<std::size_t>(classes), 0),
                    .mean = Eigen::ArrayXd::Zero(classes),
                    .histogram = Eigen::ArrayXXd::Zero(GumbelTally::bins, classes),
                    .perturbed = {}};
  Eigen::RowVectorXd logits(classes);
  for (Eigen::Index k = 0; k < classes; ++k)
    logits[k] = std::log(lab.probabilities[static_cast<std::size_t>(k)]);
  GumbelNoise noise(lab.seed.number, static_cast<std::size_t>(classes));
  const double temperature = lab.present_temperature();
  const std::int64_t count = pass.quick ? std::min(lab.samples, quick_samples) : lab.samples;

  tally.perturbed = noise.next(GumbelTally::kept).rowwise() + logits.array();
  add(tally, tally.perturbed.topRows(std::min<Eigen::Index>(count, GumbelTally::kept)), temperature);
  while (tally.count < count && !pass.stop.stop_requested()) {
    const auto next = std::min<Eigen::Index>(GumbelTally::kept, count - tally.count);
    add(tally, noise.next(next).rowwise() + logits.array(), temperature);
  }
  const auto drawn = static_cast<double>(tally.count);
  for (double& share : tally.won) share /= drawn;
  tally.mean /= drawn;
  tally.histogram /= drawn;
  tally.maximum /= drawn;
  tally.entropy /= drawn;
  return tally;
}

GumbelScene gumbel_scene(const GumbelSoftmax& lab, const Pass& pass, ExpectationMemo& memo) {
  GumbelScene scene{.lab = lab,
                    .probabilities = lab.probabilities,
                    .tally = {},
                    .shown = {},
                    .expectation = {},
                    .curves = {}};
  const double sum = std::accumulate(scene.probabilities.begin(), scene.probabilities.end(), 0.0);
  for (double& probability : scene.probabilities) probability /= sum;
  scene.temperature = lab.present_temperature();
  scene.tally = gumbel_tally(lab, pass);
  const Eigen::ArrayXd row = scene.tally.perturbed.row(lab.draw);
  scene.shown.assign(row.begin(), row.end());
  scene.won_by = winner(scene.shown);
  scene.expectation =
      ConcreteExpectations(scene.probabilities, pass.quick ? ConcreteExpectations::Accuracy::fine
                                                           : ConcreteExpectations::Accuracy::full)
          .at(scene.temperature);
  if (lab.view == GumbelView::overview || lab.view == GumbelView::means)
    scene.curves = memo.curves(scene.probabilities, pass);
  return scene;
}

}  // namespace theta
