// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"

#include "core/model/build_up.h"
#include "tests/ui/figure/sample.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

TEST(PaintFigure, StepsHaveTheirWordsWhereTheWholeFigureHasThem) {
  for (const Figure& whole : {four_panels(), all_kinds()}) {
    const PageLayout page = page_layout({});
    const std::vector<PanelPlace> places = panel_places(whole, page);
    const LabelMemory memory = words_of(whole, page, places);
    const ComposedFigure composed = compose_figure(whole, page, places);
    for (const Figure& step : build_up(whole)) {
      const ComposedFigure part = compose_figure(step, page, places, memory);
      for (std::size_t i = 0; i < places.size(); ++i) {
        const PanelWords &words = part.panels[i].words, &all = composed.panels[i].words;
        for (const PlacedLabel& label : words.labels) {
          const auto same = std::ranges::find(all.labels, label.words, &PlacedLabel::words);
          ASSERT_NE(same, all.labels.end()) << fill(label.words);
          EXPECT_EQ(label.top_left, same->top_left) << fill(label.words);
        }
        if (!words.legend) continue;
        ASSERT_TRUE(all.legend);
        EXPECT_EQ(words.legend->legend.top_left, all.legend->legend.top_left);
        EXPECT_EQ(words.legend->legend.entries.size(), all.legend->legend.entries.size());
      }
    }
  }
}

TEST(PaintFigure, FiguresShownAlikeLeaveRoomForRemarks) {
  const PageLayout page = page_layout({});
  const auto bottom = [&](double foot) {
    const auto places = panel_places_alike({shapes_of(four_panels())}, page, foot);
    return std::ranges::max(places.front(), {}, [](const PanelPlace& place) { return place.pane.bottom(); })
        .pane.bottom();
  };
  EXPECT_NEAR(bottom(30), bottom(0) - 30, 2);
}

}  // namespace
}  // namespace theta
