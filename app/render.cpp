// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "app/offscreen.h"
#include "app/save_file.h"
#include "app/warn_of_crowding.h"

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
  warn_of_crowding(figure, render.sheet, render.format);
}

}  // namespace theta
