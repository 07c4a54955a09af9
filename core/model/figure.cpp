// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure.h"

#include "core/math/orthographic.h"
#include "core/math/unit_sphere.h"
#include "core/model/overloaded.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace theta {
namespace {

bool same_number(double left, double right) {
  return left == right || (std::isnan(left) && std::isnan(right));
}

bool same_numbers(const std::vector<double>& left, const std::vector<double>& right) {
  return std::ranges::equal(left, right, same_number);
}

}  // namespace

bool Curve::operator==(const Curve& other) const {
  return mark == other.mark && x == other.x && same_numbers(y, other.y) && dash == other.dash &&
         marker == other.marker && width == other.width;
}

bool Band::operator==(const Band& other) const {
  return mark == other.mark && x == other.x && same_numbers(low, other.low) &&
         same_numbers(high, other.high) && opacity == other.opacity;
}

bool Reading::operator==(const Reading& other) const {
  return id == other.id && label == other.label && same_number(value, other.value) && unit == other.unit &&
         significant == other.significant;
}

bool TableColumn::operator==(const TableColumn& other) const {
  return id == other.id && same_numbers(numbers, other.numbers) && words == other.words;
}

Role series(std::size_t n) { return static_cast<Role>(n % 8); }

Dash series_dash(std::size_t n) {
  if (n < 2) return Dash::solid;
  return static_cast<Dash>(1 + (n - 2) % 3);
}

const Mark& mark_of(const Layer& layer) {
  return std::visit([](const auto& kind) -> const Mark& { return kind.mark; }, layer);
}

Mark& mark_of(Layer& layer) {
  return std::visit([](auto& kind) -> Mark& { return kind.mark; }, layer);
}

std::string kind_id(const Layer& layer) {
  return std::visit(Overloaded{[](const Curve&) { return "curve"; }, [](const Band&) { return "band"; },
                               [](const Points&) { return "points"; }, [](const Bars&) { return "bars"; },
                               [](const Map&) { return "map"; }, [](const Arrows&) { return "arrows"; },
                               [](const Polygons&) { return "polygons"; }, [](const Arcs&) { return "arcs"; },
                               [](const Rule&) { return "rule"; }, [](const Span&) { return "span"; },
                               [](const Note&) { return "note"; }},
                    layer);
}

bool shows_label(const Axis& axis) { return axis.label_shown && !axis.label.empty(); }

std::vector<Text> all_remarks(const Figure& figure) {
  std::vector<Text> remarks = figure.remarks;
  for (const Panel& panel : figure.panels)
    remarks.insert(remarks.end(), panel.remarks.begin(), panel.remarks.end());
  return remarks;
}

const Panel* find_panel(const Figure& figure, std::string_view id) {
  const auto panel =
      std::ranges::find(figure.panels, id, [](const Panel& each) { return std::string_view(each.id); });
  return panel == figure.panels.end() ? nullptr : &*panel;
}

std::vector<Move> moves(const Handle& handle, Point to) {
  if (handle.sphere) {
    const auto [longitude, latitude] = *handle.sphere;
    const Eigen::Vector3d at = Orthographic(longitude, latitude).direction_at(to.x, to.y);
    to = {longitude_of(at), latitude_of(at)};
  }
  const double dx = to.x - handle.centre.x, dy = to.y - handle.centre.y;
  std::vector<Move> result;
  for (const Binding& binding : handle.bindings) {
    const auto number = [&](double coordinate) {
      result.push_back({binding.parameter, binding.scale * coordinate + binding.offset, binding.element});
    };
    switch (binding.coordinate) {
      case Binding::Coordinate::x:
        number(to.x);
        break;
      case Binding::Coordinate::y:
        number(to.y);
        break;
      case Binding::Coordinate::angle:
        number(std::atan2(dy, dx));
        break;
      case Binding::Coordinate::radius:
        number(std::hypot(dx, dy));
        break;
      case Binding::Coordinate::point:
        result.push_back({binding.parameter, Point{binding.scale * to.x + binding.offset,
                                                   binding.scale * to.y + binding.offset}});
        break;
    }
  }
  return result;
}

