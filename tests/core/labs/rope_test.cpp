// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/labs/rope_parameters.h"
#include "core/model/change.h"
#include "core/model/drag.h"
#include "core/model/lab.h"
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <string>

namespace theta {
namespace {

using std::numbers::pi;

const Lab& rotary_lab() { return *find_lab("rope"); }

Figure rope_figure(const Rope& parameters, const Pass& pass = {}) {
  return rotary_lab().draw(to_values(parameters), pass);
}

TEST(RopeLab, KeepsTheViewItOpensWith) {
  const Figure figure = rope_figure({});
  std::vector<std::string> panels, readings;
  for (const Panel& panel : figure.panels) panels.push_back(panel.id);
  for (const Reading& each : figure.readings) readings.push_back(each.id);
  EXPECT_EQ(panels, (std::vector<std::string>{"plane", "clocks", "logit", "frequencies"}));
  EXPECT_EQ(readings, (std::vector<std::string>{"logit", "logit_shifted", "norm_q", "norm_q_rotated", "theta",
                                                "wavelength", "turns", "attention_factor"}));
  EXPECT_EQ(figure.formula, "rope");
  expect_near(reading(figure, "logit"), -17.9082172660112);
  expect_near(reading(figure, "norm_q"), 9.245566938450931);
}

TEST(RopeLab, TabulatesTheRotations) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    const Rope parameters{.view = RopeView::table,
                          .entry = RotationEntry::sine,
                          .query_position = 3,
                          .head_dimension = 8,
                          .rotary_dimensions = 8,
                          .pair = 1,
                          .layout = layout};
    const Figure figure = rope_figure(parameters);
    const Map& map = layer<Map>(figure, "table", "table");
    ASSERT_EQ(map.values.size(), 8u * 128u);
    for (int pair = 0; pair < 4; ++pair) {
      const RopePair place = rope_pair(layout, 8, pair);
      for (const int row : {place.first, place.second}) {
        for (int position = 0; position < 128; ++position)
          EXPECT_NEAR(map.values[static_cast<std::size_t>(row * 128 + position)],
                      std::sin(position * std::pow(10, -pair)), 1e-13);
      }
    }
    expect_near(reading(figure, "sine"), 0.29552020666134);
    expect_near(reading(figure, "cosine"), 0.955336489125606);
    expect_near(reading(figure, "wavelength"), 20 * pi);
  }
}

TEST(RopeLab, NamesTheRowsOfTheTableByTheirWavelength) {
  const Figure figure = rope_figure({.view = RopeView::table});
  const Axis& rows = find_panel(figure, "table")->y;
  ASSERT_EQ(rows.categories.size(), 64u);
  EXPECT_EQ(fill(rows.categories[0]), "0: $\\lambda_{0} = 6.28$");
  EXPECT_EQ(fill(rows.categories[17]), "17: $\\lambda_{8} = 62.8$");
}

TEST(RopeLab, PicksPositionAndPairByARingOnTheTable) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    Rope parameters{.view = RopeView::table, .layout = layout};
    const Figure figure = rope_figure(parameters);
    for (int pair = 0; pair < 32; ++pair) {
      const RopePair place = rope_pair(layout, 64, pair);
      const std::vector<Move> asked = moves(figure.handles.at(0), {70.2, place.first + 0.3});
      ASSERT_EQ(asked.size(), 2u);
      EXPECT_EQ(edit_of(rotary_lab().fields, to_values(parameters), asked[0])->value,
                Value{std::int64_t{70}});
      EXPECT_EQ(edit_of(rotary_lab().fields, to_values(parameters), asked[1])->value,
                Value{std::int64_t{pair}});
    }
  }
}

/// The parameters after a click on the pick of this value's parameter whose words start like this.
Rope clicked(const Rope& parameters, std::string_view panel, std::string_view words) {
  const Figure figure = rope_figure(parameters);
  Values values = to_values(parameters);
  for (const Pick& pick : find_panel(figure, panel)->picks) {
    if (!fill(pick.label).starts_with(words)) continue;
    values[find_field(rotary_lab().fields, pick.parameter).value()] = pick.value;
    return from_values<Rope>(values);
  }
  ADD_FAILURE() << "nothing to click: " << words;
  return parameters;
}

