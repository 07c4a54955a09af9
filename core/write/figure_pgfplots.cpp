// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_pgfplots.h"

#include "core/model/latex.h"
#include "core/model/state.h"
#include "core/write/pgf_axis.h"
#include "core/write/pgf_labels.h"
#include "core/write/pgf_layers.h"
#include "core/write/pgf_map.h"
#include "core/write/pgf_pen.h"
#include "core/write/provenance.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <variant>

namespace theta {
namespace {

/// Also within the picture, whatever the document around it asks for.
constexpr const char* compatibility = "\\pgfplotsset{compat=1.16}\n";

std::string pgf_header(const Figure& figure, const Origin& origin, const PgfStyle& style) {
  std::vector<std::string> lines = provenance(figure, origin);
  if (!style.state.empty()) lines.push_back("state: " + style.state);
  lines.push_back("pdflatex sets this file alone; \\input puts it into a document that loads pgfplots.");
  return comments(lines, "%");
}

/// What stands before the picture, in a file set alone; a document that inputs the file is past its
/// beginning, where LaTeX has made \@nodocument mean nothing.
std::string preamble(const PgfStyle& style) {
  return "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n"
         "  \\let\\endthetafigure\\relax\n"
         "\\else\n"
         "  \\def\\endthetafigure{\\end{document}}\n"
         "  \\RequirePackage{fix-cm}\n"
         "  \\documentclass{article}\n"
         "  \\usepackage[utf8]{inputenc}\n"
         "  \\usepackage[paperwidth=" +
         short_number(style.width) + "mm,paperheight=" + short_number(style.height) +
         "mm,margin=0mm]{geometry}\n"
         "  \\usepackage{pgfplots}\n"
         "  " +
         compatibility +
         "  \\pagestyle{empty}\n"
         "  \\setlength{\\parindent}{0pt}\n"
         "  \\begin{document}\n"
         "\\fi\n";
}

std::string colours(const Figure& figure, const PgfStyle& style) {
  std::set<Role> roles;
  for (const Panel& panel : figure.panels) {
    for (const auto* layers : {&panel.layers, &panel.keys})
      for (const Layer& layer : *layers) roles.insert(mark_of(layer).role);
  }
  std::string text = define_colour("thetaText", style.text) +
                     define_colour("thetaMutedText", style.muted_text) +
                     define_colour("thetaGrid", style.grid) + define_colour("thetaAxis", style.axis);
  for (const Role role : roles) text += define_colour(colour_name(role), style.colour(role));
  return text;
}

/// What stands behind all, where legends have it behind them too; white is the paper's own.
std::string ground(const PgfStyle& style) {
  constexpr Rgb white{255, 255, 255};
  const std::string colour = define_colour("thetaGround", style.ground.value_or(white));
  if (style.ground.value_or(white) == white) return colour;
  return colour + "\\fill[thetaGround] (0,0) rectangle (" + short_number(style.width) + "," +
         short_number(-style.height) + ");\n";
}

std::string picture_start(const Figure& figure, const PgfStyle& style) {
  return "\\begin{tikzpicture}[x=1mm,y=1mm,font=" + font_command("", style.font_size) +
         ",theta words/.style={inner sep=0pt,outer sep=0pt}]\n" + compatibility + colours(figure, style) +
         axis_styles(style) + map_command() + "\\useasboundingbox (0,0) rectangle (" +
         short_number(style.width) + "," + short_number(-style.height) + ");\n" + ground(style);
}

struct PgfLegend {
  std::string options, entries;
};

/// In rows between title and plot.
std::string legend_above(const PgfPanel& place, std::size_t entries, double em) {
  const double aside = place.left - place.legend_left;
  const std::size_t rows = std::max<std::size_t>(place.legend_rows, 1), columns = (entries + rows - 1) / rows;
  return ",\n  legend columns=" + std::to_string(columns) +
         ",legend style={at={(0,1)},anchor=south west,inner sep=0pt,xshift=" + short_number(-aside) +
         "mm,yshift=" + short_number(0.5 * em) +
         "mm,fill=none,/tikz/every even column/.append style={column "
         "sep=1.5ex}}";
}

/// Names and samples of the layers in the room kept for them, in a row right of the title, or where the plot
/// is emptiest.
PgfLegend legend_of(const Panel& panel, const PgfPanel& place, bool with_curves, const PgfPlot& plot,
                    const PgfStyle& style, const PgfWords& words) {
  const double em = words.font_size(), sample = 7, gap = 3;
  double row = 0, widest = 0;
  std::size_t count = 0;
  PgfLegend legend;
  const auto add = [&](const Layer& layer) {
    const Text& label = mark_of(layer).label;
    const std::string drawn = label.empty() ? std::string() : legend_sample(layer, style);
    if (drawn.empty()) return;
    const double width = sample + estimated_width(label, em);
    row += width + gap;
    widest = std::max(widest, width);
    ++count;
    legend.entries += "\\addlegendimage{" + drawn + "}\\addlegendentry{" + latex(label) + "}\n";
  };
  for (const Layer& key : panel.keys) add(key);
  for (const Layer& layer : panel.layers) {
    const Curve* curve = std::get_if<Curve>(&layer);
    if (!curve || (with_curves && !plot.shown(curve->x, curve->y).empty())) add(layer);
  }
  if (count == 0) return {};
  const double width = plot.box().x_high;
  if (place.legend_height > 0) {
    legend.options = legend_above(place, count, em);
    return legend;
  }
  if (title_width(panel.title, style) + row <= width) {
    legend.options = ",\n  theta legend row";
    return legend;
  }
  struct Corner {
    double x, y;
    const char* anchor;
  };
  constexpr std::array corners = {Corner{1, 1, "north east"}, Corner{0, 1, "north west"},
                                  Corner{1, 0, "south east"}, Corner{0, 0, "south west"},
                                  Corner{0.5, 1, "north"},    Corner{0.5, 0, "south"}};
  const double height = 1.6 * em * static_cast<double>(count);
  if (widest > width || height > plot.box().y_high) return {};  // it would cover what stands beside
  const Corner& best = *std::ranges::min_element(corners, {}, [&](const Corner& corner) {
    const double left = corner.x * (width - widest), low = corner.y * (plot.box().y_high - height);
    return words.covered({left, left + widest, low, low + height});
  });
  legend.options = ",\n  legend style={at={(" + short_number(best.x) + "," + short_number(best.y) +
                   ")},anchor=" + best.anchor + "}";
  return legend;
}

std::string write_panel(const Figure& figure, const PgfPanel& place, const PgfStyle& style) {
  const Panel& panel = figure.panels[place.panel];
  const double em = style.font_size * millimetres_a_point;
  const PgfPlot plot(place, panel.polar, 2 * em);
  PgfWords words(plot.box(), em);

  std::string maps, options = axis_options(panel, place, plot, style);
  for (const Layer& layer : panel.layers) {
    const Map* map = std::get_if<Map>(&layer);
    if (!map) continue;
    maps += write_map(*map, plot, style.ramp(map->colours));
    options += colour_bar(*map, plot, style);
  }
  if (!maps.empty())
    maps = "\\begin{scope}[shift={(" + short_number(place.left) + "," +
           short_number(-place.top - place.height) + ")}]\n" + maps + "\\end{scope}\n";

  std::string layers = write_layers(panel.layers, plot, style, words);
  layers += write_labels(panel.layers, plot, words);
  const std::optional<std::string> names =
      place.legend_height > 0 ? std::nullopt : write_curve_names(panel.layers, plot, words);
  if (names) layers += *names;
  const PgfLegend legend = legend_of(panel, place, !names, plot, style, words);
  return "% panel: " + panel.id + "\n" + maps + "\\begin{axis}[" + options + legend.options + "]\n" +
         write_frame(panel, place, plot, style) + layers + legend.entries + "\\end{axis}\n";
}

/// At the foot, in as many lines as TeX makes of them.
std::string write_remarks(const Figure& figure, const PgfStyle& style) {
  const std::vector<Text> remarks = all_remarks(figure);
  if (remarks.empty()) return {};
  const double em = style.font_size * millimetres_a_point;
  std::string text;
  for (const Text& remark : remarks) text += (text.empty() ? "" : " \\quad ") + latex(remark);
  return "\\node[theta words,text=thetaMutedText,anchor=south west,text width=" +
         short_number(style.width - 3 * em) + "mm,align=left] at (" + short_number(1.5 * em) + "," +
         short_number(-style.height) + ") {" + text + "};\n";
}

}  // namespace

std::string write_figure_pgfplots(const Figure& figure, const Origin& origin,
                                  const std::vector<PgfPanel>& panels, const PgfStyle& style) {
  std::string text = pgf_header(figure, origin, style) + preamble(style) + picture_start(figure, style);
  for (const PgfPanel& place : panels) text += write_panel(figure, place, style);
  return text + write_remarks(figure, style) + "\\end{tikzpicture}%\n\\endthetafigure\n";
}

}  // namespace theta
