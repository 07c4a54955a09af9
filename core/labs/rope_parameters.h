// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/float_format_names.h"
#include "core/labs/rotary_parameters.h"
#include "core/math/rope.h"
#include "core/model/describe.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace theta {

enum class RopeView { overview, table, pairs, slide, precision, linear_attention, scalings, layout };

/// What the query and the key hold.
enum class RopeContent { random, same, ones };

/// The half of the rotation table that is shown.
enum class RotationEntry { cosine, sine };

/// Which pairs the logit is summed over, seen from the highlighted one.
enum class KeptPairs { all, fast, slow };

struct Rope {
  RopeView view = RopeView::overview;
  RotationEntry entry = RotationEntry::cosine;
  int positions_shown = 128;
  KeptPairs kept = KeptPairs::all;
  std::vector<double> pairs_off = {};
  bool keeps_unrotated = true;
  FloatFormat precision = FloatFormat::bfloat16;
  int keys = 48;
  std::int64_t query_position = 14, key_position = 5, shift = 0;
  int head_dimension = 64, rotary_dimensions = 64;
  double base = 10'000;
  int pair = 3;
  RopeLayout layout = RopeLayout::interleaved;
  RopeContent content = RopeContent::random;
  Seed seed = {7};
  Point query = {1.45, 0.8}, key = {0.55, 1.2};
  int distance_span = 128;
  std::int64_t original_context = 4096, context = 4096;
  RotaryScaling scaling = RotaryScaling::none;
  double factor = 8;
  std::int64_t length = 4096;
  double beta_fast = 32, beta_slow = 1;
  bool truncate = true;
  double mscale = 0, mscale_all_dim = 0;
  double attention_factor = 0;
  double low_frequency_factor = 1, high_frequency_factor = 4;
  std::vector<double> short_factors = {}, long_factors = {};

  bool uses(RotaryScaling rule) const { return scaling == rule || view == RopeView::scalings; }

  template <RopeView... shown>
  static bool in(const Rope& rope) {
    return ((rope.view == shown) || ...);
  }
  bool is_off(int other) const {
    return std::ranges::any_of(pairs_off, [&](double off) { return std::lround(off) == other; });
  }
  /// Whether a pair is on the side that is kept, switched off or not.
  bool within_kept(int other) const {
    return kept == KeptPairs::all || (kept == KeptPairs::fast ? other <= pair : other >= pair);
  }
  bool keeps(int other) const { return within_kept(other) && !is_off(other); }
  static bool has_positions(const Rope& rope) { return !in<RopeView::scalings>(rope); }
  static bool has_content(const Rope& rope) { return !in<RopeView::table, RopeView::scalings>(rope); }
  static bool is_random(const Rope& rope) { return has_content(rope) && rope.content != RopeContent::ones; }

