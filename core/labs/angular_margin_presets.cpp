// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_presets.h"

#include "core/labs/angular_margin_scene.h"

#include <algorithm>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

/// Three classes 75 degrees apart on the side of the sphere that faces the viewer, the sample near the first.
AngularMargin facing_classes(AngularMargin lab) {
  lab.class_angles = {0.6, -0.06, 1.26};
  lab.class_latitudes = {1.29, 0.03, 0.03};
  lab.sample_angle = 0.3;
  lab.sample_latitude = 0.72;
  return lab;
}

}  // namespace

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
      preset(
          "staircase", "ψ is not cos mθ",
          "On the first piece they agree; beyond π/4 the cosine (combined, m₁ = 4) rises again, and ψ goes "
          "on down. At 45, 90 and 135 degrees its slope is 0: a sample there learns nothing.",
          {.loss = a_softmax,
           .m = 4,
           .lambda = 0,
           .m1 = 4,
           .m2 = 0,
           .m3 = 0,
           .compare = {normface, combined}}),
      preset("step_softmax", "A-Softmax in four steps: 1. softmax",
             "Logits are lengths times cosines: the long weight of class 1 wins more than its third of the "
             "circle. Go on to the next preset.",
             {.view = MarginView::circle, .loss = softmax, .class_lengths = {1, 2, 1}}),
      preset("step_normalized", "A-Softmax in four steps: 2. weights of length 1",
             "Only angles decide now: every border halves the angle between two classes. Nothing asks the "
             "sample to come nearer than that.",
             {.view = MarginView::circle, .loss = normalized}),
      preset(
          "step_angle", "A-Softmax in four steps: 3. a margin on the angle",
          "Ask for cos mθ instead of cos θ, here with m = 4 (m₁): the sample must be within a quarter of the "
          "angle. But beyond π/4 the curve rises again: farther away would be better.",
          {.loss = combined, .m1 = 4, .m2 = 0, .m3 = 0, .compare = {normface}, .sample_angle = pi / 8}),
      preset(
          "step_psi", "A-Softmax in four steps: 4. ψ falls all the way",
          "Each piece of the cosine is turned over and moved down to where the last one ended: ψ falls from "
          "1 to −7 and agrees with cos mθ on the first piece.",
          {.loss = a_softmax,
           .m = 4,
           .lambda = 0,
           .m1 = 4,
           .m2 = 0,
           .m3 = 0,
           .compare = {combined},
           .sample_angle = pi / 8}),
      preset("two_classes", "Two classes, and the band between them",
             "In the plane of both angles only a wedge can be reached, since the classes are as far apart as "
             "they are. Between the border and the one with a margin no class is sure of the sample.",
             {.view = MarginView::plane, .loss = arcface, .compare = {normface}}),
      preset("annealed", "SphereFace as it was trained",
             "Move λ from 1000 to 0: cosine turns into the staircase. At 5, where training stops, the margin "
             "weighs one sixth.",
             {.loss = sphereface, .m = 4, .lambda = 5, .compare = {normface, a_softmax}}),
      preset(
          "released", "SphereFace's code goes another way back",
          "The released layer scales the two coefficients of the margin's gradient, on the weight and on the "
          "feature, to length 1: near 0 the loss pulls sixteen times as hard as plain cosine, the code less "
          "hard. Switch it off: the loss stays, the slope changes.",
          {.loss = a_softmax,
           .m = 4,
           .lambda = 0,
           .released_gradient = true,
           .compare = {normface},
           .sample_angle = pi / 18}),
      preset("cosface", "CosFace takes off a cosine, not an angle",
             "The curve is the cosine moved down by 0.35: its slope along the cosine is 1 everywhere. In "
             "angle the same margin is wide near 0 and narrow at 90 degrees.",
             {.loss = am_softmax, .compare = {normface, arcface}}),
      preset("arcface", "ArcFace adds 28.6 degrees",
             "m₂ = 0.5 is in radians. Along the cosine the slope grows without bound towards θ = 0.",
             {.loss = arcface, .compare = {normface, am_softmax}}),
      preset("length_is_free", "A-Softmax leaves the feature's length free",
             "Weights have length 1, features do not: s stands for the length of x. Move it: the gap stays, "
             "and the "
             "loss goes to 0 where the bar is won and without end where it is lost.",
             {.loss = a_softmax,
              .m = 4,
              .lambda = 0,
              .scale = 5,
              .compare = {normface},
              .sample_angle = pi / 12}),
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
      preset("scale_floor", "Why there is a scale",
             "Ten classes with perfect angles: at s = 1 the loss cannot fall below 1.38. Drag the ring to "
             "10, and the "
             "floor is 0.000 13: not the angles were at fault.",
             {.view = MarginView::bounds, .scale = 1, .classes = 10, .dimensions = 16}),
      preset("room", "How much margin a number of classes allows",
             "On the circle the largest m₃ falls below CosFace's 0.35 from eight classes on; in 512 "
             "dimensions the bound leaves it to a million. Drag the ring along the curve.",
             {.view = MarginView::bounds, .scale = 30, .classes = 8, .dimensions = 2}),
      preset("training", "Training pulls classes together",
             "Play the step: classes part first, then each gathers, to 5 degrees about its middle after 1000 "
             "steps. Choose NormFace: its loss is lower, yet its classes are nearly twice as wide. "
             "Margins are for training; at test time only angles are compared.",
             {.view = MarginView::training, .loss = arcface, .m2 = 0.5, .step = 1000, .width = 64}),
      preset("breaks_training", "Breaks: a margin beyond the bound",
             "Eight classes on a circle cannot keep 0.6: no sector is left, the loss stays high and one "
             "sample in seven "
             "is wrong. Go to 3 embedding dimensions, and training recovers.",
             {.view = MarginView::training, .loss = am_softmax, .m3 = 0.6, .step = 400, .width = 32}),
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

}  // namespace theta
