// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure_state.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"

namespace theta {

using Json = nlohmann::ordered_json;

std::string write_figure_state(const Lab& lab, const FigureState& figure) {
  Json json = state_json(lab, figure.state);
  json["program"] = figure.program;
  json["sheet"] = sheet_json(figure.sheet);
  return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

FigureState read_figure_state(const std::vector<Lab>& labs, std::string_view text) {
  FigureState figure{.state = read_state(labs, text), .sheet = {}, .program = {}};
  const Json json = parse_ordered_json(text, "state", say("a file saved by Thetalab"));
  if (json.contains("sheet")) figure.sheet = sheet_from_json(json["sheet"]);
  if (json.contains("program") && json["program"].is_string())
    figure.program = json["program"].get<std::string>();
  return figure;
}

}  // namespace theta
