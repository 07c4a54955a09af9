// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_panels.h"
#include "core/labs/attention_decay_presets.h"
#include "core/labs/lab_code.h"
#include "core/labs/least_base_memo.h"
#include "core/labs/rotary_import.h"
#include "core/math/context_base.h"
#include "core/math/nan.h"
#include "core/model/lab.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <memory>

namespace theta {
namespace {

/// The exact values at the probe.
struct AtProbe {
  double bound = 0, same = 0;
  double drawn = 0;        ///< of the curve that carries the ring
  double logit = 0;        ///< of the chosen content, pairs of length 1
  double logit_bound = 0;  ///< p · max |h_{i+1} − h_i| · B
  double format_error = nan;
};

AtProbe at_probe(const AttentionDecayScene& scene) {
  const double distance[] = {static_cast<double>(scene.parameters.probe)};
  const Eigen::MatrixXd phasors = pair_phasors({scene.scaled.inverse_frequency}, distance);
  const std::vector<std::complex<double>> content = pair_content(scene, scene.parameters.content);
  AtProbe at;
  at.bound = decay_bounds(phasors)[0];
  at.same = pair_sums(phasors, pair_content(scene, DecayContent::ones))[0];
  at.logit = pair_sums(phasors, content)[0];
  at.drawn = at.bound;
  bool found =
      scene.parameters.draws(DecayCurve::decay_bound) && !scene.parameters.draws(DecayCurve::decay_same);
  for (const auto& [curve, drawn] : {std::pair(DecayCurve::decay_same, DecayContent::ones),
                                     std::pair(DecayCurve::peak, DecayContent::peak),
                                     std::pair(DecayCurve::same_random, DecayContent::same_random),
                                     std::pair(DecayCurve::independent, DecayContent::independent)}) {
    if (found || !scene.parameters.draws(curve)) continue;
    found = true;
    at.drawn = pair_sums(phasors, pair_content(scene, drawn))[0];
  }
  double step = std::abs(content.back());
  for (std::size_t i = 0; i + 1 < content.size(); ++i)
    step = std::max(step, std::abs(content[i + 1] - content[i]));
  at.logit_bound = static_cast<double>(scene.pairs()) * step * at.bound;
  if (scene.parameters.precision != FloatFormat::float64)
    at.format_error =
        largest_cosine_error(scene.parameters.precision, scene.scaled.inverse_frequency, distance[0]);
  return at;
}

/// How far C is followed to where it turns negative; less far in a quick pass.
std::int64_t distance_followed(const AttentionDecayScene& scene) {
  constexpr std::int64_t least = 100'000;
  const AttentionDecay& p = scene.parameters;
  const std::int64_t limit = std::max({p.distance_limit + 1, p.context, least});
  return scene.partial || scene.pass.quick ? std::min(limit, 300'000 / scene.pairs()) : limit;
}

/// Where C first turns negative under the rotation as set.
std::optional<std::int64_t> turns_negative(const AttentionDecayScene& scene) {
  return first_negative(scene.scaled.inverse_frequency, distance_followed(scene), scene.pass.stop);
}

std::vector<SchemeResult> scheme_results(const AttentionDecayScene& scene) {
  std::vector<SchemeResult> results;
  for (const PositionScheme scheme : scene.parameters.schemes) {
    LogitFunction logit = scheme_logit(scene, scheme);
    AttentionWeights weights = weights_of(scene, logit);
    if (scene.pass.stop.stop_requested()) return results;
    results.push_back({scheme, std::move(logit), std::move(weights)});
  }
  return results;
}

std::vector<Handle> handles(const AttentionDecayScene& scene, const AtProbe& at, const BaseSearch& search) {
  const AttentionDecay& p = scene.parameters;
  std::vector<Handle> handles;
  handles.push_back(
      {.id = "probe",
       .panel = "decay",
       .label = "Distance $s$",
       .at = {shown_distance(scene, p.probe), at.drawn},
       .role = probe_role,
       .bindings = {{.parameter = id_of(&AttentionDecay::probe), .coordinate = Binding::Coordinate::x}}});
  if (p.draws(DecayCurve::peak)) {
    double top = 0;  // all pairs meet
    for (const std::complex<double>& product : pair_content(scene, DecayContent::same_random))
      top += product.real();
    handles.push_back({.id = "peak_distance",
                       .panel = "decay",
                       .label = "Peak at $c$",
                       .at = {shown_distance(scene, p.peak_distance), top},
                       .role = role_of(DecayContent::peak),
                       .bindings = {{.parameter = id_of(&AttentionDecay::peak_distance),
                                     .coordinate = Binding::Coordinate::x}}});
  }
  handles.push_back(
      {.id = "base",
       .panel = "base",
       .label = "Base $b$",
       .at = {p.base, std::max(1.0, supported_by(scene, p.base, search.searched))},
       .role = role_of(DecayContent::ones),
       .bindings = {{.parameter = id_of(&AttentionDecay::base), .coordinate = Binding::Coordinate::x}}});
  handles.push_back(
      {.id = "context",
       .panel = "base",
       .label = "Context in use",
       .at = {std::sqrt(p.base * 1e2), static_cast<double>(p.context)},
       .role = Role::muted,
       .bindings = {{.parameter = id_of(&AttentionDecay::context), .coordinate = Binding::Coordinate::y}}});
  return handles;
}

std::vector<Reading> readings(const AttentionDecayScene& scene, const AtProbe& at,
                              std::optional<std::int64_t> negative, const BaseSearch& search,
                              const std::vector<SchemeResult>& results) {
  const AttentionDecay& p = scene.parameters;
  std::vector<Reading> readings = {
      {.id = "decay_bound", .label = say("$B({})$", p.probe), .value = at.bound},
      {.id = "decay_same", .label = say("$C({})$", p.probe), .value = at.same},
      {.id = "logit", .label = "logit of the content", .value = at.logit},
      {.id = "logit_bound", .label = "its bound", .value = at.logit_bound},
      {.id = "first_negative",
       .label = "$C < 0$ first at",
       .value = negative ? static_cast<double>(*negative) : nan,
       .unit = "tokens",
       .significant = 0},
      {.id = "base_needed", .label = say("base for {}", p.context), .value = search.needed.value_or(nan)},
      {.id = "attention_factor", .label = "attention factor", .value = scene.scaled.attention_factor},
      {.id = "uniform_entropy",
       .label = "entropy if uniform",
       .value = std::log(static_cast<double>(p.distance_limit + 1)),
       .unit = "nats"},
  };
  for (const SchemeResult& each : results) {
    readings.push_back({.id = "entropy_" + id_of_scheme(each.scheme),
                        .label = say("entropy, {}", name_of_scheme(scene, each.scheme)),
                        .value = each.weights.entropy,
                        .unit = "nats"});
  }
  if (!results.empty())
    readings.push_back({.id = "mean_distance",
                        .label = say("mean distance, {}", name_of_scheme(scene, results.front().scheme)),
                        .value = results.front().weights.mean_distance,
                        .unit = "tokens"});
  if (p.precision != FloatFormat::float64)
    readings.push_back({.id = "cosine_error",
                        .label = say("largest error of a cosine, {}", id_of(p.precision)),
                        .value = at.format_error});
  return readings;
}

/// B and C are the sums of the literature whatever the setting; the panels of schemes and of attention hold
/// all of the logit.
void remark_what_sums_leave_out(Panel& decay, const AttentionDecayScene& scene) {
  const int still = scene.parameters.head_dimension - scene.parameters.rotary_dimensions;
  const double factor = scene.scaled.attention_factor;
  if (factor == 1 && still == 0) return;
  const Text strength = say("the attention factor, which multiplies a logit by {}", factor * factor);
  const Text rest = say("the {} dimensions that are not rotated", still);
  decay.remarks.push_back(
      still == 0    ? say("Bound and logits of the first panel leave out {}.", strength)
      : factor == 1 ? say("Bound and logits of the first panel leave out {}.", rest)
                    : say("Bound and logits of the first panel leave out {}, and {}.", strength, rest));
}

void remark(Figure& figure, const AttentionDecayScene& scene, const AtProbe& at, const BaseSearch& search) {
  const AttentionDecay& p = scene.parameters;
  Panel &decay = figure.panels.front(), &bases = figure.panels.back();
  remark_what_sums_leave_out(decay, scene);
  if (p.draws(DecayCurve::decay_bound))
    decay.remarks.push_back(
        say("$B(s)$ alone is no bound: times what neighbouring pairs differ by, it holds the logit "
            "at the probe, {}, below {}.",
            at.logit, at.logit_bound));
  if (!scene.every && !scene.partial)
    figure.remarks.push_back(
        say("Bands and lines hold every one of {} distances, column by column; the points are exact values.",
            p.distance_limit + 1));
  if (p.precision == FloatFormat::float16 && p.distance_limit > 65'519)
    figure.remarks.push_back(
        "float16 ends at 65 504: farther distances have no angle in it, the curve is cut.");
  if (search.searched < p.context)
    bases.remarks.push_back(say("Bases are compared up to {} tokens only.", search.searched));
}

Text description(const AttentionDecayScene& scene, const AtProbe& at, std::optional<std::int64_t> negative) {
  const AttentionDecay& p = scene.parameters;
  const Text where = negative ? say("C is first negative at distance {}", *negative)
                              : say("C is not negative up to distance {}", distance_followed(scene) - 1);
  return say(
      "The decay bound B and the logit C of queries and keys of ones up to distance {}, for {} rotated "
      "dimensions and base {}: at distance {} B is {} and C is {}. {}. The schemes are compared with the "
      "content “{}”, whose logit there is {}.",
      p.distance_limit, p.rotary_dimensions, p.base, p.probe, at.bound, at.same, where,
      content_options()[static_cast<std::size_t>(p.content)].label, at.logit);
}

Figure draw_attention_decay(const AttentionDecay& p, const Pass& pass, LeastBaseMemo& memo) {
  const AttentionDecayScene scene = attention_decay_scene(p, pass);
  const std::optional<std::int64_t> negative = turns_negative(scene);
  Figure figure{.title = "Attention and distance"};
  // Bound and schemes are the two halves of the work: where it is long they go side by side.
  std::future<std::vector<SchemeResult>> schemes =
      std::async(scene.every || scene.partial ? std::launch::deferred : std::launch::async,
                 [&scene] { return scheme_results(scene); });
  Panel decay = decay_panel(scene, negative);
  if (pass.stop.stop_requested()) return figure;
  const std::vector<SchemeResult> results = schemes.get();
  const LeastBaseMemo::Answer least = memo.at(p.rotary_dimensions, p.context, pass);
  const BaseSearch search = search_bases(scene, least.base);
  if (pass.stop.stop_requested()) return figure;
  const AtProbe at = at_probe(scene);
  figure.panels = {std::move(decay), schemes_panel(scene, results), attention_panel(scene, results),
                   precision_panel(scene), base_panel(scene, search)};
  figure.handles = handles(scene, at, search);
  figure.readings = readings(scene, at, negative, search, results);
  figure.worked = {say("$B({}) = \\frac{1}{{}} \\sum_t |S_t| = {}$, where $B(0) = {}$", p.probe,
                       scene.pairs(), at.bound, 0.5 * static_cast<double>(scene.pairs() + 1)),
                   say("$C({}) = \\sum_i \\cos({} \\theta_i) = {}$, {} percent of $C(0)$", p.probe, p.probe,
                       at.same, 100 * at.same / static_cast<double>(scene.pairs())),
                   say("$|logit| \\le {} \\cdot max |h_{i+1} - h_i| \\cdot B = {}$, and it is {}",
                       scene.pairs(), at.logit_bound, at.logit)};
  figure.description = description(scene, at, negative);
  remark(figure, scene, at, search);
  figure.partial = scene.partial || (pass.quick && (!least.known || !negative));
  return figure;
}

}  // namespace

Lab attention_decay_lab() {
  const auto draw = [memo = std::make_shared<LeastBaseMemo>()](const AttentionDecay& p, const Pass& pass) {
    return draw_attention_decay(p, pass, *memo);
  };
  Lab lab = make_lab<AttentionDecay>(
      {.id = "attention-decay",
       .name = "Attention and distance",
       .group = "Position",
       .summary = "How far a query looks back: bound and logit against the distance, for any content, under "
                  "every scheme of position.",
       .source =
           "B(s): Su et al., RoFormer, 2021, section 3.4.3; C(s) and the base a context needs: Men et "
           "al., 2024; xPos: Sun et al., 2022; ALiBi: Press et al., 2022. Distance s is query minus key "
           "position; for bound, C and logits of the first panel pairs have length 1, in the other panels "
           "entries "
           "have."},
      draw, attention_decay_presets, attention_decay_code);
  lab.import_model = [](const std::filesystem::path& path) { return import_rotary<AttentionDecay>(path); };
  return lab;
}

}  // namespace theta
