// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/rope_parameters.h"
#include "core/model/lab.h"
#include "core/model/value.h"

#include <Eigen/Core>

#include <complex>
#include <vector>

namespace theta {

/// All that the panels share, computed once a figure.
struct RopeScene {
  Rope rope = {};
  int pairs = 0;
  Eigen::ArrayXd unscaled = {};
  ScaledFrequencies scaled = {};
  Eigen::VectorXd query = {}, key = {};                  ///< before rotation, head_dimension each
  Eigen::VectorXd rotated_query = {}, rotated_key = {};  ///< at their positions and the shift
  RopePair place = {};                                   ///< of the highlighted pair in the head
  double distance = 0;
  std::vector<std::complex<double>> products = {};  ///< a pair's part of the logit where the tokens meet
  double unrotated = 0;                             ///< the part of the logit that carries no position
  bool partial = false;                             ///< a quick pass over much: curves are coarse

  double frequency() const { return scaled.inverse_frequency[rope.pair]; }
  double attention() const { return scaled.attention_factor; }
  Point query_pair() const { return {query[place.first], query[place.second]}; }
  Point key_pair() const { return {key[place.first], key[place.second]}; }
  Point rotated_query_pair() const { return {rotated_query[place.first], rotated_query[place.second]}; }
  Point rotated_key_pair() const { return {rotated_key[place.first], rotated_key[place.second]}; }
};

RopeScene rope_scene(const Rope& rope, const Pass& pass);

/// A query or a key turned to a position, with the attention factor.
Eigen::VectorXd at_position(const RopeScene& scene, const Eigen::VectorXd& vector, std::int64_t position);

}  // namespace theta
