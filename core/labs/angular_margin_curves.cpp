// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/labs/axis_limits.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

constexpr int intervals = 720;    // of [0, π]: a quarter of a degree, so whole degrees are among the points
constexpr double beside = 1e-9;   // how far from a kink its neighbours stand
constexpr double edge = pi / 12;  // what lies nearer to 0 and π does not stretch an axis
constexpr double steepest = 1e3;  // a slope beyond leaves every plot

/// The angles at which T or its slope has a kink, ascending, and whether T itself jumps there.
struct Corner {
  double theta = 0;
  bool jumps = false, slope_jumps = false;
};

std::vector<Corner> corners(const Margin& margin) {
  std::vector<Corner> found;
  for (int k = 1; has_psi(margin.loss) && k < margin.m; ++k) found.push_back({k * pi / margin.m});
  if (const auto at = switch_angle(margin); at && *at > beside && *at < pi - beside) {
    const double gap = target_logit(margin, *at + beside).value - target_logit(margin, *at - beside).value;
    found.push_back({*at, std::abs(gap) > 1e-6, true});
  }
  return found;
}

/// T or one of its slopes along [0, π], with points on either side of each corner; cut where it jumps.
template <class Function>
Curve along_angle(const Margin& margin, bool slope, Mark mark, const Function& at) {
  Curve curve{.mark = std::move(mark)};
  const auto add = [&](double theta, double y) {
    curve.x.push_back(theta);
    curve.y.push_back(y);
  };
  const std::vector<Corner> kinks = corners(margin);
  auto kink = kinks.begin();
  for (int i = 0; i <= intervals; ++i) {
    const double theta = pi * i / intervals;
    for (; kink != kinks.end() && kink->theta - beside <= theta; ++kink) {
      const double left = kink->theta - beside, right = kink->theta + beside;
      if (left > curve.x.back()) add(left, at(left));
      const bool cut = slope ? kink->slope_jumps : kink->jumps;
      add(kink->theta, cut ? std::numeric_limits<double>::quiet_NaN() : at(kink->theta));
      if (right < pi) add(right, at(right));
    }
    if (theta > (curve.x.empty() ? -1 : curve.x.back())) add(theta, at(theta));
  }
  return curve;
}

Curve target_curve(const Margin& margin, Mark mark) {
  return along_angle(margin, false, std::move(mark),
                     [&](double theta) { return target_logit(margin, theta).value; });
}

Curve slope_curve(const Margin& margin, Mark mark) {
  return along_angle(margin, true, std::move(mark),
                     [&](double theta) { return target_logit(margin, theta).slope; });
}

Curve cosine_slope_curve(const Margin& margin, Mark mark) {
  return along_angle(margin, true, std::move(mark), [&](double theta) {
    const double slope = target_logit_of_cosine(margin, std::cos(theta)).slope;
    return std::abs(slope) < steepest ? slope : std::numeric_limits<double>::quiet_NaN();
  });
}

Text name_of(MarginLoss loss) { return margin_loss_options()[static_cast<std::size_t>(loss)].label; }

/// The losses compared with, but for the one chosen, each with the role and dash of a series.
struct ComparedLoss {
  MarginLoss loss;
  Role role;
  Dash dash;
};

std::vector<ComparedLoss> compared(const AngularMargin& lab) {
  std::vector<ComparedLoss> list;
  for (const MarginLoss loss : lab.compare) {
    if (loss != lab.loss) list.push_back({loss, series(list.size() + 2), series_dash(list.size() + 2)});
  }
  return list;
}

using Drawing = Curve (*)(const Margin&, Mark);

/// The chosen loss's curve on top of those it is compared with.
std::vector<Curve> curves(const AngularMargin& lab, const std::string& id, Drawing draw) {
  std::vector<Curve> list;
  for (const ComparedLoss& each : compared(lab)) {
    Curve curve =
        draw(lab.margin_of(each.loss),
             {.id = id + "_" + margin_loss_id(each.loss), .label = name_of(each.loss), .role = each.role});
    curve.dash = each.dash;
    list.push_back(std::move(curve));
  }
  list.push_back(draw(lab.margin(), {.id = id, .label = name_of(lab.loss), .role = margin_target_role}));
  list.back().width = 2.4;
  return list;
}

