// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery.h"

#include "app/offscreen.h"
#include "app/save_file.h"
#include "app/warn_of_crowding.h"
#include "core/labs/all.h"

#include <optional>

namespace theta {

void run_gallery(const Gallery& gallery) {
  make_folder(gallery.folder);
  std::optional<Offscreen> offscreen;
  if (is_painted(gallery.format)) offscreen.emplace();
  for (const Lab& lab : all_labs()) {
    for (const Preset& preset : lab.presets()) {
      const Origin origin = choose_values(lab, {.preset = preset.id});
      const auto file = gallery.folder / (lab.id + "-" + preset.id + "." + format_name(gallery.format));
      const Figure figure = drawn(origin);
      save_file(file, figure_file(figure, origin, gallery.format, gallery.sheet.for_figure(figure)));
      write_stdout(file.string() + "\n");
      if (is_painted(gallery.format))
        warn_of_crowding(figure, gallery.sheet, gallery.format, true, file.filename().string() + ": ");
    }
  }
}

}  // namespace theta