TEST(RopeLab, SumsThePairsThatAreKept) {
  const Rope all{.view = RopeView::pairs, .scaling = RotaryScaling::yarn};
  const Figure whole = rope_figure(all);
  Rope overview = all;
  overview.view = RopeView::overview;
  expect_near(reading(whole, "logit"), reading(rope_figure(overview), "logit"), 1e-11);
  expect_near(reading(whole, "logit"), reading(whole, "logit_all"));
  Rope fast = all, slow = all;
  fast.pair = 9;
  fast.kept = KeptPairs::fast;
  slow.pair = 10;
  slow.kept = KeptPairs::slow;
  // The highlighted pair has a content of its own: here none.
  fast.query = slow.query = fast.key = slow.key = {0, 0};
  const double both = reading(rope_figure(fast), "logit") + reading(rope_figure(slow), "logit");
  Rope without = all;
  without.pair = 9;
  without.query = {0, 0};
  without.pairs_off = {10};
  expect_near(reading(rope_figure(without), "logit") - both, 0, 1e-11);
  EXPECT_EQ(reading(rope_figure(fast), "pairs_kept"), 10);
  EXPECT_EQ(reading(rope_figure(slow), "pairs_kept"), 22);
}

TEST(RopeLab, SwitchesAPairByAClickOnItsBar) {
  const Rope all{.view = RopeView::pairs};
  const Rope without = clicked(all, "contributions", "Pair 5,");
  EXPECT_EQ(without.pairs_off, (std::vector<double>{5}));
  const Figure before = rope_figure(all), after = rope_figure(without);
  const Bars& off = layer<Bars>(after, "contributions", "contributions_off");
  ASSERT_EQ(off.x, (std::vector<double>{5}));
  expect_near(reading(before, "logit") - reading(after, "logit"), off.y[0]);
  const Curve &full = layer<Curve>(after, "logit", "logit_all"),
              &kept = layer<Curve>(after, "logit", "logit");
  EXPECT_EQ(full.y, layer<Curve>(before, "logit", "logit").y);
  for (std::size_t n = 0; n < kept.x.size(); n += 64) {
    Rope there = all;
    there.query_position = there.key_position + std::llround(kept.x[n]);
    if (static_cast<double>(std::llround(kept.x[n])) != kept.x[n]) continue;
    const Figure here = rope_figure(there);
    expect_near(full.y[n] - kept.y[n], layer<Bars>(here, "contributions", "contributions").y[4], 1e-11);
  }
  EXPECT_EQ(clicked(without, "contributions", "Pair 5,").pairs_off, std::vector<double>{});
}

TEST(RopeLab, ShowsTheUnrotatedPartAsOneConstant) {
  const Rope partial{.view = RopeView::pairs, .head_dimension = 96, .rotary_dimensions = 24};
  const Figure figure = rope_figure(partial);
  const double constant = reading(figure, "unrotated");
  EXPECT_EQ(layer<Bars>(figure, "contributions", "unrotated").y, std::vector<double>{constant});
  Rope far = partial;
  far.query_position = 9999;
  EXPECT_EQ(reading(rope_figure(far), "unrotated"), constant);
  const Rope without = clicked(partial, "contributions", "Not rotated");
  expect_near(reading(figure, "logit") - reading(rope_figure(without), "logit"), constant);
  Rope none = without;
  none.pairs_off = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  EXPECT_EQ(reading(rope_figure(none), "logit"), 0);
  const Figure all_rotated = rope_figure({.view = RopeView::pairs});
  EXPECT_EQ(reading(all_rotated, "unrotated"), 0);
}

