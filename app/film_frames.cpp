// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_frames.h"

#include "core/model/shared_axis.h"
#include "ui/export/figure_file.h"
#include "ui/export/paint_figure.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
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
  if (const Figure* kept = frames.figures.at(value)) return *kept;
  const Lab& lab = *frames.film.origin.lab;
  return figure_in_file(lab.draw(frames.values[value], {.stop = stop}), frames.film.sheet);
}

/// The figure with the axes it has in the film.
Figure figure_in_film(const FilmFrames& frames, std::size_t value, const std::stop_token& stop) {
  Figure figure = figure_at(frames, value, stop);
  const std::vector<PanelShape>& shapes = frames.shapes[value];
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    figure.panels[i].x = shapes[i].x;
    figure.panels[i].y = shapes[i].y;
  }
  return figure;
}

void lay_out_frames(FilmFrames& frames) {
  frames.places = panel_places_alike(frames.shapes, page_layout(frames.film.sheet), frames.foot);
}

void look_at_axes(FilmFrames& frames, const std::stop_token& stop) {
  const Figure figure = figure_at(frames, frames.shapes.size(), stop);
  frames.figures.keep(figure);
  const double foot = foot_on_page(figure, page_layout(frames.film.sheet));
  frames.foot = frames.shapes.empty() ? foot : std::max(frames.foot, foot);
  frames.shapes.push_back(shapes_of(figure));
  if (frames.shapes.size() < frames.values.size()) return;
  hold_axes(frames.shapes);
  lay_out_frames(frames);
}

/// Finds a place for each legend, or room above its plot where there is none within that is free in all
/// frames.
void settle_legends(FilmFrames& frames) {
  const Theme theme = page_layout(frames.film.sheet).theme;
  std::set<std::string> hiding;
  for (const auto& [panel, legend] : frames.still_legends) {
    if (!legend.is_needed()) continue;
    const std::optional<PlacedLegend> placed = legend.placed(theme);
    if (!placed || placed->covers > 0) hiding.insert(panel);
    if (placed) frames.legends.insert_or_assign(panel, *placed);
  }
  frames.complete = hiding.empty() || frames.legends_above;
  if (frames.complete) return;
  for (std::vector<PanelShape>& shapes : frames.shapes)
    for (PanelShape& shape : shapes) shape.legend_hides |= hiding.contains(shape.id);
  frames.legends_above = true;
  lay_out_frames(frames);
  frames.labels.clear();
  frames.still_legends.clear();
  frames.legends.clear();
}

void look_at_words(FilmFrames& frames, const std::stop_token& stop) {
  const std::size_t value = frames.labels.size();
  const Figure figure = figure_in_film(frames, value, stop);
  const Theme theme = page_layout(frames.film.sheet).theme;
  const Letterings fonts = letterings(theme);
  LabelMemory memory = value > 0 ? frames.labels.back() : LabelMemory();
  for (const PanelPlace& place : frames.places[value]) {
    const Panel& panel = figure.panels[place.panel];
    const ComposedPanel composed = compose_panel(panel, place, {}, theme, fonts, memory);
    frames.still_legends[panel.id].add(panel, place, composed, theme);
  }
  frames.labels.push_back(std::move(memory));
  if (frames.labels.size() == frames.values.size()) settle_legends(frames);
}

}  // namespace

FilmFrames begin_frames(const Film& film) {
  const Origin& origin = film.origin;
  FilmFrames frames;
  frames.film = film;
  frames.values = values_along(origin.lab->fields, origin.state.values, film.variation);
  return frames;
}

void look_at_next(FilmFrames& frames, const std::stop_token& stop) {
  if (frames.shapes.size() < frames.values.size()) return look_at_axes(frames, stop);
  look_at_words(frames, stop);
}

FilmFrame film_frame(const FilmFrames& frames, std::size_t value, const std::stop_token& stop) {
  FilmFrame frame{.sheet = frames.film.sheet, .value = value, .figure = {}, .places = {}, .words = {}};
  frame.complete = frames.complete;
  if (frames.complete) {
    frame.figure = figure_in_film(frames, value, stop);
    frame.places = frames.places[value];
    frame.words = frames.labels[value];
    frame.words.legends = frames.legends;
    frame.words.settled = true;
  } else {
    frame.figure = figure_at(frames, value, stop);
    frame.places = panel_places(frame.figure, page_layout(frames.film.sheet));
  }
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
