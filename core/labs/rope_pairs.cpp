// SPDX-License-Identifier: GPL-3.0-or-later
// What each pair adds to the logit, and the logit of those that are kept.
#include "core/labs/axis_limits.h"
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/labs/zero_rule.h"
#include "core/math/nan.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace theta {
namespace {

constexpr Role unrotated_role = Role::series_5;

bool has_unrotated(const RopeScene& scene) {
  return scene.rope.rotary_dimensions < scene.rope.head_dimension;
}

/// What every pair adds to the logit at the present distance.
std::vector<double> contributions(const RopeScene& scene) {
  std::vector<double> parts;
  for (int i = 0; i < scene.pairs; ++i) {
    const auto turned = phasor(scene.distance, scene.scaled.inverse_frequency[i]);
    parts.push_back((scene.products[static_cast<std::size_t>(i)] * turned).real());
  }
  return parts;
}

std::vector<std::complex<double>> kept_products(const RopeScene& scene) {
  std::vector<std::complex<double>> kept = scene.products;
  for (int i = 0; i < scene.pairs; ++i) {
    if (!scene.rope.keeps(i)) kept[static_cast<std::size_t>(i)] = 0;
  }
  return kept;
}

/// The pairs switched off once this one is switched over; a pair on the side left out cannot be.
std::vector<double> switched(const Rope& rope, int pair) {
  std::vector<double> off = rope.pairs_off;
  if (!rope.within_kept(pair)) return off;
  if (rope.is_off(pair))
    std::erase_if(off, [&](double other) { return std::lround(other) == pair; });
  else
    off.insert(std::ranges::lower_bound(off, pair), pair);
  return off;
}

Text words_of(const Rope& rope, int pair, double part) {
  if (!rope.within_kept(pair)) return say("Pair {}, {}: outside the pairs kept", pair, part);
  return rope.is_off(pair) ? say("Pair {}, {}: switch it on", pair, part)
                           : say("Pair {}, {}: switch it off", pair, part);
}

/// A bar can be clicked at its foot, its middle and its tip.
void make_clickable(Panel& panel, const Pick& pick, double tip) {
  for (const double part : {0.0, 0.5, 1.0}) {
    Pick place = pick;
    place.centre.y = part * tip;
    panel.picks.push_back(std::move(place));
  }
}

Band swing(const RopeScene& scene) {
  Band band{.mark = {.id = "swing", .role = Role::muted}, .opacity = 0.25};
  for (int i = 0; i < scene.pairs; ++i) {
    const double reach = std::abs(scene.products[static_cast<std::size_t>(i)]);
    for (const double side : {-0.4, 0.4, 0.5}) {
      band.x.push_back(i + side);
      band.low.push_back(side < 0.5 ? -reach : nan);  // cut between two bars
      band.high.push_back(side < 0.5 ? reach : nan);
    }
  }
  return band;
}

/// The highest a bar of the panel can ever be.
double highest_bar(const RopeScene& scene) {
  double highest = std::abs(scene.unrotated);
  for (const std::complex<double>& product : scene.products) highest = std::max(highest, std::abs(product));
  return rounded_up(std::max(1.1 * highest, 1e-3));
}

void add_pair_bars(Panel& panel, const RopeScene& scene, const std::vector<double>& parts) {
  Bars kept{.mark = {.id = "contributions", .role = rope_query_role}},
      off{.mark = {.id = "contributions_off", .label = "off", .role = Role::muted}},
      chosen{.mark = {.id = "contribution_pair", .role = rope_pair_role}};
  const std::string parameter = id_of(&Rope::pairs_off);
  for (int i = 0; i < scene.pairs; ++i) {
    const double part = parts[static_cast<std::size_t>(i)];
    Bars& bars = !scene.rope.keeps(i) ? off : i == scene.rope.pair ? chosen : kept;
    bars.x.push_back(i);
    bars.y.push_back(part);
    make_clickable(panel,
                   {.parameter = parameter,
                    .centre = {static_cast<double>(i), 0},
                    .reach = 0.5,
                    .value = switched(scene.rope, i),
                    .label = words_of(scene.rope, i, part)},
                   part);
  }
  for (const Bars& bars : {kept, chosen, off}) {
    if (!bars.x.empty()) panel.layers.push_back(bars);
  }
}

void add_unrotated_bar(Panel& panel, const RopeScene& scene) {
  const double at = scene.pairs;
  const bool kept = scene.rope.keeps_unrotated;
  panel.layers.push_back(
      Bars{.mark = {.id = "unrotated", .label = "not rotated", .role = kept ? unrotated_role : Role::muted},
           .x = {at},
           .y = {scene.unrotated}});
  make_clickable(panel,
                 {.parameter = id_of(&Rope::keeps_unrotated),
                  .centre = {at, 0},
                  .reach = 0.5,
                  .value = !kept,
                  .label = kept ? say("Not rotated, {}: switch it off", scene.unrotated)
                                : say("Not rotated, {}: switch it on", scene.unrotated)},
                 scene.unrotated);
}

Panel contributions_panel(const RopeScene& scene, const std::vector<double>& parts) {
  const double reach = highest_bar(scene);
  Panel panel{.id = "contributions",
              .title = "What each pair adds to the logit",
              .hint = "click a bar to switch its pair"};
  panel.x = {.label = "pair $i$", .scale = AxisScale::category, .low = -0.5};
  for (int i = 0; i < scene.pairs; ++i) panel.x.categories.push_back(say("{}", i));
  if (has_unrotated(scene)) panel.x.categories.push_back("rest");
  panel.x.high = static_cast<double>(panel.x.categories.size()) - 0.5;
  panel.y = {.label = "part of the logit", .low = -reach, .high = reach};
  panel.layers = {swing(scene), zero_rule()};
  add_pair_bars(panel, scene, parts);
  if (has_unrotated(scene)) add_unrotated_bar(panel, scene);
  panel.layers.push_back(Rule{.mark = {.id = "pair", .role = rope_pair_role},
                              .at = static_cast<double>(scene.rope.pair),
                              .dash = Dash::dotted});
  panel.cell = {.row = 0, .column = 0};
  return panel;
}

bool keeps_all(const RopeScene& scene) {
  for (int i = 0; i < scene.pairs; ++i) {
    if (!scene.rope.keeps(i)) return false;
  }
  return scene.rope.keeps_unrotated || !has_unrotated(scene);
}

/// Whether a curve would be flattened by another one beside it.
bool dwarfs(const Axis& large, const Axis& small) {
  return large.high - large.low > 5 * (small.high - small.low);
}

Panel kept_panel(const RopeScene& scene, const std::vector<std::complex<double>>& kept, double constant) {
  const Steps steps = distance_steps(scene);
  Curve some =
      logit_curve(scene, {.id = "logit", .label = "kept", .role = rope_query_role}, steps, kept, 0, constant);
  some.width = 2;
  std::vector<Curve> curves{pair_curve(scene, steps), some};
  if (!keeps_all(scene)) {
    Curve all = logit_curve(scene, {.id = "logit_all", .label = "all", .role = Role::muted}, steps,
                            scene.products, 0, scene.unrotated);
    if (!dwarfs(logit_axis({&all}), logit_axis({&curves[0], &some})))
      curves.insert(curves.begin(), std::move(all));
  }
  if (has_unrotated(scene) && scene.rope.keeps_unrotated)
    curves.push_back({.mark = {.id = "unrotated", .label = "not rotated", .role = unrotated_role},
                      .x = {some.x.front(), some.x.back()},
                      .y = {scene.unrotated, scene.unrotated},
                      .dash = Dash::dash_dotted});
  Panel panel = distance_panel(scene, curves);
  panel.cell = {.row = 1, .column = 0};
  return panel;
}

Handle pair_handle(const RopeScene& scene) {
  return {.id = "pair",
          .panel = "contributions",
          .label = "Pair $i$",
          .at = {static_cast<double>(scene.rope.pair), 0.92 * highest_bar(scene)},
          .role = rope_pair_role,
          .bindings = {{.parameter = id_of(&Rope::pair), .coordinate = Binding::Coordinate::x}}};
}

}  // namespace

