// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/overlay.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <tuple>

namespace theta {
namespace {

Curve line(const char* id, Text label, double height, Role role = Role::muted) {
  return {.mark = {.id = id, .label = std::move(label), .role = role},
          .x = {0, 1, 2},
          .y = {height, NAN, height}};
}

/// A panel whose layers are all the same at every value but for those the test adds.
SweptFigure at_value(double value, std::vector<Layer> layers) {
  Figure figure{.title = "Lab"};
  Panel panel{.id = "p", .title = say("At {}", value), .hint = "drag the ring"};
  panel.x = {.low = 0, .high = 2};
  panel.y = {.scale = AxisScale::log, .low = 1 / value, .high = value + 1};
  panel.layers = std::move(layers);
  panel.picks = {{.parameter = "a", .centre = {}, .value = true}};
  figure.panels = {panel};
  figure.handles = {{.id = "h", .panel = "p", .bindings = {{.parameter = "a"}}}};
  return {say("$a$ = {}", value), figure};
}

std::vector<SweptFigure> at_values(int count, auto&& layers_at) {
  std::vector<SweptFigure> figures;
  for (int value = 1; value <= count; ++value) figures.push_back(at_value(value, layers_at(value)));
  return figures;
}

std::vector<std::string> layer_ids(const Panel& panel) {
  std::vector<std::string> all;
  for (const Layer& layer : panel.layers) all.push_back(mark_of(layer).id);
  return all;
}

std::vector<std::string> layer_labels(const Panel& panel) {
  std::vector<std::string> all;
  for (const Layer& layer : panel.layers) all.push_back(fill(mark_of(layer).label));
  return all;
}

using Strings = std::vector<std::string>;

TEST(Overlay, WhatIsTheSameStandsOnceAndLinesThatDifferOnceAValue) {
  const Figure figure = overlay(at_values(3, [](double value) -> std::vector<Layer> {
    return {line("exact", "exact", 1), line("mean", "mean", value), line("zero", {}, 0)};
  }));
  ASSERT_EQ(figure.panels.size(), 1u);
  const Panel& panel = figure.panels[0];
  EXPECT_EQ(layer_ids(panel), (Strings{"exact", "mean-1", "mean-2", "mean-3", "zero"}));
  EXPECT_EQ(layer_labels(panel), (Strings{"exact", "$a$ = 1", "$a$ = 2", "$a$ = 3", ""}));
  EXPECT_EQ(panel.layers[0], Layer(line("exact", "exact", 1)));
  for (std::size_t n = 0; n < 3; ++n) {
    const auto& mean = std::get<Curve>(panel.layers[1 + n]);
    EXPECT_EQ(mean.mark.role, series(n));
    EXPECT_EQ(mean.dash, static_cast<Dash>(n));
    EXPECT_EQ(mean.y[0], static_cast<double>(n + 1));
  }
  EXPECT_TRUE(figure.remarks.empty());
  EXPECT_TRUE(faults(figure).empty());
}

TEST(Overlay, AxesReachAsFarAsAnyAndNothingIsDragged) {
  const Figure figure =
      overlay(at_values(4, [](double value) -> std::vector<Layer> { return {line("mean", "mean", value)}; }));
  const Panel& panel = figure.panels[0];
  EXPECT_EQ(panel.y, (Axis{.scale = AxisScale::log, .low = 0.25, .high = 5}));
  EXPECT_EQ(fill(panel.title), "At …");
  EXPECT_TRUE(panel.hint.empty());
  EXPECT_TRUE(panel.picks.empty());
  EXPECT_TRUE(figure.handles.empty());
  EXPECT_EQ(fill(figure.title), "Lab: $a$ = 1, …, $a$ = 4");
}

TEST(Overlay, SeveralThatVarySayWhich) {
  const Figure figure = overlay(at_values(2, [](double value) -> std::vector<Layer> {
    return {line("mean", "mean", value), line("least", "least", value / 2),
            Band{.mark = {.id = "spread"}, .x = {0}, .low = {0}, .high = {value}},
            Points{.mark = {.id = "samples"}, .x = {0}, .y = {value}}};
  }));
  const Panel& panel = figure.panels[0];
  EXPECT_EQ(layer_labels(panel),
            (Strings{"mean, $a$ = 1", "mean, $a$ = 2", "least, $a$ = 1", "least, $a$ = 2", "", "", "", ""}));
  EXPECT_EQ(layer_ids(panel), (Strings{"mean-1", "mean-2", "least-1", "least-2", "spread-1", "spread-2",
                                       "samples-1", "samples-2"}));
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(mark_of(panel.layers[i]).role, series(i % 2)) << i;
  EXPECT_NE(std::get<Curve>(panel.layers[0]).dash, std::get<Curve>(panel.layers[2]).dash);
  EXPECT_NE(std::get<Points>(panel.layers[6]).marker, std::get<Points>(panel.layers[7]).marker);
}

TEST(Overlay, WhereNoneHasANameTheFirstSaysTheValue) {
  const Figure figure = overlay(at_values(2, [](double value) -> std::vector<Layer> {
    return {line("mean", {}, value), Points{.mark = {.id = "samples"}, .x = {0}, .y = {value}}};
  }));
  EXPECT_EQ(layer_labels(figure.panels[0]), (Strings{"$a$ = 1", "$a$ = 2", "", ""}));
}

TEST(Overlay, AValueHasItsColourInAllPanelsAndNoneOfWhatStandsBesideIt) {
  std::vector<SweptFigure> figures = at_values(3, [](double value) -> std::vector<Layer> {
    return {line("exact", "exact", 1, Role::series_2), line("mean", "mean", value)};
  });
  for (SweptFigure& each : figures) {
    Panel other = each.figure.panels[0];
    other.id = "other";
    other.layers.erase(other.layers.begin());
    each.figure.panels.push_back(other);
    other.id = "constant";
    other.layers = {line("exact", "exact", 1, Role::series_1)};
    each.figure.panels.push_back(other);
  }
  const Figure figure = overlay(figures);
  const Role want[] = {Role::series_1, Role::series_3, Role::series_4};
  for (std::size_t n = 0; n < 3; ++n) {
    EXPECT_EQ(mark_of(figure.panels[0].layers[1 + n]).role, want[n]);
    EXPECT_EQ(mark_of(figure.panels[1].layers[n]).role, want[n]);
  }
}

TEST(Overlay, WhereAllColoursStandBesideItTheValuesHaveThemToo) {
  const Figure figure = overlay(at_values(2, [](double value) -> std::vector<Layer> {
    std::vector<Layer> layers;
    for (std::size_t n = 0; n < 8; ++n)
      layers.push_back(line(std::to_string(n).c_str(), "exact", 1, series(n)));
    layers.push_back(line("mean", "mean", value));
    return layers;
  }));
  EXPECT_EQ(mark_of(figure.panels[0].layers[8]).role, Role::series_1);
  EXPECT_EQ(mark_of(figure.panels[0].layers[9]).role, Role::series_2);
}

TEST(Overlay, TwelveAreToldApart) {
  const Figure figure = overlay(at_values(12, [](double value) -> std::vector<Layer> {
    return {line("mean", "mean", value), Points{.mark = {.id = "samples"}, .x = {0}, .y = {value}}};
  }));
  std::set<std::tuple<Dash, Marker>> lines;
  std::set<std::tuple<Role, Marker>> points;
  for (const Layer& layer : figure.panels[0].layers) {
    if (const auto* curve = std::get_if<Curve>(&layer)) lines.emplace(curve->dash, curve->marker);
    if (const auto* some = std::get_if<Points>(&layer)) points.emplace(some->mark.role, some->marker);
  }
  EXPECT_EQ(lines.size(), 12u);
  EXPECT_EQ(points.size(), 12u);
}

TEST(Overlay, AllElseThatDiffersIsTheFirstFiguresAndSaidSo) {
  const Figure figure = overlay(at_values(2, [](double value) -> std::vector<Layer> {
    std::vector<Layer> layers = {line("mean", "mean", value),
                                 Bars{.mark = {.id = "bars"}, .x = {0}, .y = {value}}};
    if (value > 1) layers.push_back(Span{.mark = {.id = "late"}, .note = "late"});
    return layers;
  }));
  EXPECT_EQ(layer_ids(figure.panels[0]), (Strings{"mean-1", "mean-2", "bars"}));
  EXPECT_EQ(std::get<Bars>(figure.panels[0].layers[2]).y[0], 1);
  ASSERT_EQ(figure.panels[0].remarks.size(), 2u);
  EXPECT_EQ(fill(figure.panels[0].remarks[0]), "At …: bars shown for $a$ = 1 only.");
  EXPECT_EQ(fill(figure.panels[0].remarks[1]), "At …: late left out, not there for $a$ = 1.");
}

TEST(Overlay, ALineThatIsNotThereForAllStandsWhereItIs) {
  const Figure figure = overlay(at_values(3, [](double value) -> std::vector<Layer> {
    if (value == 2) return {};
    return {line("mean", "mean", 1)};
  }));
  EXPECT_EQ(layer_ids(figure.panels[0]), (Strings{"mean-1", "mean-3"}));
  EXPECT_EQ(layer_labels(figure.panels[0]), (Strings{"$a$ = 1", "$a$ = 3"}));
}

TEST(Overlay, APanelWhoseAxesDisagreeIsTheFirstFigures) {
  std::vector<SweptFigure> figures =
      at_values(2, [](double value) -> std::vector<Layer> { return {line("mean", "mean", value)}; });
  figures[1].figure.panels[0].y.scale = AxisScale::linear;
  const Figure figure = overlay(figures);
  EXPECT_EQ(figure.panels[0].layers, figures[0].figure.panels[0].layers);
  EXPECT_EQ(figure.panels[0].y, figures[0].figure.panels[0].y);
  ASSERT_EQ(figure.panels[0].remarks.size(), 1u);
  EXPECT_EQ(fill(figure.panels[0].remarks[0]), "At 1: shown for $a$ = 1 only.");
}

TEST(Overlay, APanelTheFirstFigureLacksIsLeftOutAndSaidSo) {
  std::vector<SweptFigure> figures = at_values(2, [](double) { return std::vector<Layer>{}; });
  figures[1].figure.panels.push_back({.id = "new"});
  const Figure figure = overlay(figures);
  EXPECT_EQ(figure.panels.size(), 1u);
  ASSERT_EQ(figure.remarks.size(), 1u);
  EXPECT_EQ(fill(figure.remarks[0]), "Left out, as there is none for $a$ = 1: new.");
}

TEST(Overlay, OfTooFewOrTooManyIsRefused) {
  const auto nothing = [](double) { return std::vector<Layer>{}; };
  for (const int count : {0, 1, 13}) {
    try {
      overlay(at_values(count, nothing));
      ADD_FAILURE() << count;
    } catch (const InputError& error) {
      EXPECT_EQ(error.what(), "overlay: a list of " + std::to_string(count) +
                                  (count == 1 ? " value" : " values") +
                                  " was given; allowed: 2 to 12 of them");
    }
  }
}

/// The names a legend shows, the keys first.
Strings legend_names(const Panel& panel) {
  Strings all;
  for (const auto* layers : {&panel.keys, &panel.layers})
    for (const Layer& layer : *layers)
      if (!mark_of(layer).label.empty()) all.push_back(fill(mark_of(layer).label));
  return all;
}

TEST(Overlay, WhereNamesWouldBeManyKeysSayTheLayersAndColoursTheValues) {
  const auto figure_at = [](Dash of_least) {
    return overlay(at_values(3, [&](double value) -> std::vector<Layer> {
      Curve least = line("least", "least", value / 2);
      least.dash = of_least;
      return {line("mean", "mean", value), least,
              Points{.mark = {.id = "samples", .label = "samples"},
                     .x = {0},
                     .y = {value},
                     .marker = Marker::diamond},
              line("zero", "zero", 0)};
    }));
  };
  const Figure figure = figure_at(Dash::solid);
  const Panel& panel = figure.panels[0];
  EXPECT_EQ(legend_names(panel),
            (Strings{"mean", "least", "samples", "$a$ = 1", "$a$ = 2", "$a$ = 3", "zero"}));
  for (const Layer& key : panel.keys) EXPECT_EQ(mark_of(key).role, Role::ink);
  EXPECT_EQ(std::get<Curve>(panel.keys[1]).x, std::vector<double>());
  EXPECT_EQ(std::get<Points>(panel.keys[2]).x, std::vector<double>());
  for (std::size_t n = 0; n < 3; ++n) {
    EXPECT_EQ(std::get<Curve>(panel.layers[n]).dash, std::get<Curve>(panel.keys[0]).dash);
    EXPECT_NE(std::get<Curve>(panel.layers[n]).width, std::get<Curve>(panel.layers[(n + 1) % 3]).width);
    EXPECT_NE(std::get<Curve>(panel.layers[n]).width, std::get<Curve>(panel.keys[0]).width);
    EXPECT_NE(std::get<Points>(panel.layers[6 + n]).size,
              std::get<Points>(panel.layers[6 + (n + 1) % 3]).size);
    EXPECT_EQ(std::get<Curve>(panel.layers[3 + n]).dash, std::get<Curve>(panel.keys[1]).dash);
    EXPECT_EQ(std::get<Points>(panel.layers[6 + n]).marker, Marker::diamond);
    EXPECT_EQ(mark_of(panel.layers[n]).role, mark_of(panel.layers[6 + n]).role);
  }
  EXPECT_NE(std::get<Curve>(panel.keys[0]).dash, std::get<Curve>(panel.keys[1]).dash);
  EXPECT_TRUE(faults(figure).empty());
  const Figure dotted = figure_at(Dash::dotted);
  EXPECT_EQ(std::get<Curve>(dotted.panels[0].keys[1]).dash, Dash::dotted) << "dashes that differ stay";
}

TEST(Overlay, WhereKeysSayTheLinesMarkersSayTheValues) {
  const Figure figure = overlay(at_values(6, [](double value) -> std::vector<Layer> {
    return {line("mean", "mean", value), line("least", "least", value / 2)};
  }));
  const Panel& panel = figure.panels[0];
  std::set<std::tuple<Marker, double>> found;
  for (std::size_t n = 0; n < 6; ++n) {
    const auto &mean = std::get<Curve>(panel.layers[n]), &least = std::get<Curve>(panel.layers[6 + n]);
    EXPECT_NE(mean.marker, Marker::none);
    EXPECT_EQ(mean.marker, least.marker);
    EXPECT_NE(mean.dash, least.dash);
    found.emplace(mean.marker, mean.width);
  }
  EXPECT_EQ(found.size(), 6u);
  for (const Layer& key : panel.keys) EXPECT_EQ(std::get<Curve>(key).marker, Marker::none);
}

TEST(Overlay, ManyNamedLinesHaveKeysToo) {
  const Figure figure = overlay(at_values(3, [](double value) -> std::vector<Layer> {
    std::vector<Layer> layers;
    for (int i = 0; i < 7; ++i)
      layers.push_back(line(std::to_string(i).c_str(), say("line {}", i), value + i));
    return layers;
  }));
  const Panel& panel = figure.panels[0];
  EXPECT_EQ(legend_names(panel).size(), 10u);
  std::set<std::tuple<Dash, Marker>> found;
  for (const Layer& key : panel.keys) found.emplace(std::get<Curve>(key).dash, std::get<Curve>(key).marker);
  EXPECT_EQ(found.size(), 7u);
  for (std::size_t n = 1; n < 3; ++n)
    EXPECT_GT(std::get<Curve>(panel.layers[n]).width, std::get<Curve>(panel.layers[n - 1]).width);
}

TEST(Overlay, NamesTheSymbolAndTheUnitOnce) {
  std::vector<SweptFigure> figures =
      at_values(3, [](double value) -> std::vector<Layer> { return {line("mean", "mean", value)}; });
  for (std::size_t n = 0; n < 3; ++n) {
    figures[n].label = say("$a$ = {} s", n + 1);
    figures[n].number = say("{}", n + 1);
  }
  EXPECT_EQ(layer_labels(overlay(figures).panels[0]), (Strings{"$a$ = 1 s", "2", "3"}));
}

TEST(Overlay, LinesThroughThePanelStandOnceAValueWithTheirWords) {
  const Figure figure = overlay(at_values(3, [](double value) -> std::vector<Layer> {
    return {Rule{.mark = {.id = "first"}, .at = value, .note = say("first at {}", value)},
            line("mean", "mean", value)};
  }));
  const Panel& panel = figure.panels[0];
  EXPECT_EQ(layer_ids(panel), (Strings{"first-1", "first-2", "first-3", "mean-1", "mean-2", "mean-3"}));
  EXPECT_EQ(layer_labels(panel), (Strings{"", "", "", "$a$ = 1", "$a$ = 2", "$a$ = 3"}));
  EXPECT_EQ(fill(std::get<Rule>(panel.layers[1]).note), "first at 2");
  EXPECT_EQ(mark_of(panel.layers[1]).role, mark_of(panel.layers[4]).role);
  EXPECT_TRUE(panel.remarks.empty());
}

TEST(Overlay, WordsThatOnlyMoveStandOnceWithoutRemark) {
  const Figure figure = overlay(at_values(2, [](double value) -> std::vector<Layer> {
    return {line("mean", "mean", value), Note{.mark = {.id = "words"}, .text = "here", .at = {value, 0}}};
  }));
  EXPECT_EQ(layer_ids(figure.panels[0]), (Strings{"mean-1", "mean-2", "words"}));
  EXPECT_TRUE(figure.panels[0].remarks.empty());
}

TEST(Overlay, ACurveThatIsOnlyCutElsewhereStandsOnce) {
  const Figure figure = overlay(at_values(3, [](double value) -> std::vector<Layer> {
    return {Curve{.mark = {.id = "identity", .label = "y = x"}, .x = {0, value}, .y = {0, value}},
            line("mean", "mean", value)};
  }));
  EXPECT_EQ(layer_ids(figure.panels[0]), (Strings{"identity", "mean-1", "mean-2", "mean-3"}));
  EXPECT_EQ(std::get<Curve>(figure.panels[0].layers[0]).x, (std::vector<double>{0, 3}));
  EXPECT_EQ(mark_of(figure.panels[0].layers[0]).label, Text("y = x"));
}

TEST(Overlay, LegendsStandAboveThePlot) {
  const Figure figure =
      overlay(at_values(2, [](double value) -> std::vector<Layer> { return {line("mean", "mean", value)}; }));
  EXPECT_TRUE(figure.panels[0].legend_above);
}

TEST(Overlay, APanelOfTheFirstFigureAloneKeepsItsTitle) {
  const Figure figure = overlay(at_values(2, [](double value) -> std::vector<Layer> {
    return {Bars{.mark = {.id = "bars"}, .x = {0}, .y = {value}}};
  }));
  EXPECT_EQ(fill(figure.panels[0].title), "At 1");
}

}  // namespace
}  // namespace theta
