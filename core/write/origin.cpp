// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/origin.h"

#include "core/model/overlay.h"
#include "core/model/small_multiples.h"
#include "core/model/vary.h"

namespace theta {
namespace {

std::vector<SweptFigure> swept(const Origin& origin, const Pass& pass) {
  const Lab& lab = *origin.lab;
  const Variation variation = parse_variation(lab.fields, origin.sweep->vary);
  const std::vector<Values> values = values_along(lab.fields, origin.state.values, variation);
  std::vector<SweptFigure> figures;
  for (std::size_t i = 0; i < values.size(); ++i)
    figures.push_back({variation.steps[i].label, lab.draw(values[i], pass), variation.steps[i].words,
                       variation.steps[i].number});
  return figures;
}

}  // namespace

std::vector<Values> values_drawn(const Origin& origin) {
  const Lab& lab = *origin.lab;
  if (!origin.sweep) return {origin.state.values};
  return values_along(lab.fields, origin.state.values, parse_variation(lab.fields, origin.sweep->vary));
}

Figure drawn(const Origin& origin, const Pass& pass) {
  if (!origin.sweep) return origin.lab->draw(origin.state.values, pass);
  const std::vector<SweptFigure> figures = swept(origin, pass);
  return origin.sweep->grid.empty() ? overlay(figures) : small_multiples(figures, origin.sweep->grid);
}

}  // namespace theta