  static void describe(auto&& field) {
    using enum RopeView;
    field(&Rope::view, Name{.id = "view", .label = "View", .help = "What the panels show.", .group = "View"},
          Choice{.options = {{"overview", "rotation and logit"},
                             {"table", "rotation table"},
                             {"pairs", "pair by pair"},
                             {"slide", "both tokens moved"},
                             {"precision", "rounded angles"},
                             {"linear_attention", "linear attention"},
                             {"scalings", "scalings compared"},
                             {"layout", "two layouts"}}});
    field(&Rope::entry,
          Name{.id = "entry", .label = "Entries", .help = "Which half of the rotation table is shown."},
          Choice{.options = {{"cosine", "cosines"}, {"sine", "sines"}}}, Rules<Rope>{.applies = in<table>});
    field(&Rope::positions_shown,
          Name{.id = "positions_shown",
               .label = "Positions shown",
               .help = "How many positions of the rotation table are shown."},
          Integer{.low = 16, .high = 512, .scale = Scale::log, .unit = "tokens"},
          Rules<Rope>{.applies = in<table>});
    field(&Rope::kept,
          Name{.id = "kept",
               .label = "Pairs kept",
               .help = "Which pairs are summed: all, or those on one side of the highlighted pair."},
          Choice{.options = {{"all", "all"},
                             {"fast", "the highlighted and faster ones"},
                             {"slow", "the highlighted and slower ones"}}},
          Rules<Rope>{.applies = in<pairs>});
    field(&Rope::pairs_off,
          Name{.id = "pairs_off",
               .label = "Switched off",
               .help = "Single pairs that are left out of the sum, counted from 0; a click on a bar adds or "
                       "removes its pair."},
          Reals{.low = 0, .high = 255, .most = 256}, Rules<Rope>{.applies = in<pairs>});
    field(&Rope::keeps_unrotated,
          Name{.id = "unrotated",
               .label = "Unrotated part",
               .help = "Whether the dimensions that are not rotated are summed too."},
          Toggle{}, Rules<Rope>{.applies = [](const Rope& rope) {
            return rope.view == pairs && rope.rotary_dimensions < rope.head_dimension;
          }});
    field(&Rope::precision,
          Name{.id = "precision",
               .label = "Angles kept in",
               .help = "The number format that positions, frequencies and their products are rounded to."},
          Choice{.options = float_format_options()}, Rules<Rope>{.applies = in<RopeView::precision>});
    field(&Rope::keys,
          Name{.id = "keys",
               .label = "Keys",
               .help = "How many keys the query attends to, at the positions from 0 on."},
          Integer{.low = 2, .high = 128, .scale = Scale::log}, Rules<Rope>{.applies = in<linear_attention>});

    field(&Rope::query_position,
          Name{.id = "query_position",
               .label = "Query position",
               .symbol = "m",
               .help = "Where the query stands in the text, counted in tokens from 0.",
               .group = "Positions"},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"},
          Rules<Rope>{.applies = has_positions});
    field(&Rope::key_position,
          Name{.id = "key_position",
               .label = "Key position",
               .symbol = "n",
               .help = "Where the key stands in the text, counted in tokens from 0."},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"},
          Rules<Rope>{.applies = has_positions});
    field(&Rope::shift,
          Name{.id = "shift",
               .label = "Shift both",
               .symbol = "c",
               .help = "Added to both positions: the picture turns, the logit stays."},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"},
          Rules<Rope>{.applies = in<overview, slide, RopeView::precision>});
    field(&Rope::distance_span,
          Name{.id = "distance_span",
               .label = "Distances shown",
               .help = "How many tokens the plot of the logit spans."},
          Integer{.low = 16, .high = 4096, .scale = Scale::log, .unit = "tokens"},
          Rules<Rope>{.applies = in<overview, pairs, slide, RopeView::precision, RopeView::layout>});

    describe_rotation<Rope>(field);
    field(&Rope::pair,
          Name{.id = "pair",
               .label = "Pair",
               .symbol = "i",
               .help = "The pair of dimensions shown in the plane, counted from 0, the fastest."},
          Integer{.low = 0, .high = 255}, Rules<Rope>{.limits = [](const Rope& rope) {
            return Limits{0, rope.rotary_dimensions / 2 - 1.0};
          }});
    field(&Rope::layout,
          Name{.id = "layout",
               .label = "Layout",
               .help = "Which two of the head's dimensions make pair i: neighbours 2i and 2i + 1, or i and i "
                       "+ d/2, one from each half."},
          Choice{.options = {{"interleaved", "interleaved"}, {"half_split", "half-split"}}},
          Rules<Rope>{.applies = has_positions});
    field(&Rope::content,
          Name{.id = "content",
               .label = "Content",
               .help = "What the query and the key hold: random numbers, the same random numbers, or ones."},
          Choice{.options = {{"random", "random"}, {"same", "the same, q = k"}, {"ones", "all ones"}}},
          Rules<Rope>{.applies = has_content});
    field(&Rope::seed,
          Name{.id = "seed",
               .label = "Seed",
               .help = "What the content of all pairs but the highlighted one is drawn from."},
          SeedNumber{}, Rules<Rope>{.applies = is_random});
    field(&Rope::query,
          Name{.id = "query",
               .label = "Query",
               .symbol = "q_i",
               .help = "The two numbers the query holds in the highlighted pair."},
          Plane{.reach = 10}, Rules<Rope>{.applies = is_random});
    field(&Rope::key,
          Name{.id = "key",
               .label = "Key",
               .symbol = "k_i",
               .help = "The two numbers the key holds in the highlighted pair."},
          Plane{.reach = 10}, Rules<Rope>{.applies = [](const Rope& rope) {
            return is_random(rope) && rope.content == RopeContent::random && rope.view != linear_attention;
          }});

    describe_scaling<Rope>(field);
  }
};

}  // namespace theta
