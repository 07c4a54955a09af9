// SPDX-License-Identifier: GPL-3.0-or-later
// The table of cosines and sines that a model keeps, and one pair of its rows as curves.
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/labs/zero_rule.h"
#include "core/model/number.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

/// Re(unit · e^{j·position·θᵢ}) is the cosine for 1 and the sine for −j.
constexpr std::complex<double> unit_of(RotationEntry entry) {
  return entry == RotationEntry::cosine ? std::complex<double>(1, 0) : std::complex<double>(0, -1);
}

double table_entry(const RopeScene& scene, RotationEntry entry, std::int64_t position, int pair) {
  const auto turned = phasor(static_cast<double>(position), scene.scaled.inverse_frequency[pair]);
  return scene.attention() * (unit_of(entry) * turned).real();
}

std::vector<double> table_row(const RopeScene& scene, RotationEntry entry, int pair, const Steps& steps) {
  const std::complex<double> product[] = {scene.attention() * unit_of(entry)};
  return relative_logits(product, scene.scaled.inverse_frequency.segment(pair, 1), steps.start, steps.step,
                         steps.count);
}

/// Whole positions from 0 on, or around the query where it stands beyond them.
Limits shown_positions(const RopeScene& scene) {
  const double most = scene.rope.positions_shown - 1;
  Limits shown = stretch_with(static_cast<double>(scene.rope.query_position), most);
  return {std::floor(shown.low), std::floor(shown.low) + most};
}

struct PositionMark {
  const char* id;
  std::int64_t position;
  Role role;
  Text note;
};

void mark_positions(Panel& panel, Limits shown, const std::vector<PositionMark>& marks) {
  for (const PositionMark& mark : marks) {
    const auto at = static_cast<double>(mark.position);
    if (at < shown.low || at > shown.high) continue;
    panel.layers.push_back(Rule{.mark = {.id = mark.id, .role = mark.role}, .at = at, .note = mark.note});
  }
}

Map table_map(const RopeScene& scene, Limits shown) {
  const Rope& rope = scene.rope;
  const Steps whole{shown.low, 1, static_cast<std::size_t>(rope.positions_shown)};
  Map map{.mark = {.id = "table", .label = rope.entry == RotationEntry::cosine ? "cos" : "sin"},
          .x = whole.places(),
          .colours = ColourScale::signed_about_zero,
          .low = -scene.attention(),
          .high = scene.attention()};
  map.values.resize(map.x.size() * static_cast<std::size_t>(rope.rotary_dimensions));
  for (int pair = 0; pair < scene.pairs; ++pair) {
    const std::vector<double> row = table_row(scene, rope.entry, pair, whole);
    const RopePair place = rope_pair(rope.layout, rope.rotary_dimensions, pair);
    for (const int dimension : {place.first, place.second})
      std::ranges::copy(row, map.values.begin() + dimension * static_cast<std::ptrdiff_t>(map.x.size()));
  }
  for (int dimension = 0; dimension < rope.rotary_dimensions; ++dimension) map.y.push_back(dimension);
  return map;
}

/// What the probe and the axis say of a row.
std::vector<Text> row_names(const RopeScene& scene) {
  std::vector<Text> names(static_cast<std::size_t>(scene.rope.rotary_dimensions));
  for (int pair = 0; pair < scene.pairs; ++pair) {
    const RopePair place = rope_pair(scene.rope.layout, scene.rope.rotary_dimensions, pair);
    for (const int dimension : {place.first, place.second})
      names[static_cast<std::size_t>(dimension)] =
          say("{}: $\\lambda_{{}} = {}$", dimension, pair,
              readable(2 * pi / scene.scaled.inverse_frequency[pair], 3));
  }
  return names;
}

Polygons pair_rows(const RopeScene& scene, Limits shown) {
  Polygons rows{.mark = {.id = "pair_rows", .role = rope_pair_role}, .opacity = 0};
  const auto outline = [&](double low, double high) {
    rows.outlines.push_back(
        {{shown.low - 0.5, low}, {shown.high + 0.5, low}, {shown.high + 0.5, high}, {shown.low - 0.5, high}});
  };
  if (scene.rope.layout == RopeLayout::interleaved) {
    outline(scene.place.first - 0.5, scene.place.second + 0.5);
  } else {
    outline(scene.place.first - 0.5, scene.place.first + 0.5);
    outline(scene.place.second - 0.5, scene.place.second + 0.5);
  }
  return rows;
}

Panel table_panel(const RopeScene& scene, Limits shown) {
  const Rope& rope = scene.rope;
  Panel panel{.id = "table",
              .title = rope.entry == RotationEntry::cosine ? "$cos\\,p\\theta_i$ at every position $p$"
                                                           : "$sin\\,p\\theta_i$ at every position $p$",
              .hint = "drag the ring"};
  panel.x = {
      .label = "position $p$ (tokens)", .low = shown.low - 0.5, .high = shown.high + 0.5, .whole = true};
  panel.y = {.label = "dimension, wavelength (tokens)",
             .scale = AxisScale::category,
             .low = -0.5,
             .high = rope.rotary_dimensions - 0.5,
             .categories = row_names(scene)};
  panel.layers.push_back(table_map(scene, shown));
  panel.layers.push_back(pair_rows(scene, shown));
  mark_positions(panel, shown,  // in a colour that no cell has
                 {{"key_position", rope.key_position, Role::muted, {}},
                  {"query_position", rope.query_position, Role::muted, {}}});
  panel.cell = {.row = 0, .column = 0, .rows = 2};
  return panel;
}

