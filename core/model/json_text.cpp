// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_text.h"

#include "core/model/counted.h"
#include "core/model/problem.h"

#include <algorithm>
#include <vector>

namespace theta {
namespace {

Text place_in(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
  const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
  const std::size_t start = before.rfind('\n');
  return say("line {}, column {}", line, before.size() - (start == before.npos ? 0 : start + 1) + 1);
}

/// Counts what is nested and what an object holds, and refuses too much of either while it is being read.
template <class Json>
class Watch {
 public:
  Watch(const std::string& where, const JsonLimits& limits) : where_(where), limits_(limits) {}

  bool operator()(int depth, typename Json::parse_event_t event, Json&) {
    using Event = typename Json::parse_event_t;
    const bool opens = event == Event::object_start || event == Event::array_start;
    if (opens && depth >= limits_.depth)  // the outermost opens at 0
      throw InputError(
          Problem{where_, say("nesting deeper than {}", limits_.depth), say("at most {}", limits_.depth)});
    if (event == Event::object_start) {
      members_.resize(static_cast<std::size_t>(depth) + 2);
      members_.back() = 0;
    }
    if (event == Event::key && ++members_[static_cast<std::size_t>(depth)] > limits_.members)
      throw InputError(Problem{where_, say("an object of more than {} members", limits_.members),
                               say("at most {}", limits_.members)});
    return true;
  }

 private:
  const std::string& where_;
  const JsonLimits& limits_;
  std::vector<std::size_t> members_ = {0};  ///< so far, of the open object at each depth
};

template <class Json>
Json parsed(std::string_view text, const std::string& where, const Text& expected, const JsonLimits& limits) {
  if (text.size() > limits.bytes)
    throw InputError(Problem{where, say("a text of {}", counted(text.size(), "{} byte", "{} bytes")),
                             say("at most {} bytes", limits.bytes)});
  Watch<Json> watch(where, limits);
  try {
    return Json::parse(text, [&](int depth, typename Json::parse_event_t event, Json& json) {
      return watch(depth, event, json);
    });
  } catch (const typename Json::parse_error& error) {
    throw InputError(Problem{where, say("text that is not JSON, {},", place_in(text, error.byte)), expected});
  } catch (const nlohmann::json::exception&) {
    throw InputError(Problem{where, say("text with a number too large"), expected});
  }
}

}  // namespace

nlohmann::json parse_json(std::string_view text, const std::string& where, const Text& expected,
                          const JsonLimits& limits) {
  return parsed<nlohmann::json>(text, where, expected, limits);
}

nlohmann::ordered_json parse_ordered_json(std::string_view text, const std::string& where,
                                          const Text& expected, const JsonLimits& limits) {
  return parsed<nlohmann::ordered_json>(text, where, expected, limits);
}

}  // namespace theta
