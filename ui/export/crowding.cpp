// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/crowding.h"

#include "ui/export/paint_figure.h"
#include "ui/figure/panel_frame.h"
#include "ui/figure/upright_words.h"

#include <algorithm>
#include <utility>

namespace theta {
namespace {

/// How much of the room a plot needs it has; 1 is just enough. Axes need some for curves beside their names:
/// seven lines of words in width, four and a half in height.
double room_of(const QRectF& plot) {
  constexpr double line_of_words = 11, least_width = 7 * line_of_words, least_height = 4.5 * line_of_words;
  return std::min(plot.width() / least_width, plot.height() / least_height);
}

void add_small_plots(std::vector<Crowding>& found, std::vector<PanelPlace> places, double unit) {
  std::ranges::stable_sort(places, {}, [](const PanelPlace& place) { return room_of(place.plot); });
  for (const PanelPlace& place : places) {
    if (room_of(place.plot) >= 1) continue;
    found.push_back({.kind = Crowded::small_plot,
                     .panel = place.panel,
                     .millimetres = std::min(place.plot.width(), place.plot.height()) * unit});
  }
}

void add_words(std::vector<Crowding>& found, const PanelPlace& place, const ComposedPanel& composed,
               const Theme& theme, const Letterings& fonts) {
  const auto add = [&](Crowded kind, std::vector<Text> words = {}) {
    found.push_back({.kind = kind, .panel = place.panel, .words = std::move(words)});
  };
  const PanelWords& words = composed.words;
  if (words.legend && words.legend->covers > 0) add(Crowded::legend_over_drawing);
  if (words.legend_left_out) add(Crowded::legend_left_out);
  std::vector<Text> over;
  for (const PlacedLabel& label : words.labels) {
    if (label.hides) over.push_back(label.words);
  }
  if (!over.empty()) add(Crowded::label_over_drawing, over);
  if (!words.left_out.empty()) add(Crowded::label_left_out, words.left_out);
  if (composed.heading.title_cut) add(Crowded::title_cut);
  const bool colours_cut = upright_words(place.shape.colours_name, place, theme, fonts.tick).cut;
  if (axis_titles(place, theme, fonts).cut || colours_cut) add(Crowded::axis_title_cut);
}

}  // namespace

std::vector<Crowding> crowding(const Figure& figure, const Sheet& sheet) {
  const PageLayout page = page_layout(sheet);
  const std::vector<PanelPlace> places = panel_places(figure, page);
  const ComposedFigure composed = compose_figure(figure, page, places);
  const Letterings fonts = letterings(page.theme);
  std::vector<Crowding> found;
  add_small_plots(found, places, page.millimetres);
  for (std::size_t i = 0; i < places.size(); ++i)
    add_words(found, places[i], composed.panels[i], page.theme, fonts);
  if (composed.remarks.cut) found.push_back({.kind = Crowded::remarks_cut});
  return found;
}

}  // namespace theta
