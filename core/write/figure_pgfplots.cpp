// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_pgfplots.h"

#include "core/model/state.h"
#include "core/write/pgf_axis.h"
#include "core/write/pgf_labels.h"
#include "core/write/pgf_layers.h"
#include "core/write/pgf_legend.h"
#include "core/write/pgf_map.h"
#include "core/write/pgf_pen.h"
#include "core/write/pgf_remarks.h"
#include "core/write/provenance.h"

#include <optional>
#include <set>
#include <variant>

namespace theta {
namespace {

/// Also within the picture, whatever the document around it asks for.
constexpr const char* compatibility = "\\pgfplotsset{compat=1.16}\n";

/// Helvetica where it is installed, else Computer Modern's sans serif, which always is; in formulas too what
/// stands upright: digits, parentheses, names of functions. Neither has capital Greek.
constexpr const char* sans =
    "  \\IfFileExists{ot1uhv.fd}{\\renewcommand{\\sfdefault}{uhv}}{}\n"
    "  \\renewcommand{\\familydefault}{\\sfdefault}\n"
    "  \\DeclareSymbolFont{operators}{OT1}{\\sfdefault}{m}{n}\n"
    "  \\SetSymbolFont{operators}{bold}{OT1}{\\sfdefault}{b}{n}\n"
    "  \\DeclareSymbolFont{thetaGreek}{OT1}{cmr}{m}{n}\n"
    "  \\DeclareMathSymbol{\\Gamma}{\\mathalpha}{thetaGreek}{\"00}\n"
    "  \\DeclareMathSymbol{\\Delta}{\\mathalpha}{thetaGreek}{\"01}\n"
    "  \\DeclareMathSymbol{\\Theta}{\\mathalpha}{thetaGreek}{\"02}\n"
    "  \\DeclareMathSymbol{\\Lambda}{\\mathalpha}{thetaGreek}{\"03}\n"
    "  \\DeclareMathSymbol{\\Pi}{\\mathalpha}{thetaGreek}{\"05}\n"
    "  \\DeclareMathSymbol{\\Sigma}{\\mathalpha}{thetaGreek}{\"06}\n"
    "  \\DeclareMathSymbol{\\Phi}{\\mathalpha}{thetaGreek}{\"08}\n"
    "  \\DeclareMathSymbol{\\Psi}{\\mathalpha}{thetaGreek}{\"09}\n"
    "  \\DeclareMathSymbol{\\Omega}{\\mathalpha}{thetaGreek}{\"0A}\n";

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
         compatibility + (style.serif ? "" : sans) +
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
  for (const Role role : roles)
    text += define_colour(colour_name(role), style.colour(role)) +
            define_colour(words_colour_name(role), style.words(role));
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
         ",theta words/.style={inner sep=0pt,outer sep=0pt},\n"
         "  theta ground/.style={fill=thetaGround,fill opacity=0.85,text opacity=1,inner sep=0.5pt}]\n" +
         compatibility + colours(figure, style) + axis_styles(style) + map_command() +
         "\\useasboundingbox (0,0) rectangle (" + short_number(style.width) + "," +
         short_number(-style.height) + ");\n" + ground(style);
}

std::string write_panel(const Figure& figure, const PgfPanel& place, const PgfStyle& style) {
  const Panel& panel = figure.panels[place.panel];
  const PgfType type = type_of(style);
  const PgfPlot plot(place, panel.polar, 2 * type.size);
  PgfWords words(plot.box(), type);

  std::string maps, options = axis_options(panel, place, plot, style);
  for (const Layer& layer : panel.layers) {
    const Map* map = std::get_if<Map>(&layer);
    if (!map) continue;
    maps += write_map(*map, plot, style.ramp(map->colours));
    options += colour_bar(*map, place, style);
  }
  if (!maps.empty())
    maps = "\\begin{scope}[shift={(" + short_number(place.left) + "," +
           short_number(-place.top - place.height) + ")}]\n" + maps + "\\end{scope}\n";

  std::string layers = write_layers(panel.layers, plot, style, words);
  layers += write_labels(panel.layers, plot, words);
  const std::optional<std::string> names =
      place.legend_height > 0 ? std::nullopt : write_curve_names(panel.layers, plot, words);
  if (names) layers += *names;
  const PgfLegend legend =
      write_legend(panel, place, legend_entries(panel, place, !names, plot, style), plot, style, words);
  return "% panel: " + panel.id + "\n" + maps + "\\begin{axis}[" + options + legend.options + "]\n" +
         write_frame(panel, place, plot, style) + layers + legend.entries + "\\end{axis}\n";
}

}  // namespace

std::string write_figure_pgfplots(const Figure& figure, const Origin& origin,
                                  const std::vector<PgfPanel>& panels, const PgfStyle& style) {
  std::string text = pgf_header(figure, origin, style) + preamble(style) + picture_start(figure, style);
  for (const PgfPanel& place : panels) text += write_panel(figure, place, style);
  return text + write_remarks(figure, panels, style) + "\\end{tikzpicture}%\n\\endthetafigure\n";
}

}  // namespace theta
