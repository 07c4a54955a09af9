// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_remarks.h"

#include "core/write/pgf_pen.h"
#include "core/write/pgf_plot.h"
#include "core/write/pgf_type.h"

#include <algorithm>

namespace theta {
namespace {

// In the sizes of the figure's letters.
constexpr double remark_size = 10.0 / 11, line_step = 13.0 / 11, first_at = 16.0 / 11,
                 right_margin = 4.0 / 11, above_edge_of_page = 3.5 / 11;

/// The lowest words of a panel end about so far above its pane's end.
constexpr double free_below_words = 11.0 / 11;

}  // namespace

std::string write_remarks(const Figure& figure, const std::vector<PgfPanel>& panels, const PgfStyle& style) {
  const std::vector<Text> remarks = all_remarks(figure);
  if (remarks.empty()) return {};
  const double em = type_of(style).size, width = style.width - (first_at + right_margin) * em;
  PgfType type = type_of(style);
  type.size *= remark_size;
  std::vector<Text> lines = broken(remarks, width, type);
  double panels_end = 0;
  for (const PgfPanel& place : panels) panels_end = std::max(panels_end, place.pane_top + place.pane_height);
  const double room = style.height - above_edge_of_page * em - panels_end + free_below_words * em - type.size;
  const auto most = static_cast<std::size_t>(1 + std::max(0.0, room / (line_step * em)));
  if (lines.size() > most) {
    lines.resize(most);
    lines.back() = shortened(verbatim(fill(lines.back()) + " …"), width, type);
  }
  return "\\node[theta words,text=thetaMutedText,anchor=base west,font=\\fontsize{" +
         short_number(remark_size * style.font_size) + "pt}{" + short_number(line_step * style.font_size) +
         "pt}\\selectfont] at (" + short_number(first_at * em) + "," +
         short_number(-style.height + above_edge_of_page * em) + ") {" +
         stacked(lines, width, "\\raggedright") + "};\n";
}

}  // namespace theta
