// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/rope_scene.h"
#include "core/model/figure.h"

#include <functional>
#include <span>
#include <vector>

namespace theta {

/// One colour, one thing, in all panels of the lab.
inline constexpr Role rope_query_role = Role::series_1, rope_key_role = Role::series_2,
                      rope_pair_role = Role::series_3, rope_unscaled_role = Role::series_4;

/// The highlighted pair: query and key before and after rotation, and the angles they turn by.
Panel plane_panel(const RopeScene& scene);
/// The rings on what query and key hold in the plane.
std::vector<Handle> plane_handles(const RopeScene& scene);

/// What highlights a pair when it is clicked.
Pick pair_pick(int pair, Point centre, double reach, Text label);

/// The hands of all dials that show one thing.
struct Hands {
  Mark mark;
  double length = 1;  ///< in units of a dial's radius
  std::function<double(int pair)> angle = {};
};

/// A dial for each pair; a click on it highlights the pair.
Panel dials_panel(const RopeScene& scene, const std::vector<Hands>& hands);

/// Dials with hands at mθᵢ and nθᵢ counted as in the plane.
Panel clocks_panel(const RopeScene& scene);

/// Even steps along an axis, both ends included.
struct Steps {
  double start = 0, step = 1;
  std::size_t count = 0;

  double at(std::size_t n) const { return start + static_cast<double>(n) * step; }
  std::vector<double> places() const;
};

/// A stretch from 0 that holds `at`, or, where it lies beyond `span`, one around it.
Limits stretch_with(double at, double span);

/// Steps of a token at most, and no less than 512 of them.
Steps steps_over(Limits shown);

/// The distances shown: from 0, or from as far below as above where the key stands ahead of the query;
/// around the present distance where that lies beyond the span.
Limits shown_distances(const RopeScene& scene);

/// Over those; few of them in a partial figure.
Steps distance_steps(const RopeScene& scene);

/// Σ Re(products[i] · e^{j·s·θᵢ}) + constant over the distance s, the pairs counted from `first`.
Curve logit_curve(const RopeScene& scene, Mark mark, const Steps& steps,
                  std::span<const std::complex<double>> products, int first, double constant);

/// The part of the highlighted pair alone.
Curve pair_curve(const RopeScene& scene, const Steps& steps);

/// Limits about zero that hold curves of logits.
Axis logit_axis(const std::vector<const Curve*>& curves);

/// Curves over `shown_distances`, with the present distance marked.
Panel distance_panel(const RopeScene& scene, const std::vector<Curve>& curves);

/// The ring on that mark; `logit` says how high it stands.
Handle distance_handle(const RopeScene& scene, double logit);

/// Every pair's frequency before and after scaling, against the trained context's wavelength.
Panel frequencies_panel(const RopeScene& scene);

/// Marks the highlighted pair where a panel draws something over all pairs.
Points pair_point(const RopeScene& scene, double y);

/// θᵢ, λᵢ and the turns of the highlighted pair.
std::vector<Reading> pair_readings(const RopeScene& scene);

}  // namespace theta
