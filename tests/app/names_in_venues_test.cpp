// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/model/tex.h"
#include "core/model/venue.h"
#include "ui/export/crowding.h"
#include "ui/export/figure_file.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(NamesInVenues, AreAllInTheFigureOfANarrowColumn) {
  const Lab& lab = *find_lab("receptive-field");
  for (const Preset& preset : lab.presets()) {
    const Figure whole = lab.draw(preset_values(lab, preset), {.quick = true});
    for (const char* venue : {"nature", "ieee"}) {
      const Sheet sheet = sheet_for_venue({}, venue, whole);
      for (const Crowding& each : crowding(figure_in_file(whole, sheet), sheet)) {
        if (each.kind != Crowded::label_left_out) continue;
        for (const Text& words : each.words)
          ADD_FAILURE() << preset.id << " " << venue << ": " << plain_words(words);
      }
    }
  }
}

}  // namespace
}  // namespace theta
