// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/write/written_pgf.h"

#include <cstdlib>
#include <regex>

namespace theta {

std::string written_in(const std::vector<PgfPanel>& places, const Figure& figure, const PgfStyle& style) {
  const Lab lab = small_lab();
  return write_figure_pgfplots(figure, small_origin(lab), places, style);
}

std::string written(const Figure& figure, const PgfStyle& style) {
  return written_in(grid_layout(figure, style.width, style.height), figure, style);
}

Figure figure_of(const Layer& layer, const Axis& x, const Axis& y) {
  Figure figure{.title = "One"};
  figure.panels = {{.id = "panel", .x = x, .y = y, .layers = {layer}}};
  return figure;
}

std::vector<Point> coordinates(const std::string& text, const std::string& after) {
  const std::size_t from = text.find(after);
  if (from == text.npos) return {};
  const std::string statement = text.substr(from, text.find(';', from) - from);
  static const std::regex pair(R"(\(([-+.0-9enai]+),([-+.0-9enai]+)\))");
  std::vector<Point> points;
  for (std::sregex_iterator it(statement.begin(), statement.end(), pair), end; it != end; ++it)
    points.push_back(
        {std::strtod((*it)[1].str().c_str(), nullptr), std::strtod((*it)[2].str().c_str(), nullptr)});
  return points;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace theta
