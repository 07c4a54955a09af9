// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"

#include "core/math/random.h"
#include "core/model/change.h"
#include "core/model/drag.h"
#include "core/model/overloaded.h"
#include "core/model/tex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace theta {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
constexpr int random_settings =
    sanitized ? 12 : 1000;  // a figure takes ten times as long under the sanitizers

class EveryLab : public testing::TestWithParam<std::size_t> {
 protected:
  const Lab& lab = all_labs().at(GetParam());
};

std::string first(const std::vector<std::string>& faults) { return faults.empty() ? "" : faults.front(); }

/// A number anywhere in its limits, often at their very ends.
double any_number(Limits limits, Scale scale, Random& random) {
  const double at = random.uniform();
  if (at < 0.1) return limits.low;
  if (at > 0.9) return limits.high;
  const double low = std::max(limits.low, -1e9), high = std::min(limits.high, 1e9), place = random.uniform();
  if (scale == Scale::log && low > 0) return low * std::pow(high / low, place);
  if (scale == Scale::log) return low + std::expm1(place * std::log1p(high - low));
  return low + place * (high - low);
}

Value any_value(const Field& field, const Values& values, Random& random) {
  const Limits limits = limits_of(field, values);
  return std::visit(
      Overloaded{[&](const Real& kind) -> Value { return any_number(limits, kind.scale, random); },
                 [&](const Integer& kind) -> Value {
                   const double low = std::ceil(limits.low / kind.multiple),
                                high = std::floor(limits.high / kind.multiple);
                   const double number = std::round(any_number(limits, kind.scale, random) / kind.multiple);
                   return static_cast<std::int64_t>(std::clamp(number, low, high)) * kind.multiple;
                 },
                 [&](const Toggle&) -> Value { return random.uniform() < 0.5; },
                 [&](const Choice& kind) -> Value { return Option{random.bits() % kind.options.size()}; },
                 [&](const Choices& kind) -> Value {
                   Options options;
                   for (std::size_t i = 0; i < kind.options.size(); ++i) {
                     if (random.uniform() < 0.3) options.indices.push_back(i);
                   }
                   return options;
                 },
                 [&](const Reals& kind) -> Value {
                   std::vector<double> numbers(kind.least + random.bits() % 70);
                   for (double& number : numbers) number = any_number(limits, Scale::log, random);
                   if (kind.sums_to_one) {
                     numbers.resize(std::min(numbers.size(),
                                             kind.least + numbers.size() % (kind.most - kind.least + 1)));
                     const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
                     for (double& number : numbers) number = std::max(limits.low, number / sum);
                   }
                   return numbers;
                 },
                 [&](const Plane&) -> Value {
                   return Point{any_number(limits, Scale::linear, random),
                                any_number(limits, Scale::linear, random)};
                 },
                 [&](const SeedNumber&) -> Value { return Seed{random.bits()}; },
                 [&](const FormulaText&) -> Value {
                   static constexpr std::array formulas = {
                       "x", "1/x", "log(x)", "tan(x)", "exp(exp(x))", "sqrt(-x)", "1", "x^x", "floor(x)"};
                   return Formula{formulas[random.bits() % formulas.size()]};
                 },
                 [&](const Records&) -> Value { return field.initial; }},
      field.kind);
}

TEST_P(EveryLab, NamesItsParametersOnceWithLabelAndHelp) {
  std::set<std::string> ids;
  for (const Field& field : lab.fields) {
    EXPECT_TRUE(ids.insert(field.name.id).second) << field.name.id;
    EXPECT_FALSE(field.name.label.empty()) << field.name.id;
    EXPECT_TRUE(fill(field.name.help).ends_with('.')) << field.name.id;
    EXPECT_FALSE(field.name.group.empty()) << field.name.id;
  }
}

TEST_P(EveryLab, StartsWithAValidSettingAndASoundFigure) {
  const Values values = initial_values(lab);
  EXPECT_TRUE(check(lab.fields, values).empty());
  const Figure figure = lab.draw(values, {});
  EXPECT_EQ(first(faults(figure)), "");
  EXPECT_FALSE(figure.title.empty());
  EXPECT_FALSE(figure.description.empty());
  EXPECT_GE(figure.panels.size(), 2u);
  EXPECT_FALSE(figure.handles.empty());
}

/// What a figure shows in words beside its numbers.
std::vector<Text> words_of(const Figure& figure) {
  std::vector<Text> words = {figure.title, figure.description};
  for (const Panel& panel : figure.panels) {
    words.insert(words.end(), {panel.title, panel.hint, panel.x.label, panel.y.label});
    for (const Layer& layer : panel.layers) words.push_back(mark_of(layer).label);
  }
  for (const Reading& reading : figure.readings) words.push_back(reading.label);
  const std::vector<Text> remarks = all_remarks(figure);
  for (const auto* texts : {&figure.worked, &remarks})
    words.insert(words.end(), texts->begin(), texts->end());
  return words;
}

TEST_P(EveryLab, ShowsNoCommandItCannotSet) {
  for (const Preset& preset : lab.presets()) {
    for (const Text& text : words_of(lab.draw(preset_values(lab, preset), {}))) {
      for (const auto& run : runs(fill(text)))
        EXPECT_EQ(run.text.find('\\'), run.text.npos) << preset.id << ": " << fill(text);
    }
  }
}

