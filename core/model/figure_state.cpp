// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure_state.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"

namespace theta {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t most_facts = 100, longest_text = 4000;

Json model_json(const ModelOrigin& model) {
  const auto facts = [](const std::vector<Text>& texts) {
    Json all = Json::array();
    for (const Text& text : texts) all.push_back(fill(text));
    return all;
  };
  return {{"name", fill(model.name)},
          {"id", model.variant.id},
          {"layers", fill(model.variant.name)},
          {"read", facts(model.variant.read)},
          {"assumed", facts(model.variant.assumed)}};
}

std::string text_of(const Json& json, const char* owner, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  if (found == json.end() || !found->is_string() ||
      found->get_ref<const std::string&>().size() > longest_text)
    throw InputError(
        Problem{std::string(owner) + "." + key, {}, say("a text of at most {} bytes", longest_text)});
  return found->get<std::string>();
}

std::vector<Text> facts_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array() || found->size() > most_facts)
    throw InputError(Problem{std::string("model.") + key, {}, say("a list of at most {} texts", most_facts)});
  std::vector<Text> facts;
  for (const Json& fact : *found) facts.push_back(verbatim(text_of(Json{{"fact", fact}}, key, "fact")));
  return facts;
}

ModelOrigin model_from(const Json& json) {
  ModelOrigin model{.name = verbatim(text_of(json, "model", "name")), .variant = {}};
  model.variant.id = text_of(json, "model", "id");
  model.variant.name = verbatim(text_of(json, "model", "layers"));
  model.variant.read = facts_of(json, "read");
  model.variant.assumed = facts_of(json, "assumed");
  return model;
}

}  // namespace

std::string write_figure_state(const Lab& lab, const FigureState& figure) {
  Json json = state_json(lab, figure.state);
  json["program"] = figure.program;
  json["sheet"] = sheet_json(figure.sheet);
  if (figure.model) json["model"] = model_json(*figure.model);
  if (figure.sweep) json["sweep"] = {{"vary", figure.sweep->vary}, {"grid", figure.sweep->grid}};
  return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

FigureState read_figure_state(const std::vector<Lab>& labs, std::string_view text) {
  FigureState figure{.state = read_state(labs, text), .sheet = {}, .program = {}, .model = {}, .sweep = {}};
  const Json json = parse_ordered_json(text, "state", say("a file saved by Thetalab"));
  if (json.contains("sheet")) figure.sheet = sheet_from_json(json["sheet"]);
  if (json.contains("program") && json["program"].is_string())
    figure.program = json["program"].get<std::string>();
  if (json.contains("model")) figure.model = model_from(json["model"]);
  if (json.contains("sweep"))
    figure.sweep = SweepOf{text_of(json["sweep"], "sweep", "vary"), text_of(json["sweep"], "sweep", "grid")};
  return figure;
}

}  // namespace theta