TEST(RopeLab, FreezesTheLogitOfTokensThatMoveTogether) {
  for (const std::int64_t shift : {0, 100, 10'000'000}) {
    const Figure figure = rope_figure({.view = RopeView::slide, .shift = shift});
    expect_near(reading(figure, "logit_shifted"), -17.9082172660112);
    EXPECT_LT(reading(figure, "spread"), 1e-11) << shift;
    EXPECT_GT(reading(figure, "spread_added"), 10) << shift;
    const Handle& ring = figure.handles.back();
    EXPECT_EQ(ring.at.x, static_cast<double>(shift));
    const Curve& added = layer<Curve>(figure, "shift", "logit_added");
    const auto here = std::ranges::find(added.x, static_cast<double>(shift));
    ASSERT_NE(here, added.x.end());
    expect_near(added.y[static_cast<std::size_t>(here - added.x.begin())], reading(figure, "added_shifted"),
                1e-10);
  }
}

TEST(RopeLab, SpoilsTheLogitByRoundedAngles) {
  Rope parameters{
      .view = RopeView::precision, .query_position = 8192, .head_dimension = 128, .rotary_dimensions = 128};
  const struct {
    FloatFormat format;
    double cosine;
  } golden[] = {{FloatFormat::float64, 0},
                {FloatFormat::float32, 8.0e-5},
                {FloatFormat::bfloat16, 1.98},
                {FloatFormat::float16, 1.19}};
  for (const auto& [format, cosine] : golden) {
    parameters.precision = format;
    const Figure figure = rope_figure(parameters);
    EXPECT_NEAR(reading(figure, "largest_cosine_error"), cosine, 0.01 * cosine + 1e-9);
    Rope overview = parameters;
    overview.view = RopeView::overview;
    expect_near(reading(figure, "logit"), reading(rope_figure(overview), "logit"), 1e-11);
  }
}

TEST(RopeLab, NoLongerFreezesTheLogitOfRoundedAngles) {
  const auto spread = [](FloatFormat format) {
    return reading(rope_figure({.view = RopeView::precision, .precision = format, .shift = 8192}), "spread");
  };
  EXPECT_LT(spread(FloatFormat::float64), 1e-10);
  EXPECT_LT(spread(FloatFormat::float32), 1e-2);
  EXPECT_GT(spread(FloatFormat::float32), 1e-6);
  EXPECT_GT(spread(FloatFormat::bfloat16), 1);
  EXPECT_GT(spread(FloatFormat::float16), 1);
}

TEST(RopeLab, ReadsTheReportedAngle) {  // gpt-neox issue 1003: pair 1 of 32 dimensions at position 1857
  const Figure figure = rope_figure({.view = RopeView::precision,
                                     .precision = FloatFormat::float16,
                                     .query_position = 1857,
                                     .head_dimension = 32,
                                     .rotary_dimensions = 32,
                                     .pair = 1});
  EXPECT_NEAR(reading(figure, "angle"), 1044.26785, 1e-5);
  EXPECT_EQ(reading(figure, "angle_rounded"), 1045);
}

