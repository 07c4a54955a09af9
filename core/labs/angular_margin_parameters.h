// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/angular_margin.h"
#include "core/math/margin_training.h"
#include "core/model/describe.h"

#include <algorithm>
#include <cstdint>
#include <numbers>
#include <string>
#include <vector>

namespace theta {

inline std::vector<OptionName> margin_loss_options() {
  return {{"softmax", "softmax"},       {"normalized", "normalised weights"},
          {"l_softmax", "L-Softmax"},   {"a_softmax", "A-Softmax"},
          {"sphereface", "SphereFace"}, {"normface", "NormFace"},
          {"am_softmax", "AM-Softmax"}, {"arcface", "ArcFace"},
          {"combined", "combined"}};
}

inline std::string margin_loss_id(MarginLoss loss) {
  return margin_loss_options()[static_cast<std::size_t>(loss)].id;
}

/// Which of the lab's pictures is shown.
enum class MarginView { curves, plane, circle, sphere, bounds, training };

struct AngularMargin {
  MarginView view = MarginView::curves;
  MarginLoss loss = MarginLoss::arcface;
  int m = 4;
  static constexpr double least_lambda = 5;  ///< where SphereFace's training stops lowering it
  double lambda = least_lambda;
  double m1 = 1, m2 = 0.5, m3 = 0.35;
  ArcfaceFallback fallback = ArcfaceFallback::hard;
  bool released_gradient = false;
  double scale = 16;
  std::vector<MarginLoss> compare = {};
  double sample_angle = std::numbers::pi / 4;
  double sample_latitude = 0;
  int target = 0;
  std::vector<double> class_angles = {0, 2 * std::numbers::pi / 3, -2 * std::numbers::pi / 3};
  std::vector<double> class_latitudes = {0, 0, 0};
  std::vector<double> class_lengths = {1, 1, 1};
  std::int64_t classes = 8;
  int dimensions = 2;
  int step = 0;
  Seed seed = {1};
  int embedding_dimensions = 2;
  bool annealed = false;
  int width = 64;
  double noise = 0.22;
  double yaw = 0.6, pitch = 0.5;

  /// Whether what is on screen depends on a loss: the one chosen, or one drawn beside it.
  bool draws(MarginLoss which) const {
    const bool beside = view == MarginView::curves || view == MarginView::plane;
    return loss == which || (beside && std::ranges::find(compare, which) != compare.end());
  }
  bool draws_psi() const {
    return draws(MarginLoss::l_softmax) || draws(MarginLoss::a_softmax) || draws(MarginLoss::sphereface);
  }
  bool draws_bare_psi() const { return draws_psi() && !draws(MarginLoss::sphereface); }
  /// λ is SphereFace's where that is drawn: L- and A-Softmax beside it show ψ bare. Where λ is theirs and 0,
  /// SphereFace would begin at its own.
  double lambda_of(MarginLoss which) const {
    if (which == MarginLoss::sphereface) return draws_bare_psi() && lambda == 0 ? least_lambda : lambda;
    return draws(which) && draws_bare_psi() ? lambda : 0;
  }
  bool anneals() const { return annealed && trains() && has_psi(loss); }
  bool mixes_cosine(MarginLoss which) const {
    return has_psi(which) && (lambda_of(which) > 0 || (anneals() && which == loss));
  }
  /// The bounds are about every loss, whichever is chosen.
  bool shows_all_margins() const { return view == MarginView::bounds; }
  bool trains() const { return view == MarginView::training; }
  bool has_latitudes() const { return view == MarginView::sphere; }
  bool has_sphere() const { return has_latitudes() || (trains() && embedding_dimensions == 3); }
  bool has_lengths() const { return !weights_are_normalised(loss); }

  bool has_unit_length_gradient() const {
    return loss == MarginLoss::a_softmax || loss == MarginLoss::sphereface;
  }
  BackwardRule backward_rule() const {
    if (!released_gradient) return BackwardRule::exact;
    if (loss == MarginLoss::arcface) return BackwardRule::identity;
    return has_unit_length_gradient() ? BackwardRule::unit_length : BackwardRule::exact;
  }

  Margin margin_of(MarginLoss which) const {
    return {.loss = which,
            .m = m,
            .m1 = m1,
            .m2 = m2,
            .m3 = m3,
            .lambda = lambda_of(which),
            .fallback = fallback};
  }
  Margin margin() const { return margin_of(loss); }

  MarginTask task() const {
    return {.margin = margin(),
            .scale = scale,
            .annealed = anneals(),
            .seed = seed.number,
            .dimensions = embedding_dimensions,
            .width = width,
            .noise = noise};
  }

  static void describe(auto&& field) {
    field(&AngularMargin::view,
          Name{.id = "view", .label = "Picture", .help = "Which panels are shown.", .group = "Picture"},
          Choice{.options = {{"curves", "curves"},
                             {"plane", "two classes"},
                             {"circle", "circle"},
                             {"sphere", "sphere"},
                             {"bounds", "bounds"},
                             {"training", "training"}}});
    describe_loss(field);
    describe_sample(field);
    describe_bounds(field);
    describe_training(field);
    describe_sphere(field);
  }

