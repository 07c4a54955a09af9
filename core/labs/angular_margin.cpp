// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/labs/angular_margin_presets.h"
#include "core/labs/lab_code.h"
#include "core/math/nan.h"
#include "core/model/lab.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace theta {
namespace {

std::vector<Reading> sample_readings(const MarginScene& scene) {
  const double lambda = scene.margin.lambda;
  const Text scale = scene.lab.has_lengths() ? "$s\\,\\Vert W_y\\Vert$" : "$s$";
  const bool annealed = scene.lab.mixes_cosine(scene.lab.loss);
  return {{.id = "theta", .label = "$\\theta_y$", .value = scene.theta(), .unit = "rad"},
          {.id = "theta_degrees", .label = "the same", .value = degrees(scene.theta()), .unit = "°"},
          {.id = "target_value",
           .label = say("$T(\\theta_y)$, logit over {}", scale),
           .value = scene.by_angle.value},
          {.id = "rival_value", .label = say("best other class, over {}", scale), .value = scene.level},
          {.id = "gap", .label = "gap", .value = scene.by_angle.value - scene.level},
          {.id = "cosine_slope_value", .label = "$dT/d\\cos\\theta$", .value = scene.by_cosine.slope},
          {.id = "loss_value", .label = "loss $L$", .value = scene.loss.loss},
          {.id = "probability", .label = "$p_y$", .value = scene.loss.probability},
          {.id = "target_gradient",
           .label = "$\\partial L/\\partial\\cos\\theta_y$",
           .value = scene.loss.cosine_gradient[scene.target]},
          {.id = "rival_gradient",
           .label = "$\\partial L/\\partial\\cos\\theta_j$",
           .value = scene.loss.cosine_gradient[scene.rival]},
          {.id = "annealing_iteration",
           .label = "$\\lambda$ reached at",
           .value = annealed ? std::max(0.0, annealing_iteration(lambda)) : nan,
           .unit = "iterations"}};
}

/// T with its numbers, as the chosen loss defines it.
Text target_sentence(const MarginScene& scene) {
  const AngularMargin& lab = scene.lab;
  const double theta = scene.theta(), value = scene.by_angle.value;
  switch (lab.loss) {
    case MarginLoss::l_softmax:
    case MarginLoss::a_softmax:
    case MarginLoss::sphereface: {
      const double lambda = scene.margin.lambda;
      if (lambda == 0) return say("$T = \\psi({}) = {}$ with $m = {}$", theta, value, lab.m);
      return say("$T = ({} \\cdot {} + {}) / (1 + {}) = {}$", lambda, std::cos(theta),
                 psi(theta, lab.m).value, lambda, value);
    }
    case MarginLoss::am_softmax:
      return say("$T = {} - {} = {}$", std::cos(theta), lab.m3, value);
    case MarginLoss::arcface:
      if (value == std::cos(theta + lab.m2)) return say("$T = \\cos({} + {}) = {}$", theta, lab.m2, value);
      return say("$T = {}$ beyond the switch at $\\theta = {}$", value, *switch_angle(scene.margin));
    case MarginLoss::combined:
      return say("$T = \\cos({} \\cdot {} + {}) - {} = {}$", lab.m1, theta, lab.m2, lab.m3, value);
    case MarginLoss::softmax:
    case MarginLoss::normalized:
    case MarginLoss::normface:
      break;
  }
  return say("$T = \\cos {} = {}$", theta, value);
}

void add_sample_words(const MarginScene& scene, Figure& figure) {
  figure.readings = sample_readings(scene);
  figure.worked = {
      target_sentence(scene),
      say("$s T = {}$, best other {}, $L = -\\ln {} = {}$", scene.scales[scene.target] * scene.by_angle.value,
          scene.scales[scene.rival] * scene.cosines[scene.rival], scene.loss.probability, scene.loss.loss)};
  figure.description =
      say("A sample {} degrees from its class under {}: its logit over {} is {}, the best other "
          "class's over the same {}, so the margin is {}. The loss is {}.",
          degrees(scene.theta()), margin_loss_options()[static_cast<std::size_t>(scene.lab.loss)].label,
          scene.lab.has_lengths() ? Text("the scale times the length of its weight") : Text("the scale"),
          scene.by_angle.value, scene.level,
          scene.by_angle.value >= scene.level ? Text("met") : Text("missed"), scene.loss.loss);
}

Figure draw_angular_margin(const AngularMargin& lab, const Pass& pass, TrainingMemo& memo) {
  Figure figure{.title = "Angular margins"};
  if (lab.view == MarginView::training) {
    const TrainingSight sight = memo.at(lab.task(), lab.step, pass);
    add_training_view(lab, sight, figure);
    figure.partial = sight.step < lab.step;
    return figure;
  }
  if (lab.view == MarginView::bounds) {
    add_bounds_view(lab, figure);
    return figure;
  }
  const MarginScene scene = margin_scene(lab);
  add_sample_words(scene, figure);
  switch (lab.view) {
    case MarginView::plane:
      add_plane_view(scene, figure);
      break;
    case MarginView::circle:
      add_circle_view(scene, figure);
      break;
    case MarginView::sphere:
      add_sphere_view(scene, figure);
      break;
    case MarginView::curves:
    case MarginView::bounds:
    case MarginView::training:
      add_curves_view(scene, figure);
  }
  return figure;
}

}  // namespace

Lab angular_margin_lab() {
  // Training is remembered between figures, or each step of it would start from the first. What is drawn does
  // not hang on what is remembered.
  const auto draw = [memo = std::make_shared<TrainingMemo>()](const AngularMargin& lab, const Pass& pass) {
    return draw_angular_margin(lab, pass, *memo);
  };
  return make_lab<AngularMargin>(
      {.id = "angular-margin",
       .name = "Angular margin",
       .group = "Angles",
       .summary =
           "A classifier that compares directions can demand a margin: the sample's own class must win "
           "by more than a little.",
       .source =
           "Liu et al., SphereFace, 2017; Wang et al., CosFace, 2018; Deng et al., ArcFace, 2018, whose "
           "equation 4 the margins follow. Angles in radians, logits divided by what multiplies "
           "the target's cosine."},
      draw, angular_margin_presets, angular_margin_code);
}

}  // namespace theta