/// The highlighted pair's rows of both halves of the table.
Panel rows_panel(const RopeScene& scene, Limits shown) {
  const Steps steps = steps_over(shown);
  const auto curve = [&](RotationEntry entry, Mark mark) {
    return Curve{.mark = std::move(mark),
                 .x = steps.places(),
                 .y = table_row(scene, entry, scene.rope.pair, steps),
                 .dash = entry == scene.rope.entry ? Dash::solid : Dash::dashed,
                 .width = entry == scene.rope.entry ? 2.2 : 1.4};
  };
  Panel panel{.id = "rows", .title = say("Pair {} at every position", scene.rope.pair)};
  panel.x = {.label = "position $p$ (tokens)", .low = shown.low, .high = shown.high, .whole = true};
  panel.y = {.label = "entry", .low = -1.1 * scene.attention(), .high = 1.1 * scene.attention()};
  const double wavelength = 2 * pi / scene.frequency();
  if (wavelength <= shown.high - shown.low)
    panel.layers.push_back(Span{.mark = {.id = "wavelength", .role = rope_pair_role},
                                .low = shown.low,
                                .high = shown.low + wavelength,
                                .note = "$\\lambda$"});
  panel.layers.push_back(zero_rule());
  panel.layers.push_back(
      curve(RotationEntry::sine, {.id = "sine", .label = "$sin\\,p\\theta_i$", .role = rope_unscaled_role}));
  panel.layers.push_back(
      curve(RotationEntry::cosine, {.id = "cosine", .label = "$cos\\,p\\theta_i$", .role = rope_pair_role}));
  mark_positions(panel, shown,
                 {{"key_position", scene.rope.key_position, rope_key_role, "$n$"},
                  {"query_position", scene.rope.query_position, rope_query_role, "$m$"}});
  panel.cell = {.row = 0, .column = 1};
  return panel;
}

/// The middle of the highlighted rows; the binding turns any place in them into their pair.
Handle table_handle(const RopeScene& scene) {
  const bool interleaved = scene.rope.layout == RopeLayout::interleaved;
  return {.id = "entry",
          .panel = "table",
          .label = "Position and pair",
          .at = {static_cast<double>(scene.rope.query_position), scene.place.first + (interleaved ? 0.5 : 0)},
          .role = rope_query_role,
          .bindings = {{.parameter = id_of(&Rope::query_position), .coordinate = Binding::Coordinate::x},
                       {.parameter = id_of(&Rope::pair),
                        .coordinate = Binding::Coordinate::y,
                        .scale = interleaved ? 0.5 : 1,
                        .offset = interleaved ? -0.25 : 0}}};
}

}  // namespace

Figure draw_rope_table(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const Limits shown = shown_positions(scene);
  const double cosine = table_entry(scene, RotationEntry::cosine, rope.query_position, rope.pair),
               sine = table_entry(scene, RotationEntry::sine, rope.query_position, rope.pair);
  Panel frequencies = frequencies_panel(scene);
  frequencies.hint = "click a pair";
  frequencies.layers.push_back(pair_point(scene, scene.frequency()));

  Figure figure{.title = "Rotation table"};
  figure.formula = "rope-table";
  figure.panels.push_back(table_panel(scene, shown));  // moved: it may hold a quarter of a million cells
  figure.panels.push_back(rows_panel(scene, shown));
  figure.panels.push_back(std::move(frequencies));
  figure.handles = {table_handle(scene)};
  figure.readings = {{.id = "cosine", .label = say("$cos\\,m\\theta_{{}}$", rope.pair), .value = cosine},
                     {.id = "sine", .label = say("$sin\\,m\\theta_{{}}$", rope.pair), .value = sine}};
  for (Reading& reading : pair_readings(scene)) figure.readings.push_back(std::move(reading));
  figure.worked = {say("$\\theta_{{}} = {}$, $\\lambda_{{}} = 2\\pi / {} = {}$ tokens", rope.pair,
                       scene.frequency(), rope.pair, scene.frequency(), 2 * pi / scene.frequency()),
                   say("dimensions {} and {} at position {}: cosine {}, sine {}", scene.place.first,
                       scene.place.second, rope.query_position, cosine, sine)};
  figure.description =
      say("A table of rotations, a row for each of {} dimensions, a column a position. Dimensions {} and {} "
          "are pair {}, which repeats after {} tokens; at position {} its cosine is {} and its sine {}.",
          rope.rotary_dimensions, scene.place.first, scene.place.second, rope.pair,
          2 * pi / scene.frequency(), rope.query_position, cosine, sine);
  return figure;
}

}  // namespace theta
