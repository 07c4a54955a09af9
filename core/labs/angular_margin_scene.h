// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_parameters.h"
#include "core/model/figure.h"

#include <Eigen/Core>

#include <concepts>
#include <cstddef>
#include <string>
#include <vector>

namespace theta {

/// One colour, one thing, in all panels of the lab.
inline constexpr Role margin_target_role = Role::series_1, margin_rival_role = Role::series_2,
                      margin_sample_role = Role::ink;

/// What all panels share about the one sample: its classes, the target among them, and its loss.
struct MarginScene {
  AngularMargin lab = {};
  Margin margin = {};
  Eigen::Vector3d sample =
      Eigen::Vector3d::UnitX();  ///< as all directions, on the equator but in the sphere's view
  std::vector<Eigen::Vector3d> directions = {};  ///< of the classes
  std::vector<double> angles = {};               ///< between the sample and each class, in [0, π]
  std::vector<double> cosines = {};              ///< of those
  std::vector<double> scales = {};               ///< what each class's cosine is multiplied by
  std::size_t target = 0;
  std::size_t rival = 0;  ///< the other class with the largest logit
  double level = 0;       ///< the rival's logit divided by the target's scale: what T has to exceed
  Differentiable by_angle = {}, by_cosine = {};  ///< T at the sample, and its slopes
  MarginLossValue loss = {};

  double theta() const { return angles[target]; }
  std::size_t classes() const { return angles.size(); }
};

MarginScene margin_scene(const AngularMargin& lab);

Role role_of_class(const MarginScene& scene, std::size_t j);

/// How long a class's weight is.
double length_of_class(const MarginScene& scene, std::size_t j);

/// The id of a class's layer, handle or reading: id_0, id_1, …
std::string numbered(const std::string& id, std::integral auto j) { return id + "_" + std::to_string(j); }

/// An angle taken into (−π, π].
double within_half_turns(double radians);

/// The angle from the target's weight to the sample, counter-clockwise, in (−π, π].
double signed_theta(const AngularMargin& lab);

double degrees(double radians);

}  // namespace theta
