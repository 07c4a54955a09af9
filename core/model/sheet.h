// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/describe.h"
#include "core/model/length.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace theta {

enum class SheetTheme { light, dark, print, greyscale, projector };
enum class SheetFamily { sans, serif };
enum class SheetText { keep, outline };
enum class SheetNumbers { all, visible, table };

/// How a figure is set: what it measures on paper, and what it is drawn with. Described like a lab's
/// parameters, so that the dialog, the command line and the files say the same.
struct Sheet {
  double width = 180, height = 120;
  SheetFamily family = SheetFamily::sans;
  double font_size = 8, line_width = 1;
  SheetTheme theme = SheetTheme::light;
  SheetText text = SheetText::keep;
  std::int64_t dpi = 300;
  bool transparent = false;
  SheetNumbers numbers = SheetNumbers::all;
  bool build_up = false;
  bool state = true;
  std::int64_t columns = 0;              ///< of panels at most; 0: as many as have room
  std::vector<std::string> panels = {};  ///< ids of those that are shown; empty: all

  bool operator==(const Sheet&) const = default;

  static void describe(auto&& field) {
    field(&Sheet::width,
          Name{.id = "width",
               .label = "Width (mm)",
               .help = "Of the whole figure; 8.9cm, 3.5in and 253pt are understood too.",
               .group = "Size"},
          Real{.low = 20, .high = 2000, .scale = Scale::log, .unit = "mm"});
    field(&Sheet::height,
          Name{.id = "height",
               .label = "Height (mm)",
               .help = "Of the whole figure; 8.9cm, 3.5in and 253pt are understood too."},
          Real{.low = 20, .high = 2000, .scale = Scale::log, .unit = "mm"});
    field(
        &Sheet::columns,
        Name{.id = "columns",
             .label = "Panels side by side",
             .help =
                 "At most so many panels in a row; 0: as many as the figure has and the width has room for."},
        Integer{.low = 0, .high = 12});
    field(&Sheet::family,
          Name{.id = "family", .label = "Font", .help = "What words are set in.", .group = "Style"},
          Choice{.options = {{"sans", "Sans serif, as Arial"}, {"serif", "Serif, as Times"}}});
    field(&Sheet::font_size,
          Name{.id = "font_size",
               .label = "Font size (pt)",
               .help = "Of titles, axes, ticks and legends; remarks, raised and lowered signs are smaller."},
          Real{.low = 4, .high = 72, .scale = Scale::log, .unit = "pt"});
    field(
        &Sheet::line_width,
        Name{.id = "line_width", .label = "Line width (pt)", .help = "Of a usual curve; grids are thinner."},
        Real{.low = 0.1, .high = 10, .scale = Scale::log, .unit = "pt"});
    field(&Sheet::theme, Name{.id = "theme", .label = "Theme", .help = "The colours it is drawn in."},
          Choice{.options = {{"light", "Light"},
                             {"dark", "Dark"},
                             {"print", "Print"},
                             {"greyscale", "Greyscale"},
                             {"projector", "Projector"}}});
    field(
        &Sheet::text,
        Name{.id = "text",
             .label = "Text",
             .help =
                 "Kept, it can be searched and edited; outlined, it looks the same where a font is missing."},
        Choice{.options = {{"keep", "Kept as text"}, {"outline", "Outlines"}}});
    field(&Sheet::dpi,
          Name{.id = "dpi",
               .label = "Resolution",
               .help = "Dots per inch of a picture in pixels, and of maps within the other formats.",
               .group = "File"},
          Integer{.low = 30, .high = 2400, .scale = Scale::log, .unit = "dpi"});
    field(&Sheet::transparent,
          Name{.id = "transparent", .label = "Transparent", .help = "Without a ground behind the figure."},
          Toggle{});
    field(&Sheet::numbers,
          Name{.id = "numbers",
               .label = "Numbers",
               .help = "Of a table (CSV): all that were computed, those within the axes, or the lab's own "
                       "table, such as a row a layer."},
          Choice{
              .options = {{"all", "All"}, {"visible", "Within the axes"}, {"table", "The lab's own table"}}});
    field(&Sheet::build_up,
          Name{.id = "build_up",
               .label = "In steps",
               .help = "A PDF of several pages, each with one curve more, to step through on slides."},
          Toggle{});
    field(&Sheet::state,
          Name{.id = "state",
               .label = "Opens again",
               .help =
                   "The file carries the parameters, so that Thetalab can open it; off for a blind review."},
          Toggle{});
  }
};

nlohmann::ordered_json sheet_json(const Sheet& sheet);

/// Throws InputError naming what cannot be.
Sheet sheet_from_json(const nlohmann::ordered_json& json);

}  // namespace theta
