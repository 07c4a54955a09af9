// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/labs/axis_limits.h"
#include "core/math/margin_bounds.h"
#include "core/math/orthographic.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

constexpr double last_step = 1500;
constexpr double rim = 1.35;  // how far the panel of the embedding reaches

Eigen::VectorXd direction_of(const Eigen::MatrixXd& columns, Eigen::Index i) {
  return columns.col(i).stableNormalized();
}

/// The samples of a class as dots on the circle; those of one degree stand on each other's shoulders.
Points stacked(const Embedding& embedding, int k) {
  Points points{.mark = {.id = numbered("features", k), .role = series(static_cast<std::size_t>(k))},
                .size = 3.2};
  std::map<int, int> heights;
  for (int i = 0; i < training_samples; ++i) {
    const Eigen::Vector2d feature = direction_of(embedding.features, k * training_samples + i);
    const double angle = std::atan2(feature.y(), feature.x());
    const int height = heights[static_cast<int>(std::floor(degrees(angle)))]++;
    const double radius = 1.03 + 0.025 * std::min(height, 12);
    points.x.push_back(radius * std::cos(angle));
    points.y.push_back(radius * std::sin(angle));
  }
  return points;
}

Panel embedding_panel(Text title) {
  Panel panel{.id = "embedding", .title = std::move(title)};
  panel.x = {.low = -rim, .high = rim};
  panel.y = panel.x;
  panel.frame = Frame::none;
  panel.equal_aspect = true;
  panel.cell = {.row = 0, .column = 0, .rows = 2};
  panel.layers = {Arcs{.mark = {.id = "circle", .role = Role::muted}, .arcs = {{{}, 1, 0, 2 * pi, {}}}}};
  return panel;
}

/// On the circle: features, weights, and about each weight the sector its class may fill were the weights
/// evenly spread.
Panel circle_panel(const AngularMargin& lab, const Embedding& embedding) {
  Panel panel = embedding_panel("Features by direction");
  const double half = sector_half_width(lab.margin(), training_classes);
  for (int k = 0; k < training_classes; ++k) {
    const Eigen::Vector2d weight = direction_of(embedding.weights, k);
    const double angle = std::atan2(weight.y(), weight.x());
    const Role role = series(static_cast<std::size_t>(k));
    panel.layers.push_back(Arcs{.mark = {.id = numbered("sector", k), .role = role},
                                .arcs = {{{}, 0.97, angle - half, angle + half, {}}},
                                .width = 2,
                                .opacity = 0.16});
    panel.layers.push_back(Arrows{.mark = {.id = numbered("weight", k), .role = role},
                                  .arrows = {{{}, {0.85 * weight.x(), 0.85 * weight.y()}, {}}},
                                  .width = 1.6});
    panel.layers.push_back(stacked(embedding, k));
  }
  return panel;
}

/// On the sphere: features and weights, those on the far side smaller and behind.
Panel sphere_panel(const AngularMargin& lab, const Embedding& embedding) {
  Panel panel = embedding_panel("Features by direction, on the sphere");
  const Orthographic view(lab.yaw, lab.pitch);
  std::vector<Layer> near;
  for (int k = 0; k < training_classes; ++k) {
    const Role role = series(static_cast<std::size_t>(k));
    Points front{.mark = {.id = numbered("features", k), .role = role}, .size = 4};
    Points back{.mark = {.id = numbered("features_behind", k), .role = role}, .size = 1.8};
    for (int i = 0; i < training_samples; ++i) {
      const Eigen::Vector3d at = view.project(direction_of(embedding.features, k * training_samples + i));
      Points& points = at.z() >= 0 ? front : back;
      points.x.push_back(at.x());
      points.y.push_back(at.y());
    }
    const Eigen::Vector3d weight = view.project(direction_of(embedding.weights, k));
    Arrows arrow{.mark = {.id = numbered("weight", k), .role = role},
                 .arrows = {{{}, {weight.x(), weight.y()}, {}}},
                 .dash = weight.z() >= 0 ? Dash::solid : Dash::dotted,
                 .width = 1.6};
    panel.layers.push_back(std::move(back));
    near.push_back(std::move(arrow));
    near.push_back(std::move(front));
  }
  panel.layers.insert(panel.layers.end(), near.begin(), near.end());
  return panel;
}

/// A quantity of all steps so far, from step 1 on, for the axis of steps is logarithmic.
template <class Quantity>
Curve history(const TrainingSight& sight, Mark mark, Quantity quantity) {
  Curve curve{.mark = std::move(mark), .width = 2};
  for (std::size_t i = 1; i < sight.history.size(); ++i) {
    curve.x.push_back(static_cast<double>(i));
    curve.y.push_back(quantity(sight.history[i]));
  }
  curve.x.push_back(std::max(sight.step, 1));
  curve.y.push_back(quantity(sight.embedding.moment));
  return curve;
}

Panel step_panel(std::string id, Text title, Text label, const TrainingSight& sight, int row) {
  Panel panel{.id = std::move(id), .title = std::move(title)};
  panel.x = {.label = "step", .scale = AxisScale::log, .low = 1, .high = last_step};
  panel.y.label = std::move(label);
  panel.cell = {.row = row, .column = 1};
  panel.layers = {Rule{.mark = {.id = "step", .role = Role::ink}, .at = 1.0 * std::max(sight.step, 1)}};
  return panel;
}

