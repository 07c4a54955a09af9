// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_frames.h"

#include "core/labs/all.h"
#include "ui/export/paint_figure.h"
#include "ui/figure/drawn_area.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace theta {
namespace {

struct Filmed {
  const char *lab, *preset, *vary;
};

FilmFrames frames_of(const Filmed& filmed) {
  const Lab& lab = *find_lab(filmed.lab);
  Values values = initial_values(lab);
  for (const Preset& preset : lab.presets())
    if (preset.id == filmed.preset) values = preset_values(lab, preset);
  FilmFrames frames = begin_frames({.origin = {.lab = &lab, .state = {lab.id, values, {}}, .version = "0"},
                                    .variation = parse_variation(lab.fields, filmed.vary)});
  while (!frames.complete) look_at_next(frames);
  return frames;
}

constexpr Filmed films[] = {{"rope", "", "base=100:1e6:6:log"},
                            {"activations", "dip", "probe=-3:2:6"},
                            {"attention-decay", "", "base=100:1e6:5:log"},
                            {"gumbel-softmax", "", "temperature=0.1:10:6:log"},
                            {"gumbel-softmax", "annealing", "temperature=0.1:10:6:log"},
                            {"angular-margin", "", "m2=0:0.6:6"}};

/// The legends of all frames of a film, by panel: where each stands, and how much data it hides.
struct SeenLegend {
  QPointF top_left;
  bool boxed = false;
  int hides = 0;
};
std::map<std::string, std::vector<SeenLegend>> legends_in(const FilmFrames& frames) {
  std::map<std::string, std::vector<SeenLegend>> seen;
  const PageLayout page = page_layout(frames.film.sheet);
  for (std::size_t value = 0; value < frames.values.size(); ++value) {
    const FilmFrame frame = film_frame(frames, value);
    const ComposedFigure composed = compose_figure(frame.figure, page, frame.places, frame.words);
    for (std::size_t i = 0; i < frame.places.size(); ++i) {
      const ComposedPanel& panel = composed.panels[i];
      const Panel& drawn = frame.figure.panels[frame.places[i].panel];
      if (!panel.words.legend) continue;
      const Legend& legend = panel.words.legend->legend;
      SeenLegend one{.top_left = legend.top_left, .boxed = legend.boxed};
      const QRectF box = QRectF(legend.top_left, legend_size(legend, page.theme)).adjusted(4, 4, -4, -4);
      if (legend.boxed)
        one.hides = drawn_area(drawn, frame.places[i].coordinates(), panel.curves, {}, page.theme.lines)
                        .covered(box)
                        .data;
      seen[drawn.id].push_back(one);
    }
  }
  return seen;
}

TEST(FilmFrames, LegendsStandStillAndHideNothing) {
  bool any_in_plot = false;
  for (const Filmed& filmed : films) {
    const FilmFrames frames = frames_of(filmed);
    for (const auto& [panel, legends] : legends_in(frames)) {
      const std::string where = std::string(filmed.lab) + " " + filmed.preset + " " + panel;
      EXPECT_EQ(legends.size(), frames.values.size()) << where << ": in some frames alone";
      for (const SeenLegend& legend : legends) {
        EXPECT_EQ(legend.top_left, legends.front().top_left) << where;
        EXPECT_EQ(legend.hides, 0) << where;
        any_in_plot |= legend.boxed;
      }
    }
  }
  EXPECT_TRUE(any_in_plot) << "or the test shows little";
}

TEST(FilmFrames, PlotsStandStill) {
  for (const Filmed& filmed : films) {
    const FilmFrames frames = frames_of(filmed);
    for (const std::vector<PanelPlace>& places : frames.places)
      for (std::size_t i = 0; i < places.size(); ++i)
        EXPECT_EQ(places[i].plot, frames.places.front()[i].plot) << filmed.lab;
  }
}

TEST(FilmFrames, EachFigureIsDrawnOnce) {
  int drawn = 0;
  Lab lab = *find_lab("gumbel-softmax");
  lab.draw = [draw = lab.draw, &drawn](const Values& values, const Pass& pass) {
    ++drawn;
    return draw(values, pass);
  };
  FilmFrames frames =
      begin_frames({.origin = {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"},
                    .variation = parse_variation(lab.fields, "temperature=0.1:10:4:log")});
  while (!frames.complete) look_at_next(frames);
  for (std::size_t value = 0; value < 4; ++value) film_frame(frames, value);
  EXPECT_EQ(drawn, 4);
}

TEST(FilmFrames, AFrameIsTheSameWheneverItIsAskedFor) {
  const FilmFrames frames = frames_of(films[0]);
  const FilmFrame once = film_frame(frames, 3);
  film_frame(frames, 0);
  const FilmFrame again = film_frame(frames, 3);
  EXPECT_EQ(again.figure, once.figure);
  EXPECT_EQ(again.words.places, once.words.places);
}

}  // namespace
}  // namespace theta
