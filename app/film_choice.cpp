// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_choice.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "core/model/state.h"

namespace theta {

using Json = nlohmann::ordered_json;

std::string film_choice_text(const FilmChoice& choice) {
  const FilmRange& range = choice.range;
  return Json{{"timing", values_json(fields<FilmTiming>(), to_values(choice.timing))},
              {"format", film_ending(choice.format)},
              {"sheet", sheet_json(choice.sheet)},
              {"range",
               {{"lab", range.lab},
                {"parameter", range.parameter},
                {"from", range.from},
                {"to", range.to},
                {"in_factors", range.in_factors}}}}
      .dump();
}

std::optional<FilmChoice> film_choice(const std::string& text) {
  try {
    const Json json = parse_ordered_json(text, "film", say("what was chosen before"));
    FilmChoice choice;
    choice.timing =
        from_values<FilmTiming>(values_from_json(fields<FilmTiming>(), json.at("timing"), "a film"));
    choice.format = film_format("film" + json.at("format").get<std::string>()).value_or(choice.format);
    choice.sheet = sheet_from_json(json.at("sheet"));
    const Json& range = json.at("range");
    choice.range = {.lab = range.at("lab").get<std::string>(),
                    .parameter = range.at("parameter").get<std::string>(),
                    .from = range.at("from").get<double>(),
                    .to = range.at("to").get<double>(),
                    .in_factors = range.at("in_factors").get<bool>()};
    return choice;
  } catch (const InputError&) {
  } catch (const Json::exception&) {
  }
  return {};
}

}  // namespace theta
