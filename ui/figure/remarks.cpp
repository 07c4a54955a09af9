// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/remarks.h"

#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace theta {
namespace {

constexpr double remark_step = 13, remark_gap = 16, above_edge = 3.5;
constexpr std::size_t most_remark_lines = 5;

using RemarkLine = std::vector<PlacedText>;

double start(const Theme& theme) { return gutter + 16 * theme.type; }

/// One remark after the other, on a new line where a word has no room.
std::vector<RemarkLine> lines_of_remarks(const Figure& figure, const Theme& theme, double width) {
  const Lettering fonts = lettering(theme, 10);
  const double left = start(theme), right = width - gutter;
  std::vector<RemarkLine> lines(1);
  double x = left;
  for (const Text& remark : all_remarks(figure)) {
    SetText rest = set_text(remark, fonts);
    while (!rest.empty()) {
      auto [here, below] = broken(rest, right - x);
      const bool fits = here.width <= right - x;
      if (!fits && x > left) {
        lines.emplace_back();
        x = left;
        continue;
      }
      lines.back().push_back({x, fits ? here : elided(here, right - x)});
      x += here.width + remark_gap;
      rest = below;
      if (rest.empty()) continue;
      lines.emplace_back();
      x = left;
    }
  }
  return lines;
}

}  // namespace

double foot_of_remarks(const Figure& figure, const Theme& theme, double width) {
  const std::size_t lines = std::min(lines_of_remarks(figure, theme, width).size(), most_remark_lines);
  return static_cast<double>(lines - 1) * remark_step * theme.type;
}

SetRemarks set_remarks(const Figure& figure, const Theme& theme, QSizeF size, double panels_end) {
  SetRemarks set{.lines = lines_of_remarks(figure, theme, size.width()), .step = remark_step * theme.type};
  constexpr double half_a_pixel = 0.5;  // by which panels are rounded to whole ones
  const double free = size.height() - gutter - panels_end + half_a_pixel;
  const auto room = static_cast<std::size_t>(std::max(0.0, free / set.step)) + 1;
  set.cut = set.lines.size() > room;
  if (set.cut) set.lines.resize(room);
  set.first_baseline = size.height() - above_edge - static_cast<double>(set.lines.size() - 1) * set.step;
  if (RemarkLine& foot = set.lines.back(); set.cut && !foot.empty()) {
    PlacedText& last = foot.back();
    SetText dots = set_text("…", lettering(theme, 10));
    const double x = std::min(last.x + last.text.width, size.width() - gutter - dots.width);
    last.text = elided(last.text, x - last.x);
    foot.push_back({x, std::move(dots)});
  }
  return set;
}

void paint_remarks(QPainter& painter, const SetRemarks& remarks, const Theme& theme) {
  painter.setPen(theme.muted_text);
  double y = remarks.first_baseline;
  for (const RemarkLine& each : remarks.lines) {
    for (const PlacedText& words : each) draw_text(painter, words.text, {words.x, y});
    y += remarks.step;
  }
}

}  // namespace theta
