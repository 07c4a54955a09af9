// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_choice.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "core/model/venue.h"

namespace theta {

using Json = nlohmann::ordered_json;

std::string export_choice_text(const ExportChoice& choice) {
  return Json{
      {"sheet", sheet_json(choice.sheet)}, {"format", format_name(choice.format)}, {"venue", choice.venue}}
      .dump();
}

ExportChoice export_choice(const std::string& text) {
  try {
    const Json json = parse_ordered_json(text, "export", say("what was chosen before"));
    ExportChoice choice;
    choice.sheet = sheet_from_json(json.at("sheet"));
    choice.format = file_format(json.at("format").get<std::string>()).value_or(choice.format);
    choice.venue = json.at("venue").get<std::string>();
    if (!choice.venue.empty()) sheet_for_venue({}, choice.venue);  // throws where there is none of this name
    return choice;
  } catch (const InputError&) {
  } catch (const Json::exception&) {
  }
  return {};
}

ExportChoice choice_of_opened(const ExportChoice& last, const Sheet& sheet, const std::string& ending) {
  ExportChoice choice{.sheet = sheet, .format = file_format(ending).value_or(last.format)};
  const bool same_venue = !last.venue.empty() && is_sheet_of(sheet, last.venue);
  choice.venue = same_venue ? last.venue : venue_of_sheet(sheet).value_or("");
  return choice;
}

}  // namespace theta