TEST(RopeLab, SaysWhereAFormatHoldsNoPosition) {
  const Rope beyond{.view = RopeView::precision, .precision = FloatFormat::float16, .shift = 70'000};
  const Figure figure = rope_figure(beyond);
  EXPECT_TRUE(faults(figure).empty());
  EXPECT_TRUE(std::isnan(reading(figure, "logit_rounded")));
  EXPECT_FALSE(figure.remarks.empty());
}

TEST(RopeLab, DrawsLessInAQuickPassWhereThereIsMuch) {
  for (const RopeView view : {RopeView::precision, RopeView::pairs, RopeView::layout}) {
    const Rope wide{.view = view, .head_dimension = 512, .rotary_dimensions = 512, .distance_span = 4096};
    const Figure quick = rope_figure(wide, {.quick = true}), whole = rope_figure(wide);
    EXPECT_TRUE(quick.partial);
    EXPECT_FALSE(whole.partial);
    EXPECT_FALSE(rope_figure({.view = view}, {.quick = true}).partial);
    for (std::size_t i = 0; i < whole.readings.size(); ++i) {
      const std::string& id = whole.readings[i].id;
      if (id == "spread" || id == "largest_difference") continue;  // over all that is drawn
      EXPECT_EQ(quick.readings[i].value, whole.readings[i].value) << id;
    }
  }
}

TEST(RopeLab, DrawsEveryViewSoundlyAtTheEndsOfEveryRange) {
  for (std::size_t view = 0; view < std::get<Choice>(rotary_lab().fields[0].kind).options.size(); ++view) {
    const Values start = to_values(Rope{.view = static_cast<RopeView>(view)});
    for (std::size_t i = 0; i < start.size(); ++i) {
      const Limits limits = limits_of(rotary_lab().fields[i], start);
      for (const double end : {limits.low, limits.high}) {
        Value value = start[i];
        if (auto* real = std::get_if<double>(&value))
          *real = end;
        else if (auto* whole = std::get_if<std::int64_t>(&value))
          *whole = static_cast<std::int64_t>(end);
        else
          continue;
        const auto changed = change(rotary_lab().fields, start, {{i, value}});
        const Figure figure = rotary_lab().draw(std::get<Changed>(changed).values, {});
        EXPECT_TRUE(faults(figure).empty()) << view << " " << rotary_lab().fields[i].name.id << " " << end;
        for (const Panel& panel : figure.panels) {
          std::set<std::string> ids;
          for (const Layer& each : panel.layers) EXPECT_TRUE(ids.insert(mark_of(each).id).second);
        }
      }
    }
  }
}

TEST(RopeLab, GivesLinearAttentionWeightsBelowZero) {
  const Rope parameters{.view = RopeView::linear_attention,
                        .keys = 20,
                        .query_position = 25,
                        .key_position = 3,
                        .head_dimension = 16,
                        .rotary_dimensions = 8,
                        .base = 100};
  const Figure figure = rope_figure(parameters);
  EXPECT_NEAR(reading(figure, "sum_softmax"), 1, 1e-14);
  double sum = 0;
  for (const char* id : {"linear", "linear_negative"}) {
    for (const Layer& each : find_panel(figure, "weights")->layers) {
      if (mark_of(each).id != id) continue;
      for (const double weight : std::get<Bars>(each).y) sum += weight;
    }
  }
  expect_near(reading(figure, "sum_linear"), sum);
  double plain = 0;
  for (const double weight : layer<Curve>(figure, "weights", "linear_unrotated").y) plain += weight;
  EXPECT_NEAR(plain, 1, 1e-14);
  const Curve& total = layer<Curve>(figure, "total", "sum_linear");
  for (const double position : {0.0, 10.0, 60.0}) {
    Rope there = parameters;
    there.query_position = std::llround(position);
    const auto place = std::ranges::find(total.x, position);
    ASSERT_NE(place, total.x.end());
    expect_near(total.y[static_cast<std::size_t>(place - total.x.begin())],
                reading(rope_figure(there), "sum_linear"));
  }
  EXPECT_GT(reading(rope_figure({.view = RopeView::linear_attention, .query_position = 3000}), "negative"),
            10);
  EXPECT_TRUE(std::isnan(
      reading(rope_figure({.view = RopeView::linear_attention, .key_position = 48}), "weight_linear")));
}

TEST(RopeLab, SharesOutOneKeyOfManyAlike) {
  const Figure figure = rope_figure({.view = RopeView::linear_attention,
                                     .keys = 2,
                                     .query_position = 0,
                                     .key_position = 1,
                                     .head_dimension = 2,
                                     .rotary_dimensions = 2,
                                     .pair = 0,
                                     .content = RopeContent::ones});
  expect_near(reading(figure, "sum_linear"), (1 + std::cos(1)) / 2);
  expect_near(reading(figure, "weight_linear"), std::cos(1) / 2);
  const double far = std::exp(2 * std::cos(1) / std::sqrt(2)), here = std::exp(2 / std::sqrt(2));
  expect_near(reading(figure, "weight_softmax"), far / (far + here));
}

TEST(RopeLab, ComparesTheScalingsPairByPair) {
  const Rope llama2{.view = RopeView::scalings,
                    .head_dimension = 128,
                    .rotary_dimensions = 128,
                    .pair = 32,
                    .scaling = RotaryScaling::yarn,
                    .factor = 16};
  const Figure figure = rope_figure(llama2);
  expect_near(reading(figure, "ratio_linear"), 0.0625);
  expect_near(reading(figure, "ratio_yarn"), 0.567307692308);
  expect_near(reading(figure, "ratio_yarn_paper"), 0.229404832733);
  EXPECT_EQ(reading(figure, "ratio_dynamic"), 1);
  EXPECT_EQ(reading(figure, "ratio_longrope"), 1);
  expect_near(reading(figure, "wavelength"), 628.318530717959);
  expect_near(reading(figure, "wavelength_scaled"), 628.318530717959 / 0.567307692308, 1e-11);
  for (const OptionName& option : rotary_scaling_options()) {
    const Curve& curve = layer<Curve>(figure, "ratios", option.id);
    ASSERT_EQ(curve.y.size(), 64u);
    expect_near(curve.y[0], option.id == "linear" ? 0.0625 : 1);
  }
  expect_near(layer<Curve>(figure, "ratios", "ntk").y[63], 0.0625);  // the slowest pair by exactly s

  Rope llama3 = llama2;
  llama3.base = 500'000;
  llama3.original_context = 8192;
  llama3.factor = 8;
  expect_near(reading(rope_figure(llama3), "ratio_llama3"), 0.371122279517845);
}

TEST(RopeLab, ChoosesAScalingByAClickOnItsCurve) {
  const Rope parameters{.view = RopeView::scalings};
  EXPECT_EQ(clicked(parameters, "ratios", "NTK-aware").scaling, RotaryScaling::ntk);
  EXPECT_EQ(clicked(parameters, "ratios", "Llama-3").scaling, RotaryScaling::llama3);
}

TEST(RopeLab, BreaksWhereLayoutsAreMixed) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    Rope parameters{
        .view = RopeView::layout, .head_dimension = 96, .rotary_dimensions = 64, .layout = layout};
    const Figure figure = rope_figure(parameters);
    expect_near(reading(figure, "logit_permuted"), reading(figure, "logit"));
    EXPECT_GT(std::abs(reading(figure, "logit_mixed") - reading(figure, "logit")), 1);
    expect_near(reading(figure, "norm_q_rotated"), reading(figure, "norm_q"));
    expect_near(reading(figure, "norm_q_mixed"), reading(figure, "norm_q"));
    const Curve &own = layer<Curve>(figure, "logit", "logit"),
                &permuted = layer<Curve>(figure, "logit", "logit_permuted");
    for (std::size_t n = 0; n < own.y.size(); ++n) expect_near(permuted.y[n], own.y[n], 1e-11);
    EXPECT_GT(reading(figure, "largest_difference"), 1);
    parameters.query_position = parameters.key_position;
    const Figure together = rope_figure(parameters);
    expect_near(reading(together, "logit_mixed"), reading(together, "logit"));
  }
}

TEST(RopeLab, DrawsThePermutationBetweenTheLayouts) {
  const Figure figure = rope_figure({.view = RopeView::layout, .pair = 5});
  const Arrows& pair = layer<Arrows>(figure, "permutation", "pair");
  ASSERT_EQ(pair.arrows.size(), 2u);
  EXPECT_EQ(pair.arrows[0].tail, (Point{0, 10}));
  EXPECT_EQ(pair.arrows[0].tip, (Point{1, 5}));
  EXPECT_EQ(pair.arrows[1].tail, (Point{0, 11}));
  EXPECT_EQ(pair.arrows[1].tip, (Point{1, 37}));
  EXPECT_EQ(clicked({.view = RopeView::layout}, "permutation", "Pair 9:").pair, 9);
}

}  // namespace
}  // namespace theta
