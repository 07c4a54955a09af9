// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/model/number_of.h"
#include "core/model/overlay.h"
#include "core/model/problem.h"
#include "core/model/value_label.h"
#include "core/model/vary.h"
#include "ui/figure/legend.h"
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace theta {
namespace {

double lightness(const QColor& grey) {  // CIE L*
  const double channel = grey.redF(),
               linear = channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  return linear <= 216.0 / 24389 ? linear * 24389 / 27 : 116 * std::cbrt(linear) - 16;
}

/// All by which a reader knows an entry of a legend but its colour.
using Look = std::tuple<Sample, Dash, Marker, int, int, int>;

Look look_of(const LegendEntry& entry) {
  const auto steps = [](double size) { return static_cast<int>(std::lround(20 * size)); };
  const bool line = entry.sample == Sample::line, area = entry.sample == Sample::area,
             marked = entry.marker != Marker::none;
  return {entry.sample,
          line ? entry.dash : Dash::solid,
          entry.marker,
          line ? steps(entry.width) : 0,
          area ? steps(entry.opacity) : 0,
          marked && !line ? steps(entry.size) : 0};
}

/// Numbers a parameter may have, from end to end.
std::vector<Value> some_values(const Field& field, const Values& values, int count) {
  const Limits limits = limits_of(field, values);
  const auto* real = std::get_if<Real>(&field.kind);
  const auto* integer = std::get_if<Integer>(&field.kind);
  if (!real && !integer) return {};
  const bool log = (real ? real->scale : integer->scale) == Scale::log && limits.low > 0;
  std::vector<Value> all;
  for (int i = 0; i < count; ++i) {
    const double share = (i + 0.5) / count,
                 number = log ? limits.low * std::pow(limits.high / limits.low, share)
                              : std::lerp(limits.low, limits.high, share);
    const double multiple = integer ? integer->multiple : 1;
    Value value =
        real ? Value(number) : Value(static_cast<std::int64_t>(multiple * std::floor(number / multiple)));
    if (std::ranges::find(all, value) == all.end()) all.push_back(std::move(value));
  }
  return all;
}

/// Empty where the other parameters do not allow the values.
std::vector<SweptFigure> swept_figures(const Lab& lab, const Values& at, std::size_t field, int count) {
  const std::vector<Value> values = some_values(lab.fields[field], at, count);
  const std::vector<ValueLabel> labels = value_labels(lab.fields[field], values);
  Variation variation{.field = field};
  for (std::size_t i = 0; i < values.size(); ++i)
    variation.steps.push_back({values[i], labels[i].label, labels[i].words, labels[i].number});
  std::vector<SweptFigure> figures;
  try {
    const std::vector<Values> all = values_along(lab.fields, at, variation);
    for (std::size_t i = 0; i < all.size(); ++i)
      figures.push_back(
          {labels[i].label, lab.draw(all[i], {.quick = true}), labels[i].words, labels[i].number});
  } catch (const InputError&) {
    figures.clear();
  }
  return figures;
}

void expect_told_apart_without_colours(const Panel& panel, const std::string& where) {
  const Letterings fonts = letterings(greyscale_theme());
  std::map<Look, std::string> seen;
  for (const auto* layers : {&panel.keys, &panel.layers}) {
    for (const Layer& layer : *layers) {
      const auto entry = legend_entry(layer, fonts);
      const bool swept = layers == &panel.keys || swept_number(mark_of(layer).id);
      if (!entry || !swept) continue;
      const auto [other, is_new] = seen.try_emplace(look_of(*entry), mark_of(layer).id);
      EXPECT_TRUE(is_new) << where << ": " << mark_of(layer).id << " looks as " << other->second;
    }
  }
}

void expect_neighbours_differ_in_grey(const Panel& panel, const std::string& where) {
  constexpr double least_difference = 9.5;  // of 100 from black to white
  const Theme theme = greyscale_theme();
  for (std::size_t i = 1; i < panel.layers.size(); ++i) {
    const Mark &one = mark_of(panel.layers[i - 1]), &next = mark_of(panel.layers[i]);
    const auto before = swept_number(one.id), number = swept_number(next.id);
    if (!before || !number || *number != *before + 1) continue;
    EXPECT_GE(std::abs(lightness(theme.colour(one.role)) - lightness(theme.colour(next.role))),
              least_difference)
        << where << ": " << one.id << " and " << next.id;
  }
}

void expect_readable(const Lab& lab, const Values& values, std::size_t field, int count) {
  const std::vector<SweptFigure> figures = swept_figures(lab, values, field, count);
  if (figures.size() < 2) return;
  const std::string where = lab.id + ", " + lab.fields[field].name.id + ", " + std::to_string(count);
  for (const Panel& panel : overlay(figures).panels) {
    expect_told_apart_without_colours(panel, where + ", " + panel.id);
    expect_neighbours_differ_in_grey(panel, where + ", " + panel.id);
  }
}

class SweepOfEveryLab : public testing::TestWithParam<std::size_t> {
 protected:
  const Lab& lab = all_labs().at(GetParam());
};

TEST_P(SweepOfEveryLab, IsReadWithoutColours) {
  const Values values = initial_values(lab);
  for (std::size_t field = 0; field < lab.fields.size(); ++field) {
    for (const int count : {2, 5, 12}) expect_readable(lab, values, field, count);
  }
}

TEST_P(SweepOfEveryLab, OfItsPresetsIsReadWithoutColours) {
  std::size_t field = 0;
  for (const Preset& preset : lab.presets()) {
    Values values = initial_values(lab);
    for (const Edit& edit : preset.edits) values[edit.field] = edit.value;
    for (int some = 0; some < 3; ++some) expect_readable(lab, values, field++ % lab.fields.size(), 6);
  }
}

TEST_P(SweepOfEveryLab, HasIdsFromWhichTheNumberOfTheValueIsRead) {
  const Figure figure = lab.draw(initial_values(lab), {.quick = true});
  for (const Panel& panel : figure.panels) {
    EXPECT_FALSE(swept_number(panel.id)) << panel.id;
    for (const Layer& layer : panel.layers)
      EXPECT_FALSE(swept_number(mark_of(layer).id)) << mark_of(layer).id;
  }
}

INSTANTIATE_TEST_SUITE_P(Labs, SweepOfEveryLab, testing::Range(std::size_t{0}, all_labs().size()),
                         [](const auto& test) {
                           std::string name = all_labs()[test.param].id;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace theta
