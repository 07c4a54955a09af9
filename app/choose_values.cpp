// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choose_values.h"

#include "core/labs/all.h"
#include "core/model/change.h"
#include "core/model/nearest.h"
#include "core/model/overloaded.h"
#include "core/model/parameter_named.h"
#include "core/model/value_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace theta {
namespace {

/// The thing with this id; throws InputError that says which there are.
const auto& named(const char* kind, const std::string& id, const auto& things) {
  const auto found = std::ranges::find_if(things, [&](const auto& thing) { return thing.id == id; });
  if (found != things.end()) return *found;
  throw InputError(unknown_name(kind, id, things, [](const auto& thing) { return thing.id; }));
}

Values changed(const Lab& lab, const Values& values, const Edits& edits) {
  return std::visit(
      Overloaded{[](Changed result) { return std::move(result.values); },
                 [](std::vector<Problem> problems) -> Values { throw InputError(std::move(problems)); }},
      change(lab.fields, values, edits));
}

ModelOrigin read_model(const Lab& lab, const Choosing& choosing) {
  if (!lab.import_model) {
    std::string list;
    for (const Lab& each : all_labs()) {
      if (each.import_model) list += (list.empty() ? "" : ", ") + each.id;
    }
    throw InputError(
        Problem{"--model", {}, say("{} takes none from a model; labs that do: {}", lab.id, list)});
  }
  const Imported imported = lab.import_model(*choosing.model);
  if (!choosing.layers) return {imported.name, imported.variants.at(0)};
  return {imported.name, named("kind of layer", *choosing.layers, imported.variants)};
}

/// The list of options with one more; itself where it has that one.
Options with_option(Options options, std::size_t index) {
  const auto place = std::ranges::lower_bound(options.indices, index);
  if (place == options.indices.end() || *place != index) options.indices.insert(place, index);
  return options;
}

/// The settings of one other parameter with which this one would apply: scaling=linear, scaling=ntk, …
std::string applies_with(const Lab& lab, const Field& field, const Values& values) {
  std::string list;
  const auto try_value = [&](std::size_t place, const Value& value) {
    Values other = values;
    other[place] = value;
    if (!applies(field, other)) return;
    const Field& decisive = lab.fields[place];
    list += (list.empty() ? "" : ", ") + decisive.name.id + "=" + value_text(decisive, value);
  };
  for (std::size_t place = 0; place < lab.fields.size(); ++place) {
    if (const auto* choice = std::get_if<Choice>(&lab.fields[place].kind)) {
      for (std::size_t index = 0; index < choice->options.size(); ++index) try_value(place, Option{index});
    }
    if (const auto* chosen = std::get_if<Options>(&values[place])) {
      const std::size_t options = options_of(lab.fields[place].kind)->size();
      for (std::size_t index = 0; index < options; ++index) try_value(place, with_option(*chosen, index));
    }
    if (const bool* on = std::get_if<bool>(&values[place])) try_value(place, !*on);
  }
  return list;
}

Problem not_applying(const Lab& lab, const Field& field, const Values& values) {
  const std::string with = applies_with(lab, field, values);
  if (with.empty())
    return Problem{field.name.id, {}, say("does not apply while the others have these values")};
  return Problem{
      field.name.id, {}, say("does not apply while the others have these values; it does with {}", with)};
}

Edit parse_setting(const Lab& lab, const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos)
    throw InputError(
        Problem{"--set", say("“{}”", setting.substr(0, 200)), say("id=value, as in base=10000")});
  const std::size_t place = parameter_named(lab.fields, setting.substr(0, equals));
  return {place, parse_value(lab.fields[place], setting.substr(equals + 1))};
}

Edits parse_settings(const Lab& lab, const std::vector<std::string>& settings) {
  Edits edits;
  std::vector<Problem> problems;
  for (const std::string& setting : settings) {
    try {
      edits.push_back(parse_setting(lab, setting));
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  return edits;
}

Values with_settings(const Lab& lab, const Values& values, const std::vector<std::string>& settings,
                     const std::optional<Variation>& variation) {
  const Edits edits = parse_settings(lab, settings);
  Values all = changed(lab, values, edits);
  std::vector<std::size_t> asked;
  std::vector<Problem> problems;
  for (const Edit& edit : edits) {
    asked.push_back(edit.field);
    if (variation && edit.field == variation->field)
      problems.push_back(
          {lab.fields[edit.field].name.id, {}, say("--vary says its values, so not --set too")});
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  if (variation) asked.push_back(variation->field);
  const std::vector<Values> drawn_at =
      variation ? values_along(lab.fields, all, *variation) : std::vector<Values>{all};
  for (const std::size_t place : asked) {
    const Field& field = lab.fields[place];
    if (!applies_to_any(field, drawn_at)) problems.push_back(not_applying(lab, field, drawn_at.front()));
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  return all;
}

}  // namespace

const Lab& lab_named(const std::string& id) { return named("lab", id, all_labs()); }

Origin choose_values(const Lab& lab, const Choosing& choosing, const std::optional<Variation>& variation) {
  Origin origin{.lab = &lab,
                .state = {.lab = lab.id, .values = initial_values(lab), .view = {}},
                .version = THETA_VERSION};
  Values& values = origin.state.values;
  if (choosing.preset) values = preset_values(lab, named("preset", *choosing.preset, lab.presets()));
  if (choosing.model) {
    origin.model = read_model(lab, choosing);
    values = changed(lab, values, origin.model->variant.edits);
  }
  values = with_settings(lab, values, choosing.set, variation);
  return origin;
}

}  // namespace theta
