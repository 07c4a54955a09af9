// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_csv.h"

#include "core/model/number.h"
#include "core/model/overloaded.h"
#include "core/model/problem.h"
#include "core/write/provenance.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <variant>

namespace theta {
namespace {

/// The cells of a row after panel, layer and kind; those that are empty or NaN stay empty.
struct Cells {
  std::optional<std::size_t> item = {};
  std::optional<double> x = {}, y = {}, low = {}, high = {}, value = {};
};

class Table {
 public:
  void begin_layer(const Panel& panel, const Layer& layer) {
    prefix_ = panel.id + "," + mark_of(layer).id + "," + kind_id(layer);
  }

  void add(const Cells& cells) {
    text_ += prefix_;
    text_ += ',';
    if (cells.item) text_ += std::to_string(*cells.item);
    for (const std::optional<double>& number : {cells.x, cells.y, cells.low, cells.high, cells.value}) {
      text_ += ',';
      if (number && std::isfinite(*number)) text_ += exact(*number);
    }
    text_ += '\n';
  }

  std::string take() && { return std::move(text_); }

 private:
  std::string prefix_;
  std::string text_ = "panel,layer,kind,item,x,y,low,high,value\n";
};

void add_samples(Table& table, const std::vector<double>& x, const std::vector<double>& y) {
  for (std::size_t i = 0; i < x.size(); ++i) table.add({.x = x[i], .y = y[i]});
}

void add_map(Table& table, const Map& map) {
  for (std::size_t row = 0; row < map.y.size(); ++row) {
    for (std::size_t column = 0; column < map.x.size(); ++column)
      table.add({.x = map.x[column], .y = map.y[row], .value = map.values[row * map.x.size() + column]});
  }
}

void add_polygons(Table& table, const Polygons& polygons) {
  for (std::size_t item = 0; item < polygons.outlines.size(); ++item) {
    for (const Point corner : polygons.outlines[item])
      table.add({.item = item, .x = corner.x, .y = corner.y});
  }
}

void add_layer(Table& table, const Layer& layer) {
  std::visit(Overloaded{[&](const Curve& curve) { add_samples(table, curve.x, curve.y); },
                        [&](const Band& band) {
                          for (std::size_t i = 0; i < band.x.size(); ++i)
                            table.add({.x = band.x[i], .low = band.low[i], .high = band.high[i]});
                        },
                        [&](const Points& points) { add_samples(table, points.x, points.y); },
                        [&](const Bars& bars) { add_samples(table, bars.x, bars.y); },
                        [&](const Map& map) { add_map(table, map); },
                        [&](const Arrows& arrows) {
                          for (std::size_t item = 0; item < arrows.arrows.size(); ++item) {
                            for (const Point end : {arrows.arrows[item].tail, arrows.arrows[item].tip})
                              table.add({.item = item, .x = end.x, .y = end.y});
                          }
                        },
                        [&](const Polygons& polygons) { add_polygons(table, polygons); },
                        [&](const Arcs& arcs) {
                          for (std::size_t item = 0; item < arcs.arcs.size(); ++item) {
                            const Arc& arc = arcs.arcs[item];
                            table.add({.item = item,
                                       .x = arc.centre.x,
                                       .y = arc.centre.y,
                                       .low = arc.from,
                                       .high = arc.to,
                                       .value = arc.radius});
                          }
                        },
                        [&](const Rule& rule) {
                          table.add(rule.direction == Direction::vertical ? Cells{.x = rule.at}
                                                                          : Cells{.y = rule.at});
                        },
                        [&](const Span& span) { table.add({.low = span.low, .high = span.high}); },
                        [&](const Note& note) { table.add({.x = note.at.x, .y = note.at.y}); }},
             layer);
}

std::string header(const Figure& figure, const Origin& origin) {
  std::vector<std::string> lines = provenance(figure, origin);
  for (const Panel& panel : figure.panels) {
    if (panel.x.label.empty() && panel.y.label.empty()) continue;
    lines.push_back("panel " + panel.id + ": x is " + words_on_line(panel.x.label) + "; y is " +
                    words_on_line(panel.y.label));
  }
  return comments(lines, "#");
}

std::string state_comment(const std::string& state) {
  return state.empty() ? "" : "# state: " + state + "\n";
}

std::string cell(const TableColumn& column, std::size_t row) {
  if (!column.words.empty()) return column.words[row];
  return std::isfinite(column.numbers[row]) ? exact(column.numbers[row]) : "";
}

}  // namespace

std::string write_figure_csv(const Figure& figure, const Origin& origin, const std::string& state) {
  Table table;
  for (const Panel& panel : figure.panels) {
    for (const Layer& layer : panel.layers) {
      table.begin_layer(panel, layer);
      add_layer(table, layer);
    }
  }
  return header(figure, origin) + state_comment(state) + std::move(table).take();
}

std::string write_table_csv(const Figure& figure, const Origin& origin, const std::string& state) {
  if (figure.table.empty())
    throw InputError(
        Problem{"numbers", say("table"), say("all or visible, as this figure has no table of its own")});
  std::string text = comments(provenance(figure, origin), "#") + state_comment(state);
  const auto add_line = [&](const auto& cell_of) {
    for (const TableColumn& column : figure.table)
      text += (&column == &figure.table.front() ? "" : ",") + cell_of(column);
    text += '\n';
  };
  add_line([](const TableColumn& column) { return column.id; });
  const TableColumn& first = figure.table.front();
  for (std::size_t row = 0; row < first.numbers.size() + first.words.size(); ++row)
    add_line([&](const TableColumn& column) { return cell(column, row); });
  return text;
}

}  // namespace theta
