// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/label_placement.h"

#include "tests/ui/figure/sample.h"
#include "ui/figure/panel_layout.h"

#include <QLineF>

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

/// The words of a panel laid out in a size, with what its curves are in pixels.
PanelWords words_of(const Panel& panel, QSizeF size, LabelMemory& memory) {
  const Theme theme = light_theme();
  const PanelPlace place = lay_out({shape_of(panel)}, theme, size).front();
  const Coordinates at = place.coordinates();
  std::vector<std::vector<Polyline>> curves;
  for (const Layer& layer : panel.layers) {
    curves.emplace_back();
    const Curve* curve = std::get_if<Curve>(&layer);
    if (!curve) continue;
    Polyline line;
    for (std::size_t i = 0; i < curve->x.size(); ++i) line.push_back(at.pixel({curve->x[i], curve->y[i]}));
    curves.back() = clipped(line, place.plot);
  }
  const QRectF title_row(place.plot.center().x(), place.pane.top(), place.plot.width() / 2, 30);
  const LegendRoom legend{
      .above = place.legend_room, .title_row = title_row, .hint_width = 0, .plot = place.plot};
  return place_words({panel, at, curves, {}, legend}, theme, letterings(theme), memory);
}

Curve level(const char* id, double y) {
  return {.mark = {.id = id, .label = id}, .x = {0, 0.25, 0.5, 0.75, 1}, .y = {y, y, y, y, y}};
}

Panel panel_of_levels(std::initializer_list<double> levels) {
  Panel panel{.id = "panel", .title = "Title"};
  for (const double y : levels) {
    static constexpr const char* names[] = {"first", "second", "third", "fourth"};
    panel.layers.push_back(level(names[panel.layers.size()], y));
  }
  return panel;
}

TEST(LabelPlacement, NamesStandBesideTheirCurvesAndDoNotTouch) {
  LabelMemory memory;
  const PanelWords words = words_of(panel_of_levels({0.2, 0.5, 0.8}), QSizeF(600, 400), memory);
  EXPECT_FALSE(words.legend);
  ASSERT_EQ(words.labels.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(words.labels[i].box().intersects(words.labels[j].box())) << i << j;
  }
}

TEST(LabelPlacement, WhereOneFindsNoRoomAllGoToALegend) {
  LabelMemory memory;
  Panel panel = panel_of_levels({0.2, 0.5, 0.8});
  Curve tangle{.mark = {.id = "tangle", .label = "tangle"}, .x = {}, .y = {}};
  for (int i = 0; i <= 4000; ++i) {
    tangle.x.push_back(i / 4000.0);
    tangle.y.push_back(0.5 + 0.5 * std::sin(i));
  }
  panel.layers.push_back(tangle);
  const PanelWords words = words_of(panel, QSizeF(600, 400), memory);
  ASSERT_TRUE(words.legend);
  EXPECT_EQ(words.legend->legend.entries.size(), 4u);
  EXPECT_TRUE(words.labels.empty());
}

TEST(LabelPlacement, ANameStaysWhereItWasWhileItsPlaceIsFree) {
  LabelMemory memory;
  const auto place_at = [&](double y) {
    return words_of(panel_of_levels({y}), QSizeF(600, 400), memory).labels.at(0).top_left;
  };
  const QPointF before = place_at(0.5), after = place_at(0.52);
  EXPECT_EQ(before.x(), after.x());
  EXPECT_LT(std::abs(before.y() - after.y()), 20);
}

TEST(LabelPlacement, ANoteMayStandOverADrawingAndSaysSo) {
  LabelMemory memory;
  Panel panel = panel_of_levels({0.5});
  panel.layers.push_back(
      Note{.mark = {.id = "note"}, .text = "note", .at = {0.5, 0.5}, .anchor = Anchor::centre});
  const PanelWords words = words_of(panel, QSizeF(600, 400), memory);
  const auto note = std::ranges::find_if(
      words.labels, [](const PlacedLabel& label) { return label.text.pieces.at(0).text == "note"; });
  ASSERT_NE(note, words.labels.end());
  EXPECT_TRUE(note->over_drawing);
}

TEST(LabelPlacement, AnArcsNameStandsBesideItsMiddleThoughCirclesCrossThere) {
  for (const double side : {130.0, 300.0}) {
    LabelMemory memory;
    Panel panel{.id = "panel", .title = "Title"};
    panel.x = panel.y = {.low = -2.5, .high = 2.5};
    panel.frame = Frame::cross;
    panel.equal_aspect = true;
    const double turn = 2 * std::numbers::pi;
    panel.layers = {
        Arcs{.mark = {.id = "circles", .role = Role::muted},
             .arcs = {{{}, 1.3, 0, turn, {}}, {{}, 1.65, 0, turn, {}}}},
        Arcs{.mark = {.id = "between", .role = Role::ink}, .arcs = {{{}, 1, -1.7, 1.4, "−179°"}}}};
    const PanelWords words = words_of(panel, QSizeF(396, side + 70), memory);
    ASSERT_EQ(words.labels.size(), 1u) << side;
    const PlacedLabel& label = words.labels.front();
    const Coordinates at =
        lay_out({shape_of(panel)}, light_theme(), QSizeF(396, side + 70)).front().coordinates();
    double nearest = 1e9;
    for (double angle = -1.2; angle < 0.9; angle += 0.02)
      nearest = std::min(nearest,
                         QLineF(label.box().center(), at.pixel({std::cos(angle), std::sin(angle)})).length());
    EXPECT_LT(nearest, label.text.width / 2 + 8) << side;
    EXPECT_FALSE(label.hides) << side;
  }
}

