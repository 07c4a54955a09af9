// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/attention_decay_parameters.h"
#include "core/math/attention_decay.h"
#include "core/math/attention_weights.h"
#include "core/math/distance_columns.h"
#include "core/model/lab.h"

#include <complex>
#include <optional>
#include <span>
#include <vector>

namespace theta {

/// A logit as a function of the distance: pairs that turn and fade, a part without position, a bias that
/// grows.
struct LogitFunction {
  PairRates rates = {};
  bool as_set = false;  ///< the rates are those of the rotation as set, which the scene holds
  std::vector<std::complex<double>> coefficients = {};
  double constant = 0;
  double slope = 0;  ///< taken off for every token
};

/// What a figure needs of the parameters, computed once.
struct AttentionDecayScene {
  AttentionDecay parameters;
  Pass pass;
  ScaledFrequencies scaled;
  DistanceColumns columns;
  bool every = true;           ///< a column for each distance: the figure holds all exact values
  bool partial = false;        ///< a quick pass over much: only the points are looked at, one a column
  std::vector<double> points;  ///< where not every distance has a column: those of the exact values held
  Eigen::MatrixXd phasors_at_points;
  std::optional<PairSums> sums;  ///< of the rotation as set; none in a partial figure

  std::int64_t pairs() const { return scaled.inverse_frequency.size(); }
  bool logarithmic() const { return parameters.distance_scale == DistanceScale::log; }
};

AttentionDecayScene attention_decay_scene(const AttentionDecay& parameters, const Pass& pass);

/// q_i · conj(k_i) / 2 of all rotated pairs: with coordinates of variance 1 a pair has length 1 then.
std::vector<std::complex<double>> pair_content(const AttentionDecayScene& scene, DecayContent content);

/// The same of one of many independent draws.
std::vector<std::complex<double>> independent_content(const AttentionDecayScene& scene, std::uint64_t draw);

/// The scaled logit q·k / √d_h of the chosen content, coordinates of variance 1, under a scheme.
LogitFunction scheme_logit(const AttentionDecayScene& scene, PositionScheme scheme);

/// At the scene's points.
std::vector<double> values_at_points(const AttentionDecayScene& scene, const LogitFunction& function);

/// In every column, from all distances or, in a quick pass, from one.
ColumnSummary summary_of(const AttentionDecayScene& scene, const LogitFunction& function);
ColumnSummary bound_summary(const AttentionDecayScene& scene);
AttentionWeights weights_of(const AttentionDecayScene& scene, const LogitFunction& function);

}  // namespace theta
