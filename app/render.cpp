// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "app/offscreen.h"
#include "app/save_file.h"

#include <optional>

namespace theta {

void run_render(const Render& render) {
  const Origin origin = choose_values(lab_named(render.lab), render.choosing);
  std::optional<Offscreen> offscreen;
  if (is_painted(render.format)) offscreen.emplace();
  const std::string bytes = figure_file(origin, render.format, render.sheet);
  if (render.output == "-") {
    write_stdout(bytes);
  } else {
    save_file(render.output, bytes);
  }
}

}  // namespace theta