 private:
  static void describe_loss(auto&& field) {
    field(&AngularMargin::loss,
          Name{.id = "loss",
               .label = "Loss",
               .help = "How the target's logit depends on the angle between the sample and its class.",
               .group = "Loss"},
          Choice{.options = margin_loss_options()});
    field(&AngularMargin::m,
          Name{.id = "m",
               .label = "Multiplier",
               .symbol = "m",
               .help = "How many times the angle must fit before another class wins: A-Softmax's margin."},
          Integer{.low = 1, .high = 10}, Rules<AngularMargin>{.applies = [](const AngularMargin& lab) {
            return lab.draws_psi() || lab.shows_all_margins();
          }});
    field(&AngularMargin::lambda,
          Name{.id = "lambda",
               .label = "Softmax's share",
               .symbol = "\\lambda",
               .help = "How much plain cosine is mixed into ψ; training lowers it from 1000 to 5. L- and "
                       "A-Softmax begin at 0, and have none where SphereFace stands beside them."},
          Real{.low = 0, .high = 1000, .scale = Scale::log},
          Rules<AngularMargin>{
              .applies = [](const AngularMargin& lab) { return lab.draws_psi(); },
              .usual = [](const AngularMargin& lab) { return lab.draws_bare_psi() ? 0.0 : least_lambda; }});
    field(&AngularMargin::m1,
          Name{.id = "m1",
               .label = "Factor on the angle",
               .symbol = "m_1",
               .help = "What the angle is multiplied by before its cosine is taken."},
          Real{.low = 0.1, .high = 5}, Rules<AngularMargin>{.applies = [](const AngularMargin& lab) {
            return lab.draws(MarginLoss::combined);
          }});
    field(&AngularMargin::m2,
          Name{.id = "m2",
               .label = "Added to the angle",
               .symbol = "m_2",
               .help = "ArcFace's margin, in radians: 0.5 is 28.6 degrees."},
          Real{.low = 0, .high = 3, .unit = "rad"},
          Rules<AngularMargin>{.applies = [](const AngularMargin& lab) {
            return lab.draws(MarginLoss::arcface) || lab.draws(MarginLoss::combined) ||
                   lab.shows_all_margins();
          }});
    field(&AngularMargin::m3,
          Name{.id = "m3",
               .label = "Taken off the cosine",
               .symbol = "m_3",
               .help = "CosFace's margin: it is a difference of cosines, not an angle."},
          Real{.low = 0, .high = 2}, Rules<AngularMargin>{.applies = [](const AngularMargin& lab) {
            return lab.draws(MarginLoss::am_softmax) || lab.draws(MarginLoss::combined) ||
                   lab.shows_all_margins();
          }});
    field(&AngularMargin::fallback,
          Name{.id = "fallback",
               .label = "Where the angle is too large",
               .help = "What stands in the place of cos(θ + m₂) beyond π − m₂, where it would rise again."},
          Choice{.options = {{"hard", "cosine less m₂ sin m₂"},
                             {"easy", "cosine from 90° on"},
                             {"clip", "sum clipped at π"},
                             {"none", "nothing: it rises"}}},
          Rules<AngularMargin>{
              .applies = [](const AngularMargin& lab) { return lab.draws(MarginLoss::arcface); }});
    field(&AngularMargin::released_gradient,
          Name{.id = "released_gradient",
               .label = "Gradient as released",
               .help = "Released code does not go back by the loss's gradient: a head of ArcFace takes the "
                       "margin's slope along the cosine for 1, SphereFace's layer scales the coefficients of "
                       "the margin's gradient "
                       "to length 1."},
          Toggle{}, Rules<AngularMargin>{.applies = [](const AngularMargin& lab) {
            return lab.loss == MarginLoss::arcface || lab.has_unit_length_gradient();
          }});
    field(&AngularMargin::scale,
          Name{.id = "scale",
               .label = "Scale",
               .symbol = "s",
               .help = "What every logit is multiplied by; where a loss leaves the feature's length free, it "
                       "stands for that length."},
          Real{.low = 0.1, .high = 256, .scale = Scale::log});
    field(&AngularMargin::compare,
          Name{.id = "compare",
               .label = "Drawn beside it",
               .help = "Other losses whose curves are drawn for comparison, with the same margins."},
          Choices{.options = margin_loss_options()});
  }

