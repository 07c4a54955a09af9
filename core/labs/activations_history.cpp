// SPDX-License-Identifier: GPL-3.0-or-later
// The functions in the order in which they came.
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"
#include "core/model/listed.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace theta {
namespace {

constexpr double first_year = 1940, last_year = 2026;

struct Event {
  int year;
  const char* what;
};

constexpr Event events[] = {{1943, "McCulloch and Pitts: a threshold unit"},
                            {1958, "Rosenblatt's perceptron learns its weights"},
                            {1960, "ADALINE: linear while it learns"},
                            {1969, "Fukushima rectifies: ReLU before its name"},
                            {1986, "Back-propagation needs a slope: the sigmoid"},
                            {1989, "LeCun scales tanh"},
                            {2001, "Softplus"},
                            {2004, "Hard tanh"},
                            {2009, "Softsign"},
                            {2010, "ReLU in Boltzmann machines; ReLU6"},
                            {2011, "Deep sparse rectifiers"},
                            {2013, "Maxout; leaky ReLU"},
                            {2015, "PReLU, RReLU, ELU, hard sigmoid"},
                            {2016, "GELU, and the name SiLU; gated linear units"},
                            {2017, "SELU, CELU, Swish"},
                            {2019, "Mish, hard-swish"},
                            {2020, "GEGLU and SwiGLU; Snake"},
                            {2021, "Squared ReLU"},
                            {2022, "SwiGLU and GEGLU in most language models"}};

const Event& latest_event(int year) {
  const Event* latest = events;
  for (const Event& event : events) {
    if (event.year <= year) latest = &event;
  }
  return *latest;
}

Panel timeline(const std::vector<Function>& known, int year) {
  Panel panel{
      .id = "timeline", .title = "Time line", .hint = "drag the ring", .cell = {.row = 1, .column = 0}};
  panel.x = {.label = "year", .low = first_year, .high = last_year, .whole = true};
  panel.y = {.label = "functions known", .low = 0, .high = 32, .whole = true};
  Curve count{.mark = {.id = "known", .label = "functions known", .role = Role::series_1}, .width = 2};
  double height = 0;
  count.x.push_back(first_year);
  count.y.push_back(0);
  for (const Function function : known_by(static_cast<int>(last_year))) {
    const double at = facts(static_cast<Activation>(function)).year;
    count.x.insert(count.x.end(), {at, at});
    count.y.insert(count.y.end(), {height, height + 1});
    ++height;
  }
  count.x.push_back(last_year);
  count.y.push_back(height);
  panel.layers = {std::move(count),
                  Rule{.mark = {.id = "year", .role = Role::ink}, .at = static_cast<double>(year)},
                  Points{.mark = {.id = "now", .role = Role::series_1},
                         .x = {static_cast<double>(year)},
                         .y = {static_cast<double>(known.size())},
                         .size = 6}};
  return panel;
}

Panel value_panel(const std::vector<Function>& known, const Activations& a) {
  Panel panel{.id = "value",
              .title = say("Known by {}", std::to_string(a.year)),
              .cell = {.row = 0, .column = 0, .rows = 1}};
  const double reach = std::max(std::abs(a.low), std::abs(a.high));
  const Limits limits = rounded_outward(std::max(-2.0, -reach), std::min(reach, 6.0), 1);
  panel.x = {.label = "$x$", .low = a.low, .high = a.high};
  panel.y = {.label = "$f(x)$", .low = limits.low, .high = limits.high};
  const int newest = facts(static_cast<Activation>(known.back())).year;
  std::size_t fresh = 0;
  for (const Function function : known) {
    Shown shown = named_function(function, a);
    const bool is_new = facts(static_cast<Activation>(function)).year == newest;
    shown.role = is_new ? series(fresh) : Role::muted;
    shown.dash = is_new ? series_dash(fresh) : Dash::solid;
    shown.highlighted = is_new;
    Curve curve = curve_of(shown, Order::value, a);
    if (is_new) {
      ++fresh;
    } else {
      curve.mark.label = {};
      curve.width = 1;
    }
    panel.layers.push_back(std::move(curve));
  }
  panel.layers.push_back(Rule{.mark = {.id = "probe", .role = Role::ink}, .at = a.probe});
  return panel;
}

/// The names of all that came in the last year anything came.
Text newest_names(const std::vector<Function>& known) {
  const auto& newest = facts(static_cast<Activation>(known.back()));
  std::vector<Text> names;
  for (const Function function : known) {
    const auto& each = facts(static_cast<Activation>(function));
    if (each.year == newest.year) names.push_back(verbatim(std::string(each.name)));
  }
  return listed(names, names.size());
}

bool has_one_newest(const std::vector<Function>& known) {
  return known.size() < 2 || facts(static_cast<Activation>(known[known.size() - 2])).year !=
                                 facts(static_cast<Activation>(known.back())).year;
}

}  // namespace

std::vector<Function> known_by(int year) {
  std::vector<Function> known;
  for (const ActivationFacts& facts : all_activations()) {
    if (facts.year > 0 && facts.year <= year)
      known.push_back(static_cast<Function>(&facts - all_activations().data()));
  }
  const auto year_of = [](Function function) { return facts(static_cast<Activation>(function)).year; };
  std::ranges::stable_sort(known, {}, year_of);
  return known;
}

Figure draw_history(const Activations& a) {
  const std::vector<Function> known = known_by(a.year);
  const auto newest = static_cast<Activation>(known.back());
  const std::string year = std::to_string(a.year);
  const ActivationValue at_point = evaluate(newest, a.probe, a.parameters());
  Figure figure{.title = say("Activation functions up to {}", year)};
  figure.panels = {value_panel(known, a), timeline(known, a.year)};
  figure.handles = {
      {.id = "year",
       .panel = "timeline",
       .label = "Year",
       .at = {static_cast<double>(a.year), static_cast<double>(known.size())},
       .bindings = {{.parameter = id_of(&Activations::year), .coordinate = Binding::Coordinate::x}}}};
  figure.readings = {
      {.id = "known",
       .label = "functions known",
       .value = static_cast<double>(known.size()),
       .significant = 0},
      {.id = "newest_year",
       .label = "newest from",
       .value = static_cast<double>(facts(newest).year),
       .significant = 0},
      {.id = "newest_value", .label = say("{} at $x_0$", facts(newest).name), .value = at_point.value},
      {.id = "newest_slope", .label = say("its slope there"), .value = at_point.slope}};
  const Event& event = latest_event(a.year);
  figure.worked = {
      say("{}: {}", std::to_string(event.year), event.what),
      say(has_one_newest(known) ? "newest curve: {}" : "newest curves: {}", newest_names(known))};
  figure.description =
      say(has_one_newest(known) ? "Activation functions known by {}: {}; the newest, {}, stands out. {}: {}."
                                : "Activation functions known by {}: {}; the newest, {}, stand out. {}: {}.",
          year, known.size(), newest_names(known), std::to_string(event.year), event.what);
  return figure;
}

}  // namespace theta
