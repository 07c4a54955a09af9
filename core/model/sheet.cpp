// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sheet.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "core/model/state.h"

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_panels = 64;

std::vector<std::string> panels_from(const Json& json) {
  const Problem wrong{"panels", {}, say("a list of at most {} panels' ids", most_panels)};
  if (!json.is_array() || json.size() > most_panels) throw InputError(wrong);
  std::vector<std::string> panels;
  for (const Json& id : json) {
    if (!id.is_string()) throw InputError(wrong);
    panels.push_back(id.get<std::string>());
  }
  return panels;
}

}  // namespace

Json sheet_json(const Sheet& sheet) {
  Json json = values_json(fields<Sheet>(), to_values(sheet));
  json["panels"] = sheet.panels;
  return json;
}

Sheet sheet_from_json(const Json& json) {
  if (!json.is_object()) throw InputError(Problem{"sheet", quoted(json), say("an object")});
  Json described = json;
  std::vector<std::string> panels;
  if (described.contains("panels")) {
    panels = panels_from(described["panels"]);
    described.erase("panels");
  }
  Sheet sheet = from_values<Sheet>(values_from_json(fields<Sheet>(), described, "a sheet"));
  sheet.panels = std::move(panels);
  return sheet;
}

}  // namespace theta
