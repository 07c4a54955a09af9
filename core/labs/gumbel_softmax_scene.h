// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/gumbel_softmax_parameters.h"
#include "core/math/concrete_expectation.h"
#include "core/model/figure.h"
#include "core/model/lab.h"

#include <Eigen/Core>

#include <memory>
#include <mutex>
#include <vector>

namespace theta {

/// Exact expectations along the axis of temperature.
struct ExpectationCurves {
  std::vector<double> temperatures;
  std::vector<ConcreteExpectation> at;
};

/// The last curves, since they do not change with the temperature, the seed or the view: the same numbers as
/// if they were computed anew.
class ExpectationMemo {
 public:
  /// A quick pass takes coarse curves unless the full ones are there. Stops early, with fewer points, when
  /// asked.
  std::shared_ptr<const ExpectationCurves> curves(const std::vector<double>& probabilities, const Pass& pass);

 private:
  std::mutex mutex_;
  std::vector<double> probabilities_;
  std::shared_ptr<const ExpectationCurves> full_;
};

/// What is counted over the draws. The noise depends on the seed alone.
struct GumbelTally {
  static constexpr int bins = 50;    ///< of the histograms, on [0, 1]
  static constexpr int kept = 2000;  ///< draws kept one by one

  std::int64_t count = 0;
  std::vector<double> won;  ///< share of the draws each class won
  Eigen::ArrayXd mean;      ///< of y at the present temperature
  double maximum = 0, entropy = 0;
  Eigen::ArrayXXd histogram;  ///< share of the draws in each bin (rows), by class
  Eigen::ArrayXXd perturbed;  ///< ln π + g of the first draws, a row each
};

/// Counts over fewer draws in a quick pass.
GumbelTally gumbel_tally(const GumbelSoftmax& lab, const Pass& pass);

/// What all panels of one figure share.
struct GumbelScene {
  const GumbelSoftmax& lab;
  std::vector<double> probabilities;  ///< summing to 1 to the last digits
  double temperature = 1;             ///< of the samples shown
  GumbelTally tally;
  std::vector<double> shown;                        ///< ln π + g of the draw shown by itself
  std::size_t won_by = 0;                           ///< its winner
  ConcreteExpectation expectation;                  ///< exact, at this temperature
  std::shared_ptr<const ExpectationCurves> curves;  ///< overview and means only

  std::size_t classes() const { return probabilities.size(); }
};

GumbelScene gumbel_scene(const GumbelSoftmax& lab, const Pass& pass, ExpectationMemo& memo);

/// Even steps of the logarithm, both ends included.
std::vector<double> log_spaced(double low, double high, int count);

}  // namespace theta
