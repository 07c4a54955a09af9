// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate.h"

#include "app/complain.h"
#include "app/film.h"
#include "app/offscreen.h"
#include "app/warn_of_crowding.h"
#include "app/warn_without_effect.h"
#include "core/model/problem.h"

#include <iostream>
#include <unistd.h>

namespace theta {

void run_animate(const Animate& animate) {
  const Lab& lab = lab_named(animate.lab);
  const Variation variation = parse_variation(lab.fields, animate.vary);
  const Origin origin = choose_values(lab, animate.choosing, variation);
  if (animate.output == "-")
    throw InputError(Problem{"output", say("“-”"), say("a film goes into a file or a folder")});
  const Offscreen offscreen;
  const Figure first = lab.draw(values_along(lab.fields, origin.state.values, variation).front(), {});
  const Film film{.origin = origin,
                  .variation = variation,
                  .way = animate.way,
                  .rate = animate.rate,
                  .sheet = animate.sheet.for_figure(first)};
  const bool watched = ::isatty(STDERR_FILENO) != 0;
  const auto written = write_film(film, animate.output, [&](std::size_t done, std::size_t steps) {
    if (watched) std::cerr << "\r" << 100 * done / steps << " %" << std::flush;
    return true;
  });
  if (watched) std::cerr << "\r     \r";
  if (const Text removed = words_on_removed(*written); !removed.empty()) complain(fill(removed));
  warn_of_crowding(first, animate.sheet, FileFormat::png);
  warn_without_effect(lab, origin.state.values, variation, film.sheet.panels);
}

}  // namespace theta
