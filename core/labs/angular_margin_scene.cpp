// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_scene.h"

#include "core/math/unit_sphere.h"

#include <cmath>
#include <numbers>

namespace theta {

using std::numbers::pi;

double within_half_turns(double radians) { return std::remainder(radians, 2 * pi); }

double signed_theta(const AngularMargin& lab) {
  return within_half_turns(lab.sample_angle - lab.class_angles[static_cast<std::size_t>(lab.target)]);
}

double degrees(double radians) { return radians * 180 / pi; }

MarginScene margin_scene(const AngularMargin& lab) {
  MarginScene scene{.lab = lab, .margin = lab.margin(), .target = static_cast<std::size_t>(lab.target)};
  scene.sample = sphere_direction(lab.sample_angle, lab.has_latitudes() ? lab.sample_latitude : 0);
  const auto latitude = [&](std::size_t j) {
    return lab.has_latitudes() && j < lab.class_latitudes.size() ? lab.class_latitudes[j] : 0;
  };
  for (std::size_t j = 0; j < lab.class_angles.size(); ++j) {
    const double length = lab.has_lengths() && j < lab.class_lengths.size() ? lab.class_lengths[j] : 1;
    scene.directions.push_back(sphere_direction(lab.class_angles[j], latitude(j)));
    scene.angles.push_back(angle_between(scene.sample, scene.directions[j]));
    scene.cosines.push_back(std::cos(scene.angles[j]));
    scene.scales.push_back(lab.scale * length);
  }
  const auto logit = [&](std::size_t j) { return scene.scales[j] * scene.cosines[j]; };
  scene.rival = scene.target == 0 ? 1 : 0;
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    if (j != scene.target && logit(j) > logit(scene.rival)) scene.rival = j;
  }
  scene.level = logit(scene.rival) / scene.scales[scene.target];
  scene.by_angle = target_logit(scene.margin, scene.theta());
  scene.by_cosine = target_logit_of_cosine(scene.margin, scene.cosines[scene.target]);
  scene.loss = margin_loss(scene.margin, scene.cosines, scene.scales, scene.target, lab.backward_rule());
  return scene;
}

Role role_of_class(const MarginScene& scene, std::size_t j) {
  return j == scene.target ? margin_target_role : j == scene.rival ? margin_rival_role : Role::muted;
}

double length_of_class(const MarginScene& scene, std::size_t j) { return scene.scales[j] / scene.lab.scale; }

}  // namespace theta
