// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep.h"

#include "app/offscreen.h"
#include "app/save_file.h"
#include "core/model/overlay.h"
#include "core/model/small_multiples.h"
#include "core/model/vary.h"

#include <optional>
#include <vector>

namespace theta {
namespace {

std::vector<SweptFigure> swept(const Origin& origin, const Variation& variation) {
  const Lab& lab = *origin.lab;
  const std::vector<Values> values = values_along(lab.fields, origin.state.values, variation);
  std::vector<SweptFigure> figures;
  for (std::size_t i = 0; i < values.size(); ++i)
    figures.push_back({variation.steps[i].label, lab.draw(values[i], {})});
  return figures;
}

}  // namespace

void run_sweep(const Sweep& sweep) {
  const Origin origin = choose_values(lab_named(sweep.lab), sweep.choosing);
  const Variation variation = parse_variation(origin.lab->fields, sweep.vary);
  Sheet sheet = sweep.sheet;
  const std::vector<SweptFigure> figures = swept(origin, variation);
  Figure figure = sweep.grid ? small_multiples(figures, *sweep.grid) : overlay(figures);
  if (sweep.grid) sheet.panels.clear();  // the one panel was chosen by the grid
  sheet.state = false;                   // a state draws one value, not the sweep
  std::optional<Offscreen> offscreen;
  if (is_painted(sweep.format)) offscreen.emplace();
  write_output(sweep.output, figure_file(figure, origin, sweep.format, sheet));
}

}  // namespace theta
