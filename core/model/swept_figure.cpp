// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/swept_figure.h"

#include "core/model/listed.h"
#include "core/model/match_by_id.h"
#include "core/model/shared_text.h"

#include <algorithm>
#include <span>

namespace theta {
namespace {

using Swept = std::vector<SweptFigure>;

std::vector<Text> labels_of(const Swept& figures) {
  std::vector<Text> labels;
  for (const SweptFigure& each : figures) labels.push_back(each.label);
  return labels;
}

Text title_of(const Swept& figures, const Text& panel) {
  std::vector<Text> titles;
  for (const SweptFigure& each : figures) titles.push_back(each.figure.title);
  const Text title = shared_text(titles), values = listed(labels_of(figures), 3);
  return panel.empty() ? say("{}: {}", title, values) : say("{}, {}: {}", title, panel, values);
}

Text description_of(const Swept& figures) {
  const Text values = listed(labels_of(figures), 12);
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

}  // namespace

std::string swept_id(const std::string& id, std::size_t n) { return id + "-" + std::to_string(n + 1); }

std::vector<Text> swept_remarks(const Swept& figures, const std::vector<std::vector<Text>>& remarks) {
  const auto in_all = [&](const Text& remark) {
    return std::ranges::all_of(remarks, [&](const std::vector<Text>& there) {
      return std::ranges::find(there, remark) != there.end();
    });
  };
  std::vector<Text> all;
  for (const Text& remark : remarks.front()) {
    if (in_all(remark)) all.push_back(remark);
  }
  for (std::size_t n = 0; n < figures.size(); ++n) {
    for (const Text& remark : remarks[n]) {
      if (!in_all(remark)) all.push_back(say("{}: {}", figures[n].label, remark));
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
  std::vector<std::vector<Text>> remarks;
  for (const SweptFigure& each : figures) remarks.push_back(each.figure.remarks);
  frame.remarks = swept_remarks(figures, remarks);
  frame.formula = first.formula;
  frame.partial = !all([](const Figure& each) { return !each.partial; });
  return frame;
}

}  // namespace theta
