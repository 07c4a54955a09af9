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
constexpr std::size_t most_lines = 5;

struct PlacedText {
  double x;
  SetText text;
};
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
  const std::size_t lines = std::min(lines_of_remarks(figure, theme, width).size(), most_lines);
  return static_cast<double>(lines - 1) * remark_step * theme.type;
}

void paint_remarks(QPainter& painter, const Figure& figure, const Theme& theme, QSizeF size,
                   double panels_end) {
  const double step = remark_step * theme.type;
  std::vector<RemarkLine> lines = lines_of_remarks(figure, theme, size.width());
  const auto room =
      static_cast<std::size_t>(std::max(0.0, (size.height() - gutter - panels_end) / step + 1e-6)) + 1;
  if (lines.front().empty()) return;
  const bool cut = lines.size() > room;
  if (cut) lines.resize(room);
  double y = size.height() - above_edge - static_cast<double>(lines.size() - 1) * step;
  painter.setPen(theme.muted_text);
  for (RemarkLine& each : lines) {
    if (cut && &each == &lines.back() && !each.empty()) {
      PlacedText& last = each.back();
      SetText dots = set_text("…", lettering(theme, 10));
      const double x = std::min(last.x + last.text.width, size.width() - gutter - dots.width);
      last.text = elided(last.text, x - last.x);
      each.push_back({x, std::move(dots)});
    }
    for (const PlacedText& words : each) draw_text(painter, words.text, {words.x, y});
    y += step;
  }
}

}  // namespace theta
