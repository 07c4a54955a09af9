// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep.h"

#include "app/offscreen.h"
#include "app/save_file.h"
#include "app/warn_of_crowding.h"
#include "app/warn_without_effect.h"

#include <optional>

namespace theta {

void run_sweep(const Sweep& sweep) {
  const Lab& lab = lab_named(sweep.lab);
  const Variation variation = parse_variation(lab.fields, sweep.vary);
  Origin origin = choose_values(lab, sweep.choosing, variation);
  const std::string& parameter = lab.fields[variation.field].name.id;  // it may have been named by its symbol
  origin.sweep = SweepOf{parameter + sweep.vary.substr(sweep.vary.find('=')), sweep.grid.value_or("")};
  const Figure figure = drawn(origin);
  std::optional<Offscreen> offscreen;
  if (is_painted(sweep.format)) offscreen.emplace();
  write_output(sweep.output, figure_file(figure, origin, sweep.format, sweep.sheet.for_figure(figure)));
  if (is_painted(sweep.format)) warn_of_crowding(figure, sweep.sheet, sweep.format, !sweep.grid);
  warn_without_effect(lab, origin.state.values, variation,
                      sweep.grid ? std::vector{*sweep.grid} : sweep.sheet.sheet.panels);
}

}  // namespace theta
