// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "app/complain.h"
#include "app/offscreen.h"
#include "app/save_file.h"
#include "ui/export/preflight.h"

#include <optional>

namespace theta {

Figure write_render(const Render& render) {
  const Origin origin = choose_values(lab_named(render.lab), render.choosing);
  Figure figure = drawn(origin);
  write_output(render.output, figure_file(figure, origin, render.format, render.sheet.for_figure(figure)));
  return figure;
}

void run_render(const Render& render) {
  std::optional<Offscreen> offscreen;
  if (is_painted(render.format)) offscreen.emplace();
  const Figure figure = write_render(render);
  if (!is_painted(render.format)) return;
  const PreflightItem room = room_item(figure, render.sheet.for_figure(figure), render.sheet.greatest_height);
  if (!room.passes) complain(fill(room.finding) + (room.mend.empty() ? "" : " " + fill(room.mend) + "."));
}

}  // namespace theta