/// What the curves reach, but for what happens next to 0 and π.
Limits reach(const std::vector<Curve>& list, double low, double high, double margin) {
  for (const Curve& curve : list) {
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (std::isnan(curve.y[i]) || curve.x[i] < margin || curve.x[i] > pi - margin) continue;
      low = std::min(low, curve.y[i]);
      high = std::max(high, curve.y[i]);
    }
  }
  return rounded_outward(low, high, 0.5);
}

Panel angle_panel(std::string id, Text title, Text label, Limits limits) {
  Panel panel{.id = std::move(id), .title = std::move(title)};
  panel.x = {.label = "angle $\\theta$ (rad)", .low = 0, .high = pi, .multiples_of_pi = true};
  panel.y = {.label = std::move(label), .low = limits.low, .high = limits.high};
  panel.layers = {Rule{
      .mark = {.id = "zero", .role = Role::muted}, .direction = Direction::horizontal, .dash = Dash::solid}};
  return panel;
}

/// The angles training meets, of which alone it matters what a loss does: from about 90 down to 30 degrees.
Span working_range() {
  return Span{.mark = {.id = "working_range", .role = Role::muted},
              .low = 20 * pi / 180,
              .high = 100 * pi / 180,
              .note = "training works here"};
}

void add_sample(Panel& panel, const MarginScene& scene) {
  panel.layers.push_back(Rule{.mark = {.id = "theta", .role = margin_target_role}, .at = scene.theta()});
}

Panel slope_panel(const MarginScene& scene) {
  const std::vector<Curve> list = curves(scene.lab, "target_logit_slope", slope_curve);
  Panel panel = angle_panel("slope", "Its slope along the angle", "$dT / d\\theta$", reach(list, -1, 0, 0));
  panel.layers.insert(panel.layers.end(), list.begin(), list.end());
  add_sample(panel, scene);
  panel.cell = {.row = 1, .column = 0};
  return panel;
}

Panel cosine_slope_panel(const MarginScene& scene) {
  const std::vector<Curve> list = curves(scene.lab, "cosine_slope", cosine_slope_curve);
  Panel panel = angle_panel("cosine_slope", "Slope along the cosine", "$dT / d\\cos\\theta$",
                            reach(list, 0, 1.5, edge));
  panel.layers.push_back(Rule{.mark = {.id = "one", .role = Role::muted},
                              .direction = Direction::horizontal,
                              .at = 1,
                              .dash = Dash::dotted});
  panel.layers.insert(panel.layers.end(), list.begin(), list.end());
  if (scene.lab.backward_rule() != BackwardRule::exact) {
    Curve released = along_angle(
        scene.margin, true, {.id = "released_slope", .label = "as released", .role = Role::series_5},
        [&](double theta) {
          return backward_slope(scene.margin, std::cos(theta), scene.lab.backward_rule());
        });
    released.dash = Dash::dashed;
    panel.layers.push_back(std::move(released));
  }
  add_sample(panel, scene);
  panel.cell = {.row = 1, .column = 1};
  return panel;
}

struct Verdict {
  MarginLoss loss;
  Text name;
};

/// The best other class's cosine: what T has to exceed under losses whose weights are all of length 1.
double level_without_lengths(const MarginScene& scene) {
  double level = -1;
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    if (j != scene.target) level = std::max(level, scene.cosines[j]);
  }
  return level;
}

