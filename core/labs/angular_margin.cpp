// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/labs/angular_margin_panels.h"
#include "core/math/nan.h"
#include "core/model/lab.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace theta {
namespace {

std::vector<Reading> sample_readings(const MarginScene& scene) {
  const double lambda = scene.lab.lambda;
  const bool annealed = scene.lab.loss == MarginLoss::sphereface && lambda > 0;
  return {{.id = "theta", .label = "$\\theta_y$", .value = scene.theta(), .unit = "rad"},
          {.id = "theta_degrees", .label = "the same", .value = degrees(scene.theta()), .unit = "°"},
          {.id = "target_value", .label = "$T(\\theta_y)$", .value = scene.by_angle.value},
          {.id = "rival_value", .label = "best other class", .value = scene.level},
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
      return say("$T = \\psi({}) = {}$ with $m = {}$", theta, value, lab.m);
    case MarginLoss::sphereface:
      return say("$T = ({} \\cdot {} + {}) / (1 + {}) = {}$", lab.lambda, std::cos(theta),
                 psi(theta, lab.m).value, lab.lambda, value);
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
      say("A sample {} degrees from its class under {}: its logit over the scale is {}, the best other "
          "class's {}, so the margin is {}. The loss is {}.",
          degrees(scene.theta()), margin_loss_options()[static_cast<std::size_t>(scene.lab.loss)].label,
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

/// Three classes 75 degrees apart on the side of the sphere that faces the viewer, the sample near the first.
AngularMargin facing_classes(AngularMargin lab) {
  lab.class_angles = {0.6, -0.06, 1.26};
  lab.class_latitudes = {1.29, 0.03, 0.03};
  lab.sample_angle = 0.3;
  lab.sample_latitude = 0.72;
  return lab;
}

std::vector<Preset> angular_margin_presets() {
  using enum MarginLoss;
  const auto preset = [](std::string id, Text name, Text look_for, AngularMargin lab) {
    std::ranges::sort(lab.compare);
    return Preset{std::move(id), std::move(name), std::move(look_for), edits_to(lab)};
  };
  return {
      preset("five_verdicts", "One sample, five verdicts",
             "At 45 degrees from its class and 75 from the next, plain cosine wins with ease. Each margin "
             "asks for more; the bars show what is left, and A-Softmax without its mix says no.",
             {.compare = {normface, sphereface, am_softmax}}),
      preset("staircase", "ψ is not cos mθ",
             "On the first piece they agree; beyond π/4 the cosine would rise again, and ψ goes on down. At "
             "45, 90 and 135 degrees its slope is 0: a sample there learns nothing.",
             {.loss = a_softmax, .m = 4, .compare = {normface}}),
      preset("annealed", "SphereFace as it was trained",
             "Move λ from 1000 to 0: cosine turns into the staircase. At 5, where training stops, the margin "
             "weighs one sixth.",
             {.loss = sphereface, .m = 4, .lambda = 5, .compare = {normface, a_softmax}}),
      preset("cosface", "CosFace takes off a cosine, not an angle",
             "The curve is the cosine moved down by 0.35: its slope along the cosine is 1 everywhere. In "
             "angle the same margin is wide near 0 and narrow at 90 degrees.",
             {.loss = am_softmax, .compare = {normface, arcface}}),
      preset("arcface", "ArcFace adds 28.6 degrees",
             "m₂ = 0.5 is in radians. Along the cosine the slope grows without bound towards θ = 0.",
             {.loss = arcface, .compare = {normface, am_softmax}}),
      preset("combined", "All three margins together",
             "Move each margin: m₁ stretches the angle, m₂ shifts it, m₃ lowers the curve.",
             {.loss = combined, .m1 = 0.9, .m2 = 0.4, .m3 = 0.15, .compare = {arcface, am_softmax}}),
      preset(
          "sphere", "Three classes on a sphere",
          "Drag x and the classes; the ring in the square turns the sphere. Pale is what a class wins by "
          "angle "
          "alone, dark what it wins with its margin: in between the right class is ahead, but not by enough.",
          facing_classes({.view = MarginView::sphere, .loss = arcface})),
      preset("sphere_cosface", "CosFace's borders are circles",
             "A difference of cosines is a plane that cuts the sphere: each dark border is part of a circle. "
             "Choose ArcFace, and the borders bend around their classes.",
             facing_classes({.view = MarginView::sphere, .loss = am_softmax})),
      preset(
          "sphere_lengths", "Plain softmax favours long weights",
          "Class 1's weight is twice as long, and its region reaches far beyond the middle. Choose NormFace: "
          "with all weights of length 1 only angles count.",
          [] {
            AngularMargin lab = facing_classes({.view = MarginView::sphere, .loss = softmax});
            lab.class_lengths = {1, 2, 1};
            return lab;
          }()),
      preset("breaks_no_room", "Breaks: a margin larger than the gap",
             "Classes 0 and 1 stand 23 degrees apart, ArcFace asks for 28.6: no direction satisfies either, "
             "not even "
             "their own weights. Drag one away until its region appears.",
             [] {
               AngularMargin lab = facing_classes({.view = MarginView::sphere, .loss = arcface});
               lab.class_angles[0] = 0.2;
               lab.class_latitudes[0] = 0.35;
               return lab;
             }()),
      preset("breaks_rising", "Breaks: ArcFace as it is written",
             "Beyond π − m₂ the cosine of the sum rises: the farther the sample, the larger its logit. Try "
             "the other choices: one jumps down, one jumps up at 90 degrees, one goes flat.",
             {.loss = arcface,
              .m2 = 0.8,
              .fallback = ArcfaceFallback::none,
              .compare = {normface},
              .sample_angle = 2.6}),
  };
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
           "equation 4 the margins follow. Angles in radians, logits divided by the scale."},
      draw, angular_margin_presets, angular_margin_code);
}

}  // namespace theta
