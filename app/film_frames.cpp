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

Figure figure_at(const FilmFrames& frames, std::size_t value, const std::stop_token& stop) {
  const Lab& lab = *frames.film.origin.lab;
  return figure_in_file(lab.draw(frames.values[value], {.stop = stop}), frames.film.sheet);
}

}  // namespace

FilmFrames begin_frames(const Film& film) {
  const Origin& origin = film.origin;
  return {.film = film,
          .values = values_along(origin.lab->fields, origin.state.values, film.variation),
          .shapes = {},
          .places = {}};
}

void look_at_next(FilmFrames& frames, const std::stop_token& stop) {
  frames.shapes.push_back(shapes_of(figure_at(frames, frames.shapes.size(), stop)));
  if (frames.shapes.size() < frames.values.size()) return;
  hold_axes(frames.shapes);
  frames.places = panel_places_alike(frames.shapes, page_layout(frames.film.sheet));
}

FilmFrame film_frame(const FilmFrames& frames, std::size_t value, const std::stop_token& stop) {
  FilmFrame frame{.sheet = frames.film.sheet,
                  .value = value,
                  .figure = figure_at(frames, value, stop),
                  .places = {},
                  .complete = frames.complete()};
  if (!frame.complete) {
    frame.places = panel_places(frame.figure, page_layout(frames.film.sheet));
    return frame;
  }
  const std::vector<PanelShape>& shapes = frames.shapes[value];
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    frame.figure.panels[i].x = shapes[i].x;
    frame.figure.panels[i].y = shapes[i].y;
  }
  frame.places = frames.places[value];
  return frame;
}

std::vector<std::size_t> frame_order(std::size_t values, PlayWay way) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values; ++i) order.push_back(i);
  if (way == PlayWay::to_and_fro)
    for (std::size_t i = values; i-- > 2;) order.push_back(i - 1);
  return order;
}

}  // namespace theta