TEST(LabelPlacement, NamesMayStandOverLinesThatGuideTheEye) {
  LabelMemory memory;
  Panel panel = panel_of_levels({0.5});
  for (double x = 0; x < 1; x += 0.03) panel.layers.push_back(Rule{.mark = {.id = "rule"}, .at = x});
  const PanelWords words = words_of(panel, QSizeF(600, 400), memory);
  ASSERT_EQ(words.labels.size(), 1u);
  EXPECT_FALSE(words.labels.front().hides);
  EXPECT_TRUE(words.labels.front().over_drawing) << "it has its ground behind it";
}

TEST(LabelPlacement, WordsWithoutRoomInTheirShadingGoToTheLegend) {
  LabelMemory memory;
  Panel panel = panel_of_levels({0.2, 0.5});
  panel.layers.push_back(
      Bars{.mark = {.id = "bars", .label = "bars"}, .x = {0.9}, .y = {0.1}, .width = 0.05});
  panel.layers.push_back(Span{.mark = {.id = "narrow", .role = Role::series_3},
                              .low = 0.5,
                              .high = 0.51,
                              .note = "a narrow stretch"});
  const PanelWords words = words_of(panel, QSizeF(700, 400), memory);
  EXPECT_TRUE(words.left_out.empty());
  ASSERT_TRUE(words.legend);
  const auto& entries = words.legend->legend.entries;
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries.back().sample, Sample::area);
  EXPECT_EQ(entries.back().role, Role::series_3);
}

TEST(LabelPlacement, KeepsClearOfMarkersOnCurves) {
  LabelMemory memory;
  Panel panel{.id = "panel", .title = "Title", .x = {.low = 0, .high = 1}, .y = {.low = 0, .high = 1}};
  panel.layers = {Curve{.mark = {.id = "marked", .label = "marked"},
                        .x = {0, 0.8, 0.9, 1},
                        .y = {0.5, 0.5, 0.5, 0.5},
                        .marker = Marker::triangle,
                        .width = 6}};
  const PanelWords words = words_of(panel, QSizeF(600, 400), memory);
  ASSERT_EQ(words.labels.size(), 1u);
  EXPECT_FALSE(words.labels.front().over_drawing);
  const Coordinates at = lay_out({shape_of(panel)}, light_theme(), QSizeF(600, 400)).front().coordinates();
  for (const double x : {0.0, 0.8, 0.9, 1.0}) {
    const QPointF centre = at.pixel({x, 0.5});
    EXPECT_FALSE(words.labels.front().box().intersects(QRectF(centre, centre).adjusted(-7, -7, 7, 7))) << x;
  }
}

TEST(LabelPlacement, NamesOfRestlessCurvesStandInALegend) {
  LabelMemory memory;
  Panel panel = panel_of_levels({0.9});
  const auto waves = [](int turns) {
    Curve curve{.mark = {.id = "waves", .label = "waves"}, .x = {}, .y = {}};
    for (int i = 0; i <= 2000; ++i) {
      curve.x.push_back(i / 2000.0);
      curve.y.push_back(0.3 + 0.012 * std::sin(3.141592653589793 * turns * i / 2000));
    }
    return curve;
  };
  panel.layers.push_back(waves(8));
  EXPECT_FALSE(words_of(panel, QSizeF(900, 400), memory).legend);
  panel.layers.back() = waves(80);
  EXPECT_TRUE(words_of(panel, QSizeF(900, 400), memory).legend);
}

TEST(LabelPlacement, NamesBesideCurvesStayThereForASpikeMore) {
  const auto panel_with_spikes = [](double reach) {
    Panel panel = panel_of_levels({0.5});
    Arrows spikes{.mark = {.id = "spikes"}, .heads = false};
    for (double x = 0; x < 1; x += 0.015) {
      spikes.arrows.push_back({{x, 0}, {x, 0.5 - reach}});
      spikes.arrows.push_back({{x, 1}, {x, 0.5 + reach}});
    }
    panel.layers.push_back(spikes);
    return panel;
  };
  LabelMemory memory;
  const QSizeF size(600, 400);
  const auto stands_in_legend = [&](double reach, LabelMemory before) {
    return words_of(panel_with_spikes(reach), size, before).legend.has_value();
  };
  ASSERT_FALSE(words_of(panel_with_spikes(0.08), size, memory).legend);
  double reach = 0.08;
  while (reach > 0 && !stands_in_legend(reach, {})) reach -= 0.002;
  EXPECT_FALSE(stands_in_legend(reach, memory));
  EXPECT_TRUE(stands_in_legend(0, memory));
}

TEST(LabelPlacement, WordsOfALineComeBeforeThoseOfAnArea) {
  LabelMemory memory;
  Panel panel = panel_of_levels({0.8});
  panel.layers.push_back(Bars{.mark = {.id = "bars"}, .x = {0.5}, .y = {1}, .base = 0.25, .width = 0.9});
  panel.layers.push_back(Span{.mark = {.id = "span"}, .low = 0.1, .high = 0.9, .note = "an area"});
  panel.layers.push_back(Rule{.mark = {.id = "rule"},
                              .direction = Direction::horizontal,
                              .at = 0.05,
                              .note = "a line with words as long as it is itself"});
  const PanelWords words = words_of(panel, QSizeF(330, 180), memory);
  const auto rule = std::ranges::find(words.labels, Role::series_1, &PlacedLabel::role);
  ASSERT_NE(rule, words.labels.end());
  EXPECT_EQ(rule->words, Text("a line with words as long as it is itself"));
  EXPECT_FALSE(rule->hides);
}

}  // namespace
}  // namespace theta
