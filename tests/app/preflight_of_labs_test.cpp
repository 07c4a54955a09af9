// SPDX-License-Identifier: GPL-3.0-or-later
// What pre-flight says of the labs' first figures on the sheets that venues propose.
#include "core/labs/all.h"
#include "core/model/venue.h"
#include "ui/export/look_alike.h"
#include "ui/export/preflight.h"
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace theta {
namespace {

using Visit = std::function<void(const Figure&, const Sheet&, const Venue&)>;

void each_first_figure_at_each_venue(const Visit& visit) {
  for (const Lab& lab : all_labs()) {
    const Figure figure = lab.draw(initial_values(lab), {});
    for (const Venue& venue : venues()) {
      for (const VenueWidth& width : venue.widths) {
        const std::string name = venue.id + ":" + width.id;
        SCOPED_TRACE(lab.id + " " + name);
        visit(figure, sheet_for_venue({}, name, figure), venue);
      }
    }
  }
}

TEST(PreflightOfLabs, PassesWhatAVenuesOwnSheetSets) {
  constexpr std::array<std::string_view, 7> by_the_sheet = {"width", "height",  "letters", "lines",
                                                            "fonts", "colours", "pixels"};
  each_first_figure_at_each_venue([&](const Figure& figure, const Sheet& sheet, const Venue& venue) {
    for (const PreflightItem& item : preflight(figure, sheet, FileFormat::pdf, &venue)) {
      if (std::ranges::find(by_the_sheet, item.id) == by_the_sheet.end()) continue;
      EXPECT_TRUE(item.passes) << item.id << ": " << fill(item.finding);
    }
  });
}

TEST(PreflightOfLabs, PassesWhatAButtonMended) {
  int mended = 0;
  each_first_figure_at_each_venue([&](const Figure& figure, const Sheet& sheet, const Venue& venue) {
    for (const PreflightItem& item : preflight(figure, sheet, FileFormat::svg, &venue)) {
      if (!item.mended) continue;
      ++mended;
      const auto after = preflight(figure, *item.mended, FileFormat::svg, &venue);
      const auto same = std::ranges::find(after, item.id, &PreflightItem::id);
      EXPECT_TRUE(same->passes) << fill(item.finding) << " " << fill(item.mend) << ": "
                                << fill(same->finding);
    }
  });
  EXPECT_GT(mended, 0);
}

TEST(PreflightOfLabs, TellsAllSeriesOfAllPresetsApart) {
  const Theme themes[] = {light_theme(), dark_theme(), print_theme(), greyscale_theme(),
                          projector(light_theme())};
  for (const Lab& lab : all_labs()) {
    for (const Preset& preset : lab.presets()) {
      const Figure figure = lab.draw(preset_values(lab, preset), {.quick = true});
      for (const Theme& theme : themes) {
        const std::optional<LookAlike> found = look_alike(figure, theme);
        EXPECT_FALSE(found) << lab.id << " " << preset.id << ": " << fill(found->first) << " and "
                            << fill(found->second) << " " << found->colours.distance;
      }
    }
  }
}

}  // namespace
}  // namespace theta
