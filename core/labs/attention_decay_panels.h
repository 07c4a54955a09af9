// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/attention_decay_scene.h"
#include "core/labs/float_format_names.h"
#include "core/model/figure.h"

#include <optional>
#include <string>
#include <vector>

namespace theta {

// Colours mean the same in all panels: that of a content is also RoPE's with that content.
inline constexpr Role bound_role = Role::series_1;
inline constexpr Role probe_role = Role::ink;

Role role_of(DecayContent content);

/// A function drawn against the distance: each exact value where there is room for all, else the range and
/// the mean of every column, and exact values as points. `id` names the layer of exact values.
void draw_over_distance(Panel& panel, const AttentionDecayScene& scene, Mark mark,
                        const ColumnSummary& summary, Dash dash, double width);

/// The same with exact values at the scene's points, where there are any.
void draw_with_points(Panel& panel, const AttentionDecayScene& scene, Mark mark, const ColumnSummary& summary,
                      const std::vector<double>& at_points, Dash dash, double width);

/// The axis all panels share.
Axis distance_axis(const AttentionDecayScene& scene);

/// A distance where the axis can show it.
double shown_distance(const AttentionDecayScene& scene, std::int64_t distance);

/// What a scheme makes of the chosen content.
struct SchemeResult {
  PositionScheme scheme;
  LogitFunction logit;
  AttentionWeights weights;
};

std::string id_of_scheme(PositionScheme scheme);
Text name_of_scheme(const AttentionDecayScene& scene, PositionScheme scheme);

/// Bound and logits against the distance, with what is marked on them. `turns_negative`: where C does first.
Panel decay_panel(const AttentionDecayScene& scene, std::optional<std::int64_t> turns_negative);
Panel schemes_panel(const AttentionDecayScene& scene, const std::vector<SchemeResult>& results);
Panel attention_panel(const AttentionDecayScene& scene, const std::vector<SchemeResult>& results);
Panel precision_panel(const AttentionDecayScene& scene);

/// Which base supports which context.
struct BaseSearch {
  std::vector<double> bases = {};
  std::vector<double> supported = {};  ///< tokens, at most `searched`
  std::int64_t searched = 0;           ///< tokens
  std::optional<double> needed = {};
};
/// `needed` is the least base for the whole context, if one is known: the bases go at least as far.
BaseSearch search_bases(const AttentionDecayScene& scene, std::optional<double> needed);
/// How far the base as it stands reaches, at most `searched`.
double supported_by(const AttentionDecayScene& scene, double base, std::int64_t searched);
Panel base_panel(const AttentionDecayScene& scene, const BaseSearch& search);

}  // namespace theta
