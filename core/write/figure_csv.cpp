// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_csv.h"

#include "core/model/number.h"
#include "core/model/overloaded.h"
#include "core/model/problem.h"
#include "core/model/swept_figure.h"
#include "core/model/value_text.h"
#include "core/model/vary.h"
#include "core/write/provenance.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace theta {
namespace {

/// The cells of a row after panel, layer and kind; those that are empty or NaN stay empty.
struct Cells {
  std::optional<std::size_t> item = {};
  std::optional<double> x = {}, y = {}, low = {}, high = {}, value = {};
};

std::string csv_cell(const std::string& words) {
  if (words.find_first_of(",\"\n") == words.npos) return words;
  std::string quoted = "\"";
  for (const char c : words) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

/// The column of a sweep's values: "m2 (rad)".
class VariedColumn {
 public:
  explicit VariedColumn(const Origin& origin) {
    if (!origin.sweep) return;
    const std::vector<Field>& all = origin.lab->fields;
    const Variation variation = parse_variation(all, origin.sweep->vary);
    const Field& field = all[variation.field];
    const std::string unit = unit_of(field);
    name_ = "," + csv_cell(unit.empty() ? field.name.id : field.name.id + " (" + unit + ")");
    for (const Variation::Step& step : variation.steps)
      cells_.push_back("," + csv_cell(value_text(field, step.value)));
    by_panel_ = !origin.sweep->grid.empty();
  }

  const std::string& name() const { return name_; }
  std::string cell(const Panel& panel, const Layer& layer) const {
    if (cells_.empty()) return {};
    const std::optional<std::size_t> number = swept_number(by_panel_ ? panel.id : mark_of(layer).id);
    return number && *number < cells_.size() ? cells_[*number] : ",";
  }

 private:
  std::string name_;
  std::vector<std::string> cells_;
  bool by_panel_ = false;  ///< each panel is of one value, else each layer
};

class Table {
 public:
  explicit Table(const Origin& origin) : varied_(origin) {
    text_ = "panel,layer,kind,item,x,y,low,high,value" + varied_.name() + "\n";
  }

  void begin_layer(const Panel& panel, const Layer& layer) {
    prefix_ = panel.id + "," + mark_of(layer).id + "," + kind_id(layer);
    suffix_ = varied_.cell(panel, layer) + "\n";
  }

  void add(const Cells& cells) {
    text_ += prefix_;
    text_ += ',';
    if (cells.item) text_ += std::to_string(*cells.item);
    for (const std::optional<double>& number : {cells.x, cells.y, cells.low, cells.high, cells.value}) {
      text_ += ',';
      if (number && std::isfinite(*number)) text_ += exact(*number);
    }
    text_ += suffix_;
  }

  std::string take() && { return std::move(text_); }

 private:
  VariedColumn varied_;
  std::string prefix_, suffix_, text_;
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
  Table table(origin);
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
