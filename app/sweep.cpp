// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep.h"

#include "app/offscreen.h"
#include "app/save_file.h"
#include "core/model/change.h"
#include "core/model/overlay.h"
#include "core/model/problem.h"
#include "core/model/small_multiples.h"
#include "core/model/vary.h"

#include <optional>
#include <variant>
#include <vector>

namespace theta {
namespace {

std::vector<SweptFigure> swept(const Origin& origin, const Variation& variation) {
  const Lab& lab = *origin.lab;
  std::vector<SweptFigure> figures;
  for (const Variation::Step& step : variation.steps) {
    const auto outcome = change(lab.fields, origin.state.values, {{variation.field, step.value}});
    if (const auto* problems = std::get_if<std::vector<Problem>>(&outcome)) throw InputError(*problems);
    figures.push_back({step.label, lab.draw(std::get<Changed>(outcome).values, {})});
  }
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
