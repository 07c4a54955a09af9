// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_axis.h"

#include "core/model/latex.h"
#include "core/write/pgf_heading.h"
#include "core/write/pgf_legend.h"
#include "core/write/pgf_pen.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace theta {
namespace {

std::string hairline(const PgfStyle& style) {
  return "line width=" + short_number(points_a_pixel * style.line_width) + "pt";
}

bool has_map(const Panel& panel) {
  return std::ranges::any_of(panel.layers,
                             [](const Layer& layer) { return std::holds_alternative<Map>(layer); });
}

std::string write_cross(const PgfPlot& plot, const PgfStyle& style) {
  const PagePoint origin = plot.at({0, 0});
  const Rectangle box = plot.box();
  std::string text;
  for (const PageLine& line : {PageLine{{box.x_low, origin.y()}, {box.x_high, origin.y()}},
                               PageLine{{origin.x(), box.y_low}, {origin.x(), box.y_high}}}) {
    for (const PageLine& piece : plot.shown(line))
      text += "\\draw[thetaAxis," + hairline(style) + "] " + plot.written(piece.front()) + "--" +
              plot.written(piece.back()) + ";\n";
  }
  return text;
}

std::string write_polar(const PgfPanel& place, const PgfPlot& plot, const PgfStyle& style) {
  const double em = style.font_size * millimetres_a_point;
  const auto circle = [&](const char* colour, double radius) {
    return std::string("\\draw[") + colour + "," + hairline(style) +
           "] (0,0) circle[radius=" + short_number(radius) + "mm];\n";
  };
  const auto words = [&](PagePoint at, const char* anchor, const Text& label) {
    return std::string("\\node[theta words,text=thetaMutedText,anchor=") + anchor + "] at " +
           plot.written(at) + " {" + latex(label) + "};\n";
  };
  const PagePoint centre = plot.at({0, place.y.low});
  std::string text;
  for (const Tick& tick : place.x_ticks) {
    const PagePoint rim = plot.at({tick.at, place.y.high});
    text += "\\draw[thetaGrid," + hairline(style) + "] (0,0)--" + plot.written(rim) + ";\n" +
            words(rim + (rim - centre).normalized() * 1.2 * em, "mid", tick.label);
  }
  for (const Tick& tick : place.y_ticks) {
    text += circle("thetaGrid", plot.y().place(tick.at));
    if (tick.at > place.y.low)
      text += words(plot.at({1.2, tick.at}) + PagePoint(0.3 * em, 0.6 * em), "mid west", tick.label);
  }
  return text + circle("thetaAxis", plot.radius());
}

}  // namespace

std::string axis_styles(const PgfStyle& style) {
  const double em = style.font_size * millimetres_a_point;
  const auto in_ems = [&](double count) { return short_number(count * em) + "mm"; };
  const std::string line = hairline(style);
  constexpr double bar_label = (10 + 6 + 24 + 8 + 8.4) / 11;  // from a colour bar's left edge
  return "\\pgfplotsset{\n"
         "  theta axis/.style={anchor=south west,scale only axis,clip mode=individual,"
         "unbounded coords=jump,scaled ticks=false,\n"
         "    axis x line*=bottom,axis y line*=left,axis line style={thetaAxis," +
         line + "},y axis line style={draw=none},\n    grid=major,grid style={thetaGrid," + line +
         "},tick align=outside,tick style={thetaAxis," + line +
         "},\n    ytick style={draw=none},major tick length=" + in_ems(0.35) +
         ",minor tick num=0,xminorticks=false,yminorticks=false,\n"
         "    tick label style={thetaMutedText},\n"
         "    every axis title/.style={theta words,text=thetaText,at={(0,1)},anchor=base west},\n"
         "    every axis x label/.style={theta words,text=thetaMutedText,at={(0,0)},anchor=base},\n"
         "    every axis y label/.style={theta words,text=thetaMutedText,at={(0,0)},anchor=base,rotate=90},\n"
         "    every axis plot/.append style={forget plot,line join=round},\n" +
         legend_styles(style) +
         "  },\n"
         "  theta colour bar/.style={width=" +
         in_ems(0.9) + ",at={([xshift=" + in_ems(1.1) + "]parent axis.south east)},anchor=south west" +
         ",axis line style={thetaAxis," + line +
         "},\n    tick style={draw=none},grid=none,axis x line*=box,axis y line*=box,\n"
         "    every axis y label/.style={theta "
         "words,text=thetaMutedText,at={(0,0.5)},anchor=base,rotate=90," +
         "yshift=" + in_ems(-bar_label) + "}}}\n";
}

std::string tick_options(char axis, const std::vector<Tick>& ticks,
                         const std::function<std::string(double)>& number) {
  const std::string name = std::string(1, axis) + "tick";
  if (ticks.empty()) return name + "=\\empty";
  std::string places, labels;
  for (const Tick& tick : ticks) {
    const char* comma = places.empty() ? "" : ",";
    places += comma + number(tick.at);
    const std::string label = latex(tick.label);
    labels += comma +
              (tick.line == 0 ? "{" + label + "}" : "{\\rule{0pt}{0.7em}\\raisebox{-1.2em}{" + label + "}}");
  }
  return name + "={" + places + "}," + name + "labels={" + labels + "}";
}

std::string axis_options(const Panel& panel, const PgfPanel& place, const PgfPlot& plot,
                         const PgfStyle& style) {
  const auto millimetres = [](double length) { return short_number(length) + "mm"; };
  std::string text = "theta axis,at={(" + millimetres(place.left) + "," +
                     millimetres(-place.top - place.height) + ")},width=" + millimetres(place.width) +
                     ",height=" + millimetres(place.height) + ",\n  " + plot.limits();
  text += title_options(panel, place, style);
  if (panel.frame != Frame::axes || plot.polar()) return text + ",\n  hide axis";
  text += ",\n  " + tick_options('x', place.x_ticks, [&](double value) { return plot.written_x(value); }) +
          ",\n  " + tick_options('y', place.y_ticks, [&](double value) { return plot.written_y(value); });
  text += axis_title_options(place, style);
  if (has_map(panel)) text += ",\n  grid=none";
  return text;
}

std::string write_frame(const Panel& panel, const PgfPanel& place, const PgfPlot& plot,
                        const PgfStyle& style) {
  if (panel.frame == Frame::cross) return write_cross(plot, style);
  if (panel.frame == Frame::axes && plot.polar()) return write_polar(place, plot, style);
  return {};
}

}  // namespace theta