  static void describe_sample(auto&& field) {
    using std::numbers::pi;
    field(
        &AngularMargin::sample_angle,
        Name{.id = "sample_angle",
             .label = "Sample's direction",
             .symbol = "\\phi",
             .help = "Where the sample points on the circle, counted from the right, or its longitude on the "
                     "sphere.",
             .group = "Sample"},
        Real{.low = -pi, .high = pi, .angle = true});
    const auto latitudes = [](const AngularMargin& lab) { return lab.has_latitudes(); };
    field(&AngularMargin::sample_latitude,
          Name{.id = "sample_latitude",
               .label = "Sample's latitude",
               .help = "How far the sample points above the equator."},
          Real{.low = -pi / 2, .high = pi / 2, .angle = true}, Rules<AngularMargin>{.applies = latitudes});
    field(&AngularMargin::target,
          Name{.id = "target",
               .label = "Target",
               .symbol = "y",
               .help = "The class the sample belongs to, counted from 0."},
          Integer{.low = 0, .high = 15}, Rules<AngularMargin>{.limits = [](const AngularMargin& lab) {
            return Limits{0, static_cast<double>(lab.class_angles.size()) - 1};
          }});
    field(&AngularMargin::class_angles,
          Name{.id = "class_angles",
               .label = "Class directions",
               .symbol = "\\phi_j",
               .help = "Where each class's weight vector points, in radians; one number a class."},
          Reals{.low = -pi, .high = pi, .least = 2, .most = 16});
    field(&AngularMargin::class_latitudes,
          Name{.id = "class_latitudes",
               .label = "Class latitudes",
               .help = "How far each class's weight vector points above the equator, in radians; 0 where no "
                       "number is given."},
          Reals{.low = -pi / 2, .high = pi / 2, .most = 16}, Rules<AngularMargin>{.applies = latitudes});
    field(&AngularMargin::class_lengths,
          Name{.id = "class_lengths",
               .label = "Class lengths",
               .symbol = "\\Vert W_j\\Vert",
               .help = "How long each class's weight vector is; 1 where no number is given."},
          Reals{.low = 0.2, .high = 5, .most = 16},
          Rules<AngularMargin>{.applies = [](const AngularMargin& lab) { return lab.has_lengths(); }});
  }

  static void describe_bounds(auto&& field) {
    const auto bounds = [](const AngularMargin& lab) { return lab.view == MarginView::bounds; };
    field(&AngularMargin::classes,
          Name{.id = "classes",
               .label = "Classes",
               .symbol = "C",
               .help = "How many classes have to find room.",
               .group = "Bounds"},
          Integer{.low = 2, .high = 1e7, .scale = Scale::log}, Rules<AngularMargin>{.applies = bounds});
    field(&AngularMargin::dimensions,
          Name{.id = "dimensions",
               .label = "Dimensions",
               .symbol = "d",
               .help = "How many dimensions features and weights have."},
          Integer{.low = 2, .high = 4096, .scale = Scale::log}, Rules<AngularMargin>{.applies = bounds});
  }

  static void describe_training(auto&& field) {
    const auto trains = [](const AngularMargin& lab) { return lab.trains(); };
    field(&AngularMargin::step,
          Name{.id = "step",
               .label = "Step",
               .help = "How many steps the network has been trained; play it to watch.",
               .group = "Training"},
          Integer{.low = 0, .high = 1500, .scale = Scale::log}, Rules<AngularMargin>{.applies = trains});
    field(&AngularMargin::seed,
          Name{.id = "seed",
               .label = "Seed",
               .help = "What the samples and the network's first weights are drawn from."},
          SeedNumber{}, Rules<AngularMargin>{.applies = trains});
    field(&AngularMargin::embedding_dimensions,
          Name{.id = "embedding_dimensions",
               .label = "Embedding dimensions",
               .symbol = "d",
               .help = "Whether the network embeds the samples on a circle or on a sphere."},
          Integer{.low = 2, .high = 3}, Rules<AngularMargin>{.applies = trains});
    field(&AngularMargin::annealed,
          Name{.id = "annealed",
               .label = "Annealed",
               .help = "Start from plain cosine, λ = 1000, and come down to the λ above, as SphereFace was "
                       "trained."},
          Toggle{}, Rules<AngularMargin>{.applies = [](const AngularMargin& lab) {
            return lab.trains() && has_psi(lab.loss);
          }});
    field(&AngularMargin::width,
          Name{.id = "width",
               .label = "Hidden units",
               .help = "How many units each of the network's two hidden layers has."},
          Integer{.low = 4, .high = 64, .scale = Scale::log}, Rules<AngularMargin>{.applies = trains});
    field(&AngularMargin::noise,
          Name{.id = "noise",
               .label = "Noise",
               .symbol = "\\sigma",
               .help = "How far the samples scatter about their class's centre, which is 1 from the origin."},
          Real{.low = 0, .high = 1}, Rules<AngularMargin>{.applies = trains});
  }

  static void describe_sphere(auto&& field) {
    using std::numbers::pi;
    const auto sphere = [](const AngularMargin& lab) { return lab.has_sphere(); };
    field(&AngularMargin::yaw,
          Name{.id = "yaw",
               .label = "Turned",
               .help = "From which longitude the sphere is looked at.",
               .group = "Sphere"},
          Real{.low = -pi, .high = pi, .angle = true}, Rules<AngularMargin>{.applies = sphere});
    field(&AngularMargin::pitch,
          Name{.id = "pitch", .label = "Tilted", .help = "From how far above its equator."},
          Real{.low = -pi / 2, .high = pi / 2, .angle = true}, Rules<AngularMargin>{.applies = sphere});
  }
};

}  // namespace theta
