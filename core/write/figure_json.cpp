// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_json.h"

#include "core/model/overloaded.h"
#include "core/model/tex.h"

#include <cmath>
#include <cstddef>
#include <span>
#include <variant>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

template <class Things>
Json list_of(const Things& things, auto&& to_json) {
  Json list = Json::array();
  for (const auto& thing : things) list.push_back(to_json(thing));
  return list;
}

Json plain_words(const std::vector<Text>& texts) {
  return list_of(texts, [](const Text& text) { return plain_words(text); });
}

Json number_or_null(double number) { return std::isfinite(number) ? Json(number) : Json(nullptr); }

Json numbers(std::span<const double> all) { return list_of(all, number_or_null); }

Json pair(Point point) { return {point.x, point.y}; }

std::string scale_id(AxisScale scale) {
  switch (scale) {
    case AxisScale::linear:
      return "linear";
    case AxisScale::log:
      return "log";
    case AxisScale::category:
      return "category";
  }
  return {};
}

std::string direction_id(Direction direction) {
  return direction == Direction::vertical ? "vertical" : "horizontal";
}

Json axis_json(const Axis& axis) {
  Json json = {
      {"label", plain_words(axis.label)}, {"scale", scale_id(axis.scale)}, {"range", {axis.low, axis.high}}};
  if (axis.scale == AxisScale::category) json["categories"] = plain_words(axis.categories);
  return json;
}

Json rows(const Map& map) {
  Json list = Json::array();
  const std::span<const double> values = map.values;
  const std::size_t columns = map.x.size();
  for (std::size_t row = 0; row < map.y.size(); ++row)
    list.push_back(numbers(values.subspan(row * columns, columns)));
  return list;
}

Json arrow_json(const Arrow& arrow) {
  return {{"tail", pair(arrow.tail)}, {"tip", pair(arrow.tip)}, {"label", plain_words(arrow.label)}};
}

Json arc_json(const Arc& arc) {
  return {{"centre", pair(arc.centre)},
          {"radius", arc.radius},
          {"from", arc.from},
          {"to", arc.to},
          {"label", plain_words(arc.label)}};
}

Json outline_json(const std::vector<Point>& outline) { return list_of(outline, pair); }

/// What a layer holds beside its id, kind and label.
Json layer_data(const Layer& layer) {
  return std::visit(
      Overloaded{
          [](const Curve& curve) -> Json {
            return {{"x", numbers(curve.x)}, {"y", numbers(curve.y)}};
          },
          [](const Band& band) -> Json {
            return {{"x", numbers(band.x)}, {"low", numbers(band.low)}, {"high", numbers(band.high)}};
          },
          [](const Points& points) -> Json {
            return {{"x", numbers(points.x)}, {"y", numbers(points.y)}};
          },
          [](const Bars& bars) -> Json {
            return {
                {"x", numbers(bars.x)}, {"y", numbers(bars.y)}, {"base", bars.base}, {"width", bars.width}};
          },
          [](const Map& map) -> Json {
            return {{"x", numbers(map.x)},
                    {"y", numbers(map.y)},
                    {"range", {map.low, map.high}},
                    {"values", rows(map)}};
          },
          [](const Arrows& arrows) -> Json {
            return {{"arrows", list_of(arrows.arrows, arrow_json)}};
          },
          [](const Polygons& polygons) -> Json {
            return {{"outlines", list_of(polygons.outlines, outline_json)}};
          },
          [](const Arcs& arcs) -> Json {
            return {{"arcs", list_of(arcs.arcs, arc_json)}};
          },
          [](const Rule& rule) -> Json {
            return {{"direction", direction_id(rule.direction)},
                    {"at", rule.at},
                    {"note", plain_words(rule.note)}};
          },
          [](const Span& span) -> Json {
            return {{"direction", direction_id(span.direction)},
                    {"low", span.low},
                    {"high", span.high},
                    {"note", plain_words(span.note)}};
          },
          [](const Note& note) -> Json {
            return {{"text", plain_words(note.text)}, {"at", pair(note.at)}};
          }},
      layer);
}

Json layer_json(const Layer& layer) {
  const Mark& mark = mark_of(layer);
  Json json = {{"id", mark.id}, {"kind", kind_id(layer)}, {"label", plain_words(mark.label)}};
  json.update(layer_data(layer));
  return json;
}

Json panel_json(const Panel& panel) {
  return {{"id", panel.id},
          {"title", plain_words(panel.title)},
          {"axes", {{"x", axis_json(panel.x)}, {"y", axis_json(panel.y)}}},
          {"layers", list_of(panel.layers, layer_json)}};
}

Json handle_json(const Handle& handle) {
  return {{"id", handle.id},
          {"panel", handle.panel},
          {"label", plain_words(handle.label)},
          {"at", pair(handle.at)},
          {"parameters", list_of(handle.bindings, [](const Binding& binding) { return binding.parameter; })}};
}

Json reading_json(const Reading& reading) {
  return {{"id", reading.id},
          {"label", plain_words(reading.label)},
          {"value", number_or_null(reading.value)},
          {"unit", reading.unit}};
}

Json model_json(const ModelOrigin& model) {
  return {{"name", plain_words(model.name)},
          {"variant", model.variant.id},
          {"read", plain_words(model.variant.read)},
          {"assumed", plain_words(model.variant.assumed)}};
}

}  // namespace

Json figure_json(const Figure& figure, const Origin& origin, Json state) {
  Json json = Json::object();
  if (!state.is_null()) json["state"] = std::move(state);
  json.update({{"lab", origin.lab->id},
               {"version", origin.version},
               {"title", plain_words(figure.title)},
               {"description", plain_words(figure.description)},
               {"parameters", values_json(origin.lab->fields, origin.state.values)},
               {"readings", list_of(figure.readings, reading_json)},
               {"panels", list_of(figure.panels, panel_json)},
               {"handles", list_of(figure.handles, handle_json)},
               {"remarks", plain_words(all_remarks(figure))}});
  if (origin.model) json["model"] = model_json(*origin.model);
  return json;
}

std::string write_figure_json(const Figure& figure, const Origin& origin, const std::string& state) {
  return figure_json(figure, origin, state.empty() ? Json() : Json::parse(state))
             .dump(-1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace theta