/// For each loss how far T stands above the best other class, or below it. All of them normalise weights,
/// whether or not the one chosen does.
Panel verdicts_panel(const MarginScene& scene) {
  using enum MarginLoss;
  const std::vector<Verdict> verdicts = {{normface, "no margin"},    {a_softmax, "A-Softmax"},
                                         {sphereface, "SphereFace"}, {am_softmax, "CosFace"},
                                         {arcface, "ArcFace"},       {combined, "combined"}};
  // The last is shown where it is chosen: five names have room.
  const std::size_t shown = verdicts.size() - (scene.lab.loss == combined ? 0 : 1);
  const double level = level_without_lengths(scene);
  Bars met{.mark = {.id = "met", .label = "won", .role = Role::positive}, .base = level, .width = 0.6};
  Bars missed{.mark = {.id = "missed", .label = "lost", .role = Role::negative}, .base = level, .width = 0.6};
  Panel panel{.id = "verdicts", .title = "The same sample under each loss", .hint = "click one"};
  double low = -1, high = 1;
  for (std::size_t i = 0; i < shown; ++i) {
    assert(weights_are_normalised(verdicts[i].loss));
    const double value = target_logit(scene.lab.margin_of(verdicts[i].loss), scene.theta()).value;
    Bars& bars = value >= level ? met : missed;
    bars.x.push_back(static_cast<double>(i));
    bars.y.push_back(value);
    low = std::min(low, value);
    high = std::max(high, value);
    panel.x.categories.push_back(verdicts[i].name);
    panel.picks.push_back({.parameter = id_of(&AngularMargin::loss),
                           .centre = {static_cast<double>(i), (value + level) / 2},
                           .reach = 0.5,
                           .value = Option{static_cast<std::size_t>(verdicts[i].loss)},
                           .label = say("{}: {}", verdicts[i].name, value)});
  }
  panel.x.scale = AxisScale::category;
  panel.x.low = -0.5;
  panel.x.high = static_cast<double>(shown) - 0.5;
  const Limits limits = rounded_outward(low, high, 0.5);
  panel.y = {.label = "$T(\\theta)$", .low = limits.low, .high = limits.high};
  panel.cell = {.row = 0, .column = 1};
  panel.layers = {
      met, missed,
      Rule{.mark = {.id = "rival", .role = margin_rival_role},
           .direction = Direction::horizontal,
           .at = level,
           .note = scene.lab.has_lengths() ? "best other class, without lengths" : "best other class"}};
  return panel;
}

}  // namespace

Panel margin_target_panel(const MarginScene& scene) {
  const std::vector<Curve> list = curves(scene.lab, "target_logit", target_curve);
  Panel panel = angle_panel("target", "Target's logit over its scale", "$T(\\theta)$",
                            reach(list, std::min(scene.level, -1.0), std::max(scene.level, 1.0), 0));
  panel.layers.push_back(working_range());
  const auto plain = [](MarginLoss loss) {
    return loss == MarginLoss::softmax || loss == MarginLoss::normalized || loss == MarginLoss::normface;
  };
  if (!plain(scene.lab.loss) && std::ranges::none_of(scene.lab.compare, plain)) {
    Curve cosine = target_curve({}, {.id = "cosine", .label = "$\\cos\\theta$", .role = Role::muted});
    cosine.dash = Dash::dotted;
    cosine.width = 1;
    panel.layers.push_back(std::move(cosine));
  }
  panel.layers.push_back(Rule{.mark = {.id = "rival", .role = margin_rival_role},
                              .direction = Direction::horizontal,
                              .at = scene.level,
                              .note = say("best other class, {}", std::round(scene.level * 1000) / 1000)});
  panel.layers.insert(panel.layers.end(), list.begin(), list.end());
  const double gap = scene.by_angle.value - scene.level;
  panel.layers.push_back(
      Arrows{.mark = {.id = "gap", .role = gap >= 0 ? Role::positive : Role::negative},
             .arrows = {{{scene.theta(), scene.level}, {scene.theta(), scene.by_angle.value}, {}}},
             .width = 4,
             .heads = false});
  add_sample(panel, scene);
  return panel;
}

Handle theta_handle(const MarginScene& scene, std::string panel, double height) {
  const double side = signed_theta(scene.lab) < 0 ? -1 : 1;
  return {.id = "theta",
          .panel = std::move(panel),
          .label = "Angle $\\theta$",
          .at = {scene.theta(), height},
          .role = margin_target_role,
          .bindings = {{.parameter = id_of(&AngularMargin::sample_angle),
                        .coordinate = Binding::Coordinate::x,
                        .scale = side,
                        .offset = scene.lab.class_angles[scene.target]}}};
}

void add_curves_view(const MarginScene& scene, Figure& figure) {
  figure.panels = {margin_target_panel(scene), verdicts_panel(scene), slope_panel(scene),
                   cosine_slope_panel(scene)};
  figure.panels.front().hint = "drag the ring";
  figure.handles.push_back(theta_handle(scene, "target", scene.by_angle.value));
}

}  // namespace theta
