// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe_lab.h"

#include "app/settings_to_list.h"
#include "core/model/change.h"
#include "core/model/overloaded.h"
#include "core/model/state.h"
#include "core/model/tex.h"
#include "core/model/value_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

std::string unit_of(const Field& field) {
  if (const auto* real = std::get_if<Real>(&field.kind)) return real->unit;
  if (const auto* integer = std::get_if<Integer>(&field.kind)) return integer->unit;
  return {};
}

std::string scale_id(Scale scale) { return scale == Scale::log ? "log" : "linear"; }

Json options_json(const std::vector<OptionName>& options) {
  Json list = Json::array();
  for (const OptionName& option : options)
    list.push_back({{"id", option.id}, {"label", plain_words(option.label)}});
  return list;
}

Json field_json(const Field& field);

Json fields_json(const std::vector<Field>& fields) {
  Json list = Json::array();
  for (const Field& field : fields) list.push_back(field_json(field));
  return list;
}

/// What only a field of this kind has: limits, options, the fields of its rows.
Json kind_json(const Kind& kind) {
  return std::visit(
      Overloaded{
          [](const Real& real) -> Json {
            return {{"limits", {real.low, real.high}}, {"scale", scale_id(real.scale)}};
          },
          [](const Integer& integer) -> Json {
            const auto low = static_cast<std::int64_t>(integer.low);
            const auto high = static_cast<std::int64_t>(integer.high);
            return {
                {"limits", {low, high}}, {"scale", scale_id(integer.scale)}, {"multiple", integer.multiple}};
          },
          [](const Toggle&) { return Json::object(); },
          [](const Choice& choice) -> Json {
            return {{"options", options_json(choice.options)}};
          },
          [](const Choices& choices) -> Json {
            return {{"options", options_json(choices.options)}, {"least", choices.least}};
          },
          [](const Reals& reals) -> Json {
            return {{"limits", {reals.low, reals.high}}, {"least", reals.least}, {"most", reals.most}};
          },
          [](const Plane& plane) -> Json {
            return {{"limits", {-plane.reach, plane.reach}}};
          },
          [](const SeedNumber&) { return Json::object(); }, [](const FormulaText&) { return Json::object(); },
          [](const Records& records) -> Json {
            return {
                {"fields", fields_json(records.fields)}, {"least", records.least}, {"most", records.most}};
          }},
      kind);
}

Json field_json(const Field& field) {
  Json json = {{"id", field.name.id},
               {"kind", kind_id(field.kind)},
               {"label", plain_words(field.name.label)},
               {"symbol", field.name.symbol},
               {"help", plain_words(field.name.help)},
               {"group", plain_words(field.name.group)},
               {"unit", unit_of(field)},
               {"default", value_json(field, field.initial)},
               {"allowed", plain_words(allowed(field, {}))}};
  json.update(kind_json(field.kind));
  return json;
}

Json parameters_json(const Lab& lab, const Values& initial) {
  Json list = fields_json(lab.fields);
  for (std::size_t i = 0; i < lab.fields.size(); ++i) list[i]["applies"] = applies(lab.fields[i], initial);
  return list;
}

Json presets_json(const Lab& lab) {
  Json list = Json::array();
  for (const Preset& preset : lab.presets()) {
    Json parameters = Json::object();
    for (const Edit& edit : preset.edits) {
      const Field& field = lab.fields.at(edit.field);
      parameters[field.name.id] = value_json(field, edit.value);
    }
    list.push_back({{"id", preset.id},
                    {"name", plain_words(preset.name)},
                    {"look_for", plain_words(preset.look_for)},
                    {"parameters", std::move(parameters)}});
  }
  return list;
}

/// Figures that together hold what a lab can show. Some of it is left to passes that take their time: of
/// these the initial one is drawn.
std::vector<Figure> figures_of(const Lab& lab) {
  std::vector<Figure> figures;
  for (const Values& values : settings_to_list(lab)) {
    if (figures.empty()) figures.push_back(lab.draw(values, {}));
    figures.push_back(lab.draw(values, {.quick = true}));
  }
  return figures;
}

/// The entry of a list with that id, added at its end where there is none.
Json& entry(Json& list, const Json& fresh) {
  for (Json& each : list) {
    if (each["id"] == fresh["id"]) return each;
  }
  return list.emplace_back(fresh);
}

Json panels_json(const std::vector<Figure>& figures) {
  Json list = Json::array();
  for (const Figure& figure : figures) {
    for (const Panel& panel : figure.panels) {
      Json& shown =
          entry(list, {{"id", panel.id}, {"title", plain_words(panel.title)}, {"layers", Json::array()}});
      for (const Layer& layer : panel.layers) {
        const Mark& mark = mark_of(layer);
        entry(shown["layers"],
              {{"id", mark.id}, {"kind", kind_id(layer)}, {"label", plain_words(mark.label)}});
      }
    }
  }
  return list;
}

Json readings_json(const std::vector<Figure>& figures) {
  Json list = Json::array();
  for (const Figure& figure : figures) {
    for (const Reading& reading : figure.readings)
      entry(list, {{"id", reading.id}, {"label", plain_words(reading.label)}, {"unit", reading.unit}});
  }
  return list;
}

}  // namespace

Json labs_json(const std::vector<Lab>& labs) {
  Json list = Json::array();
  for (const Lab& lab : labs)
    list.push_back({{"id", lab.id},
                    {"name", plain_words(lab.name)},
                    {"group", plain_words(lab.group)},
                    {"summary", plain_words(lab.summary)}});
  return list;
}

Json lab_json(const Lab& lab) {
  const Values initial = initial_values(lab);
  const std::vector<Figure> figures = figures_of(lab);
  return {{"id", lab.id},
          {"name", plain_words(lab.name)},
          {"group", plain_words(lab.group)},
          {"summary", plain_words(lab.summary)},
          {"source", plain_words(lab.source)},
          {"takes_model", bool(lab.import_model)},
          {"parameters", parameters_json(lab, initial)},
          {"presets", presets_json(lab)},
          {"readings", readings_json(figures)},
          {"panels", panels_json(figures)}};
}

}  // namespace theta