TEST_P(EveryLab, HasFivePresetsThatSayWhatToLookFor) {
  EXPECT_GE(lab.presets().size(), 5u);
  std::set<std::string> ids;
  for (const Preset& preset : lab.presets()) {
    const Values values = preset_values(lab, preset);
    EXPECT_TRUE(ids.insert(preset.id).second) << preset.id;
    EXPECT_FALSE(preset.look_for.empty()) << preset.id;
    EXPECT_TRUE(check(lab.fields, values).empty()) << preset.id;
    for (const Edit& edit : preset.edits) {
      EXPECT_TRUE(applies(lab.fields[edit.field], values))
          << preset.id << " sets " << lab.fields[edit.field].name.id;
    }
  }
}

void expect_handles_that_move(const Lab& lab, const Values& values, const Figure& figure) {
  for (const Handle& handle : figure.handles) {
    for (const Move& move : moves(handle, {handle.at.x + 1e-3, handle.at.y + 1e-3})) {
      const auto edit = edit_of(lab.fields, values, move);
      ASSERT_TRUE(edit) << handle.id;
      EXPECT_TRUE(applies(lab.fields[edit->field], values)) << handle.id;
      EXPECT_TRUE(std::holds_alternative<Changed>(change(lab.fields, values, {*edit}))) << handle.id;
    }
  }
}

void expect_picks_that_set(const Lab& lab, const Values& values, const Figure& figure) {
  for (const Panel& panel : figure.panels) {
    for (const Pick& pick : panel.picks) {
      const auto field = find_field(lab.fields, pick.parameter);
      ASSERT_TRUE(field) << pick.parameter;
      EXPECT_FALSE(check(lab.fields[*field], pick.value, values)) << pick.parameter;
    }
  }
}

TEST_P(EveryLab, DrawsEveryPresetSoundlyWithHandlesThatMove) {
  for (const Preset& preset : lab.presets()) {
    SCOPED_TRACE(preset.id);
    const Values values = preset_values(lab, preset);
    const Figure figure = lab.draw(values, {});
    EXPECT_EQ(first(faults(figure)), "");
    expect_handles_that_move(lab, values, figure);
    expect_picks_that_set(lab, values, figure);
  }
}

TEST_P(EveryLab, GivesEachLayerOfAPanelAnIdOfItsOwn) {
  const Figure figure = lab.draw(initial_values(lab), {});
  for (const Panel& panel : figure.panels) {
    std::set<std::string> ids;
    for (const Layer& layer : panel.layers)
      EXPECT_TRUE(ids.insert(mark_of(layer).id).second) << mark_of(layer).id;
  }
}

TEST_P(EveryLab, DrawsTheSameFigureFromTheSameValues) {
  const Values values = initial_values(lab);
  EXPECT_EQ(fill(lab.draw(values, {}).description), fill(lab.draw(values, {}).description));
}

TEST_P(EveryLab, DrawsASoundFigureAtTheEndsOfEveryRange) {
  const Values start = initial_values(lab);
  for (std::size_t i = 0; i < lab.fields.size(); ++i) {
    const Limits limits = limits_of(lab.fields[i], start);
    for (const double end : {limits.low, limits.high}) {
      Value value = start[i];
      if (auto* real = std::get_if<double>(&value))
        *real = end;
      else if (auto* whole = std::get_if<std::int64_t>(&value))
        *whole = static_cast<std::int64_t>(end);
      else
        continue;
      const auto changed = change(lab.fields, start, {{i, value}});
      ASSERT_TRUE(std::holds_alternative<Changed>(changed)) << lab.fields[i].name.id << " " << end;
      EXPECT_EQ(first(faults(lab.draw(std::get<Changed>(changed).values, {.quick = sanitized}))), "")
          << lab.fields[i].name.id << " " << end;
    }
  }
}

TEST_P(EveryLab, DrawsASoundFigureAtRandomSettings) {
  Random random(20261124);
  Values values = initial_values(lab);
  for (int i = 0; i < random_settings; ++i) {
    Edits edits;
    for (std::size_t field = 0; field < lab.fields.size(); ++field) {
      if (random.uniform() < 0.4) edits.push_back({field, any_value(lab.fields[field], values, random)});
    }
    const auto changed = change(lab.fields, values, edits);
    if (!std::holds_alternative<Changed>(changed)) continue;  // two of the edits exclude each other
    values = std::get<Changed>(changed).values;
    const Figure figure = lab.draw(values, {.quick = i % 20 != 0});  // a whole one may take seconds
    ASSERT_EQ(first(faults(figure)), "") << "setting " << i;
    for (const Reading& reading : figure.readings) EXPECT_FALSE(std::isinf(reading.value)) << reading.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Labs, EveryLab, testing::Range(std::size_t{0}, all_labs().size()),
                         [](const auto& each) {
                           std::string name = all_labs().at(each.param).id;
                           std::ranges::replace(name, '-', '_');  // which a test's name may not hold
                           return name;
                         });

}  // namespace
}  // namespace theta