Figure draw_rope_pairs(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const std::vector<double> parts = contributions(scene);
  const double constant = rope.keeps_unrotated ? scene.unrotated : 0;
  double logit = constant, all = scene.unrotated;
  int count = 0;
  for (int i = 0; i < scene.pairs; ++i) {
    const double part = parts[static_cast<std::size_t>(i)];
    all += part;
    if (!rope.keeps(i)) continue;
    logit += part;
    ++count;
  }
  Figure figure{.title = "The logit, pair by pair"};
  figure.formula = "rope-pairs";
  figure.panels = {contributions_panel(scene, parts), kept_panel(scene, kept_products(scene), constant)};
  figure.handles = {pair_handle(scene), distance_handle(scene, logit)};
  figure.readings = {{.id = "logit", .label = "logit of those kept", .value = logit},
                     {.id = "logit_all", .label = "logit of all", .value = all},
                     {.id = "pairs_kept",
                      .label = say("pairs kept of {}", scene.pairs),
                      .value = static_cast<double>(count),
                      .significant = 0},
                     {.id = "contribution",
                      .label = say("pair {} adds", rope.pair),
                      .value = parts[static_cast<std::size_t>(rope.pair)]},
                     {.id = "unrotated", .label = "not rotated", .value = scene.unrotated}};
  for (Reading& reading : pair_readings(scene)) figure.readings.push_back(std::move(reading));
  figure.worked = {say("{} of {} kept, and {} not rotated: logit {}", count,
                       counted(scene.pairs, "{} pair", "{} pairs"), constant, logit),
                   say("$\\theta_{{}} = {}$: pair {} adds {} at distance {}", rope.pair, scene.frequency(),
                       rope.pair, parts[static_cast<std::size_t>(rope.pair)], scene.distance)};
  figure.description =
      say("What each of {} adds to the logit at distance {}, and the sum of the {} that are kept against "
          "the distance: {} of {} here. Dimensions that are not rotated: {}, which add {} at every distance.",
          counted(scene.pairs, "{} pair", "{} pairs"), scene.distance, count, logit, all,
          rope.head_dimension - rope.rotary_dimensions, scene.unrotated);
  return figure;
}

}  // namespace theta
