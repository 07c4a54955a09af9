// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/state.h"

#include "core/model/change.h"
#include "core/model/json_text.h"
#include "core/model/overloaded.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* format = "thetalab";
constexpr int version = 1;

[[noreturn]] void refuse(const std::string& where, const Json& given, Text what) {
  throw InputError(Problem{where, quoted(given), std::move(what)});
}

/// Reads one kind of value from JSON; a type that does not fit is refused in the field's name.
class StateReader {
 public:
  StateReader(const Field& field, const Json& json) : field_(field), json_(json) {}

  Value operator()(const Real&) const { return number(json_); }

  Value operator()(const Integer&) const {
    // Unsigned first: read as signed, 2⁶⁴ − 1 would pass for −1.
    if (json_.is_number_unsigned() && json_.get<std::uint64_t>() > std::uint64_t{1} << 53) refuse_it();
    if (!json_.is_number_integer()) refuse_it();
    return json_.get<std::int64_t>();
  }

  Value operator()(const Toggle&) const {
    if (json_.is_boolean()) return json_.get<bool>();
    refuse_it();
  }

  Value operator()(const Choice& kind) const { return Option{option(kind.options, json_)}; }

  Value operator()(const Choices& kind) const {
    Options chosen;
    for (const Json& id : list(kind.options.size())) chosen.indices.push_back(option(kind.options, id));
    std::ranges::sort(chosen.indices);
    return chosen;
  }

  Value operator()(const Reals& kind) const {
    std::vector<double> numbers;
    for (const Json& each : list(kind.most)) numbers.push_back(number(each));
    return numbers;
  }

  Value operator()(const Plane&) const {
    const Json& pair = list(2);
    if (pair.size() != 2) refuse_it();
    return Point{number(pair[0]), number(pair[1])};
  }

  Value operator()(const SeedNumber&) const {
    if (json_.is_number_unsigned()) return Seed{json_.get<std::uint64_t>()};
    refuse_it();
  }

  Value operator()(const FormulaText&) const {
    if (json_.is_string()) return Formula{json_.get<std::string>()};
    refuse_it();
  }

  Value operator()(const Records& kind) const {
    std::vector<Row> rows;
    for (const Json& record : list(kind.most)) {
      if (!record.is_object()) refuse_it();
      Row row;
      for (const Field& cell : kind.fields) {
        row.cells.push_back(record.contains(cell.name.id) ? value_from_json(cell, record[cell.name.id])
                                                          : cell.initial);
      }
      for (const auto& [id, _] : record.items()) {
        if (!find_field(kind.fields, id)) refuse(field_.name.id, Json(id), say("the members of a row"));
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  [[noreturn]] void refuse_it() const { refuse(field_.name.id, json_, allowed(field_, {})); }

  double number(const Json& json) const {
    if (!json.is_number()) refuse_it();
    return json.get<double>();
  }

  const Json& list(std::size_t most) const {
    if (!json_.is_array() || json_.size() > most) refuse_it();
    return json_;
  }

  std::size_t option(const std::vector<OptionName>& options, const Json& id) const {
    const auto found = std::ranges::find_if(options, [&](const OptionName& each) { return id == each.id; });
    if (found == options.end()) refuse_it();
    return static_cast<std::size_t>(found - options.begin());
  }

  const Field& field_;
  const Json& json_;
};

const Json& member(const Json& json, const char* name) {
  if (!json.is_object() || !json.contains(name))
    throw InputError(Problem{"state", say("a file without “{}”", name), say("a file saved by Thetalab")});
  return json[name];
}

/// A name from a file as a message can hold it: short, control characters written out.
std::string printable(const std::string& name) {
  const std::string quotation = fill(quoted(Json(name)));
  return quotation.substr(1, quotation.size() - 2);
}

}  // namespace

Values values_from_json(const std::vector<Field>& fields, const Json& json, const std::string& owner) {
  if (!json.is_object()) refuse("parameters", json, say("an object"));
  std::vector<Problem> problems;
  Values values;
  for (const Field& field : fields) values.push_back(field.initial);
  for (const auto& [id, value] : json.items()) {
    const std::optional<std::size_t> place = find_field(fields, id);
    if (!place) {
      problems.push_back({printable(id), say("a parameter that {} does not have", owner), {}});
      continue;
    }
    try {
      values[*place] = value_from_json(fields[*place], value);
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (problems.empty()) problems = check(fields, values);
  if (!problems.empty()) throw InputError(problems);
  return values;
}

Json value_json(const Field& field, const Value& value) {
  const auto* options = options_of(field.kind);
  return std::visit(
      Overloaded{[](double number) { return Json(number); }, [](std::int64_t number) { return Json(number); },
                 [](bool on) { return Json(on); },
                 [&](Option option) { return Json(options->at(option.index).id); },
                 [&](const Options& chosen) {
                   Json list = Json::array();
                   for (const std::size_t index : chosen.indices) list.push_back(options->at(index).id);
                   return list;
                 },
                 [](const std::vector<double>& numbers) { return Json(numbers); },
                 [](Point point) {
                   return Json{point.x, point.y};
                 },
                 [](Seed seed) { return Json(seed.number); },
                 [](const Formula& formula) { return Json(formula.text); },
                 [&](const std::vector<Row>& rows) {
                   Json list = Json::array();
                   for (const Row& row : rows)
                     list.push_back(values_json(std::get<Records>(field.kind).fields, row.cells));
                   return list;
                 }},
      value);
}

Value value_from_json(const Field& field, const Json& json) {
  return std::visit(StateReader(field, json), field.kind);
}

Json values_json(const std::vector<Field>& fields, const Values& values) {
  Json json = Json::object();
  for (std::size_t i = 0; i < fields.size(); ++i)
    json[fields[i].name.id] = value_json(fields[i], values.at(i));
  return json;
}

Json state_json(const Lab& lab, const State& state) {
  return {{"format", format},
          {"version", version},
          {"lab", lab.id},
          {"parameters", values_json(lab.fields, state.values)},
          {"view", {{"panel", state.view.panel}}}};
}

std::string write_state(const Lab& lab, const State& state) {
  return state_json(lab, state).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

State read_state(const std::vector<Lab>& labs, std::string_view text) {
  const Json json = parse_ordered_json(text, "state", say("a file saved by Thetalab"));
  if (member(json, "format") != format) refuse("format", json["format"], say("“thetalab”"));
  const Json& given_version = member(json, "version");
  if (given_version != version) refuse("version", given_version, say("{}", version));
  const Json& id = member(json, "lab");
  const auto lab = std::ranges::find_if(labs, [&](const Lab& each) { return id == each.id; });
  if (lab == labs.end()) refuse("lab", id, say("a lab of this version"));
  State state{.lab = lab->id,
              .values = values_from_json(lab->fields, member(json, "parameters"), lab->id),
              .view = {}};
  if (json.contains("view") && json["view"].is_object() && json["view"].contains("panel")) {
    const Json& panel = json["view"]["panel"];
    if (!panel.is_string()) refuse("view.panel", panel, say("a panel's id"));
    state.view.panel = panel.get<std::string>();
  }
  return state;
}

bool looks_like_state(std::string_view text) {
  return text.substr(0, 400).find("\"thetalab\"") != std::string_view::npos;
}

}  // namespace theta