Panel loss_panel(const AngularMargin& lab, const TrainingSight& sight) {
  Panel panel = step_panel("loss", "Loss", "mean loss", sight, 0);
  panel.hint = "drag the ring";
  Curve curve = history(sight, {.id = "training_loss"}, [](const TrainingMoment& m) { return m.loss; });
  const double highest =
      std::max(*std::ranges::max_element(curve.y), sight.history.empty() ? 0 : sight.history.front().loss);
  panel.y.low = 0;
  panel.y.high = rounded_up(std::max(1.05 * highest, 0.1));
  if (features_are_normalised(lab.loss)) {
    const double floor = lab.embedding_dimensions == 2
                             ? -std::log(circle_probability(training_classes, lab.scale))
                             : loss_floor(training_classes, lab.scale);
    panel.layers.push_back(
        Rule{.mark = {.id = "floor", .role = Role::muted},
             .direction = Direction::horizontal,
             .at = floor,
             .dash = Dash::dotted,
             .note = lab.embedding_dimensions == 2 ? "perfect angles, no margin" : "no angles do better"});
  }
  panel.layers.push_back(std::move(curve));
  return panel;
}

Panel angles_panel(const AngularMargin& lab, const TrainingSight& sight) {
  Panel panel = step_panel("angles", "Angles", "degrees", sight, 1);
  panel.y.low = 0;
  panel.y.high = lab.embedding_dimensions == 2 ? 60 : 90;
  Curve inside = history(sight, {.id = "inside", .label = "inside a class", .role = Role::series_3},
                         [](const TrainingMoment& m) { return degrees(m.inside); });
  Curve between = history(sight, {.id = "between", .label = "to the nearest class", .role = Role::series_2},
                          [](const TrainingMoment& m) { return degrees(m.between); });
  inside.dash = Dash::dashed;
  if (lab.embedding_dimensions == 2)
    panel.layers.push_back(Rule{.mark = {.id = "even", .role = Role::muted},
                                .direction = Direction::horizontal,
                                .at = 45,
                                .dash = Dash::dotted,
                                .note = "evenly spread: 45°"});
  panel.layers.push_back(std::move(between));
  panel.layers.push_back(std::move(inside));
  return panel;
}

void add_words(const AngularMargin& lab, const TrainingSight& sight, Figure& figure) {
  const TrainingMoment& moment = sight.embedding.moment;
  const double half = degrees(sector_half_width(lab.margin(), training_classes));
  figure.readings = {
      {.id = "trained_step", .label = "step", .value = static_cast<double>(sight.step), .significant = 0},
      {.id = "training_loss_value", .label = "loss", .value = moment.loss},
      {.id = "accuracy", .label = "right", .value = 100 * moment.accuracy, .unit = "%", .significant = 3},
      {.id = "inside_angle", .label = "inside a class", .value = degrees(moment.inside), .unit = "°"},
      {.id = "between_angle", .label = "to the nearest class", .value = degrees(moment.between), .unit = "°"},
      {.id = "sector_half_width", .label = "half a sector", .value = half, .unit = "°"}};
  figure.worked = {
      say("8 classes evenly on the circle: half a sector is ${}°$ under this margin, $22.5°$ "
          "without one",
          half),
      say("after {} $L = {}$, {} % of the samples right", counted(sight.step, "{} step", "{} steps"),
          moment.loss, std::round(1000 * moment.accuracy) / 10)};
  figure.description =
      say("Eight classes embedded by a small network after {} of training: the loss is {}, samples lie {} "
          "degrees from the middle of their class on average, and classes {} degrees from the nearest other.",
          counted(sight.step, "{} step", "{} steps"), moment.loss, degrees(moment.inside),
          degrees(moment.between));
  if (sight.step < lab.step)
    figure.remarks.push_back(say("Shown after step {}; training goes on to {}.", sight.step, lab.step));
  else if (lab.step == 0)
    figure.remarks.push_back("Not trained yet: play the step.");
  if (lab.embedding_dimensions == 2 && half <= 0)
    figure.remarks.push_back(
        "The margin is larger than eight classes on a circle can keep: no sector is left.");
}

}  // namespace

void add_training_view(const AngularMargin& lab, const TrainingSight& sight, Figure& figure) {
  const bool sphere = lab.embedding_dimensions == 3;
  figure.panels = {sphere ? sphere_panel(lab, sight.embedding) : circle_panel(lab, sight.embedding),
                   loss_panel(lab, sight), angles_panel(lab, sight)};
  if (sphere) add_turning_handle(lab, figure.panels.front(), figure.handles);
  figure.handles.push_back(
      {.id = "step",
       .panel = "loss",
       .label = "Step",
       .at = {1.0 * std::max(lab.step, 1), sight.embedding.moment.loss},
       .bindings = {{.parameter = id_of(&AngularMargin::step), .coordinate = Binding::Coordinate::x}}});
  add_words(lab, sight, figure);
}

}  // namespace theta