namespace {

/// Collects what is wrong with one figure; `where_` names the place being looked at.
class Inspector {
 public:
  void look_at(const Panel& panel) {
    where_ = "panel " + panel.id;
    axis(panel.x);
    axis(panel.y);
    for (const Layer& layer : panel.layers) {
      where_ = "panel " + panel.id + ", layer " + mark_of(layer).id;
      std::visit([this](const auto& kind) { look(kind); }, layer);
    }
    for (const Pick& pick : panel.picks) finite({pick.centre.x, pick.centre.y, pick.reach});
  }
  void look_at(const Handle& handle, const Figure& figure) {
    where_ = "handle " + handle.id;
    finite({handle.at.x, handle.at.y, handle.centre.x, handle.centre.y});
    if (!find_panel(figure, handle.panel)) fault("stands on no panel");
    if (handle.bindings.empty()) fault("is bound to nothing");
  }
  void look_at(const Reading& reading) {
    where_ = "reading " + reading.id;
    finite_or_gap({&reading.value, 1});
  }
  void look_at(const std::vector<TableColumn>& table) {
    const auto rows = [](const TableColumn& column) { return column.numbers.size() + column.words.size(); };
    for (const TableColumn& column : table) {
      where_ = "column " + column.id;
      equal(rows(column), rows(table.front()));
      finite_or_gap(column.numbers);
    }
  }
  std::vector<std::string> faults;

 private:
  void fault(const std::string& what) { faults.push_back(where_ + " " + what); }
  void finite(std::initializer_list<double> numbers) { all_finite(numbers); }
  void all_finite(std::span<const double> numbers) {
    if (!std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); }))
      fault("is not finite");
  }
  void finite_or_gap(std::span<const double> numbers) {
    if (std::ranges::any_of(numbers, [](double number) { return std::isinf(number); })) fault("is infinite");
  }
  void equal(std::size_t left, std::size_t right) {
    if (left != right) fault("has lists of unequal length");
  }
  void point(Point p) { finite({p.x, p.y}); }
  void axis(const Axis& axis) {
    finite({axis.low, axis.high});
    if (!(axis.low < axis.high)) fault("has an empty axis");
    if (axis.scale == AxisScale::log && !(axis.low > 0)) fault("has a logarithmic axis that is not positive");
  }
  void look(const Curve& curve) {
    equal(curve.x.size(), curve.y.size());
    all_finite(curve.x);
    finite_or_gap(curve.y);
  }
  void look(const Band& band) {
    equal(band.x.size(), band.low.size());
    equal(band.x.size(), band.high.size());
    all_finite(band.x);
    finite_or_gap(band.low);
    finite_or_gap(band.high);
  }
  void look(const Points& points) {
    equal(points.x.size(), points.y.size());
    all_finite(points.x);
    all_finite(points.y);
  }
  void look(const Bars& bars) {
    equal(bars.x.size(), bars.y.size());
    all_finite(bars.x);
    all_finite(bars.y);
    finite({bars.base, bars.width});
  }
  void look(const Map& map) {
    equal(map.values.size(), map.x.size() * map.y.size());
    all_finite(map.x);
    all_finite(map.y);
    all_finite(map.values);
    finite({map.low, map.high});
  }
  void look(const Arrows& arrows) {
    for (const Arrow& arrow : arrows.arrows) {
      point(arrow.tail);
      point(arrow.tip);
    }
  }
  void look(const Polygons& polygons) {
    for (const auto& outline : polygons.outlines)
      std::ranges::for_each(outline, [this](Point p) { point(p); });
  }
  void look(const Arcs& arcs) {
    for (const Arc& arc : arcs.arcs) finite({arc.centre.x, arc.centre.y, arc.radius, arc.from, arc.to});
  }
  void look(const Rule& rule) { finite({rule.at}); }
  void look(const Span& span) { finite({span.low, span.high}); }
  void look(const Note& note) { point(note.at); }

  std::string where_;
};

}  // namespace

std::vector<std::string> faults(const Figure& figure) {
  Inspector inspector;
  for (const Panel& panel : figure.panels) inspector.look_at(panel);
  for (const Handle& handle : figure.handles) inspector.look_at(handle, figure);
  for (const Reading& reading : figure.readings) inspector.look_at(reading);
  inspector.look_at(figure.table);
  return inspector.faults;
}

}  // namespace theta
