// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_frames.h"

#include "core/model/shared_axis.h"
#include "ui/export/figure_file.h"
#include "ui/export/paint_figure.h"

#include <map>
#include <string>
#include <utility>

namespace theta {
namespace {

struct FilmAxes {
  std::vector<Axis> x, y;
};

/// Gives each panel axes wide enough for all frames.
void hold_axes(std::vector<std::vector<PanelShape>>& frames) {
  std::map<std::string, FilmAxes> axes;
  for (const std::vector<PanelShape>& shapes : frames) {
    for (const PanelShape& shape : shapes) {
      axes[shape.id].x.push_back(shape.x);
      axes[shape.id].y.push_back(shape.y);
    }
  }
  for (std::vector<PanelShape>& shapes : frames) {
    for (PanelShape& shape : shapes) {
      const FilmAxes& all = axes.at(shape.id);
      shape.x = shared_axis(all.x).value_or(shape.x);
      shape.y = shared_axis(all.y).value_or(shape.y);
    }
  }
}

}  // namespace

std::optional<FilmFrames> film_frames(const Film& film, const std::function<bool(std::size_t)>& go_on,
                                      const std::stop_token& stop) {
  const Lab& lab = *film.origin.lab;
  FilmFrames frames{.film = film,
                    .values = values_along(lab.fields, film.origin.state.values, film.variation),
                    .shapes = {},
                    .places = {}};
  for (const Values& values : frames.values) {
    frames.shapes.push_back(shapes_of(figure_in_file(lab.draw(values, {.stop = stop}), film.sheet)));
    if (!go_on(frames.shapes.size() - 1)) return {};
  }
  hold_axes(frames.shapes);
  frames.places = panel_places_alike(frames.shapes, page_layout(film.sheet));
  return frames;
}

Figure frame_figure(const FilmFrames& frames, std::size_t value) {
  const Lab& lab = *frames.film.origin.lab;
  Figure figure = figure_in_file(lab.draw(frames.values[value], {}), frames.film.sheet);
  const std::vector<PanelShape>& shapes = frames.shapes[value];
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    figure.panels[i].x = shapes[i].x;
    figure.panels[i].y = shapes[i].y;
  }
  return figure;
}

std::vector<std::size_t> frame_order(std::size_t values, PlayWay way) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values; ++i) order.push_back(i);
  if (way == PlayWay::to_and_fro)
    for (std::size_t i = values; i-- > 2;) order.push_back(i - 1);
  return order;
}

}  // namespace theta
