// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/swept_figure.h"

#include "core/model/listed.h"
#include "core/model/match_by_id.h"
#include "core/model/shared_text.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <span>
#include <system_error>
#include <utility>
#include <variant>

namespace theta {
namespace {

using Swept = std::vector<SweptFigure>;

Text title_of(const Swept& figures, const Text& panel) {
  std::vector<Text> titles;
  for (const SweptFigure& each : figures) titles.push_back(each.figure.title);
  const Text title = shared_text(titles), values = values_listed(figures, 3);
  return panel.empty() ? say("{}: {}", title, values) : say("{}, {}: {}", title, panel, values);
}

Text description_of(const Swept& figures) {
  const Text values = values_listed(figures, 12);
  const SweptFigure& first = figures.front();
  if (first.figure.description.empty()) return say("The same for {}.", values);
  return say("The same for {}. With {}: {}", values, first.label, first.figure.description);
}

std::vector<Reading> readings_of(const Swept& figures) {
  std::vector<std::span<const Reading>> lists;
  for (const SweptFigure& each : figures) lists.emplace_back(each.figure.readings);
  std::vector<Reading> readings;
  for (const auto& versions : match_by_id(lists, [](const Reading& reading) { return reading.id; })) {
    const Reading* first = versions.front();
    if (first &&
        std::ranges::all_of(versions, [&](const Reading* each) { return each && *each == *first; })) {
      readings.push_back(*first);
      continue;
    }
    for (std::size_t n = 0; n < versions.size(); ++n) {
      if (!versions[n]) continue;
      Reading reading = *versions[n];
      reading.id = swept_id(reading.id, n);
      reading.label = say("{}, {}", reading.label, figures[n].label);
      readings.push_back(std::move(reading));
    }
  }
  return readings;
}

/// "$\\tau$ = 0.1" for the first, "0.2" for the others.
std::vector<Text> short_labels(const Swept& figures) {
  std::vector<Text> labels;
  for (const SweptFigure& each : figures)
    labels.push_back(labels.empty() || each.value.empty() ? each.label : each.value);
  return labels;
}

struct Remark {
  Text text;
  std::vector<std::size_t> values;  ///< the numbers of those it is said at
};

/// Remarks that differ at most by what fills them, each with all the values at which it is said.
std::vector<std::vector<Remark>> groups_of(const std::vector<const std::vector<Text>*>& remarks) {
  std::vector<std::vector<Remark>> groups;
  for (std::size_t n = 0; n < remarks.size(); ++n) {
    if (!remarks[n]) continue;
    for (const Text& text : *remarks[n]) {
      const auto group = std::ranges::find(
          groups, text.message, [](const std::vector<Remark>& each) { return each.front().text.message; });
      std::vector<Remark>& place = group == groups.end() ? groups.emplace_back() : *group;
      const auto same = std::ranges::find(place, text, &Remark::text);
      (same == place.end() ? place.emplace_back(Remark{text, {}}) : *same).values.push_back(n);
    }
  }
  return groups;
}

Text in_order(const std::vector<Text>& texts) {
  constexpr std::size_t most_numbers = 4;
  if (texts.size() > most_numbers) return say("{} … {}", texts.front(), texts.back());
  Text list = say("{}", texts.front());
  for (std::size_t i = 1; i < texts.size(); ++i) {
    list.message += " / {}";
    list.arguments.emplace_back(texts[i]);
  }
  return list;
}

/// One sentence for several that are filled differently.
Text merged_text(const std::vector<Text>& texts) {
  Text one = texts.front();
  for (std::size_t i = 0; i < one.arguments.size(); ++i) {
    std::vector<Text> fillings;
    bool are_sentences = true;
    for (const Text& text : texts) {
      const auto* words = std::get_if<Text>(&text.arguments[i].value);
      fillings.push_back(words ? *words : Text("{}", {text.arguments[i]}));
      are_sentences &= words && words->message == fillings.front().message;
    }
    if (std::ranges::adjacent_find(fillings, std::ranges::not_equal_to{}) == fillings.end()) continue;
    one.arguments[i] = Argument(are_sentences ? merged_text(fillings) : in_order(fillings));
  }
  return one;
}

/// One remark of a group where no value has two of them.
std::vector<Remark> merged(const std::vector<Remark>& group) {
  std::map<std::size_t, Text> at;
  std::size_t said = 0;
  for (const auto& [text, values] : group) {
    for (const std::size_t n : values) at.emplace(n, text);
    said += values.size();
  }
  if (group.size() < 2 || at.size() < said) return group;
  Remark one;
  std::vector<Text> texts;
  for (const auto& [n, text] : at) {
    one.values.push_back(n);
    texts.push_back(text);
  }
  one.text = merged_text(texts);
  return {one};
}

}  // namespace

std::string swept_id(const std::string& id, std::size_t n) { return id + "-" + std::to_string(n + 1); }

std::optional<std::size_t> swept_number(std::string_view id) {
  const std::size_t hyphen = id.rfind('-');
  if (hyphen == id.npos) return {};
  std::size_t number = 0;
  const char* const end = id.data() + id.size();
  const auto [read, error] = std::from_chars(id.data() + hyphen + 1, end, number);
  if (error != std::errc() || read != end || number == 0) return {};
  return number - 1;
}

Text values_listed(const Swept& figures, std::size_t most) { return listed(short_labels(figures), most); }

std::vector<Text> swept_remarks(const Swept& figures, const std::vector<const std::vector<Text>*>& remarks) {
  const auto there =
      static_cast<std::size_t>(std::ranges::count_if(remarks, [](auto* each) { return each; }));
  std::vector<Text> all;
  for (const std::vector<Remark>& group : groups_of(remarks)) {
    for (const auto& [text, values] : merged(group)) {
      Swept said_at;
      for (const std::size_t n : values) said_at.push_back({figures[n].label, {}, figures[n].value});
      all.push_back(values.size() == there ? text
                                           : say("{}: {}", values_listed(said_at, said_at.size()), text));
    }
  }
  return all;
}

Figure swept_frame(const Swept& figures, const Text& panel) {
  const Figure& first = figures.front().figure;
  const auto all = [&](auto&& is_so) {
    return std::ranges::all_of(figures, [&](const SweptFigure& each) { return is_so(each.figure); });
  };
  Figure frame{.title = title_of(figures, panel)};
  frame.readings = readings_of(figures);
  if (all([&](const Figure& each) { return each.worked == first.worked; })) frame.worked = first.worked;
  frame.description = description_of(figures);
  std::vector<const std::vector<Text>*> remarks;
  for (const SweptFigure& each : figures) remarks.push_back(&each.figure.remarks);
  frame.remarks = swept_remarks(figures, remarks);
  frame.formula = first.formula;
  frame.partial = !all([](const Figure& each) { return !each.partial; });
  return frame;
}

}  // namespace theta
