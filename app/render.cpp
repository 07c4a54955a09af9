// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "app/offscreen.h"
#include "app/save_file.h"

#include <optional>

namespace theta {

void write_render(const Render& render) {
  const Origin origin = choose_values(lab_named(render.lab), render.choosing);
  write_output(render.output, figure_file(origin, render.format, render.sheet));
}

void run_render(const Render& render) {
  std::optional<Offscreen> offscreen;
  if (is_painted(render.format)) offscreen.emplace();
  write_render(render);
}

}  // namespace theta
