// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace theta {
namespace {

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

}  // namespace
}  // namespace theta
