// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/run_code.h"

#include "core/labs/all.h"
#include "core/labs/angular_margin_parameters.h"
#include "core/write/figure_json.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <regex>
#include <set>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* python = "/usr/bin/python3";

/// Runs the scripts on its last line, a zero after the output of each: starting Python takes longer than a
/// script.
constexpr const char* driver = R"python(import json, traceback

with open(__file__, encoding="utf-8") as own:
    scripts = json.loads(own.readlines()[-1].removeprefix("# "))
for script in scripts:
    try:
        exec(compile(script, "script", "exec"), {"__name__": "script"})
    except Exception:
        traceback.print_exc()
    print(end="\0")
# )python";

bool has(const std::string& library) {
  return std::system((python + (" -c 'import " + library + "' > /dev/null 2>&1")).c_str()) == 0;
}

/// The layer of a figure a script names: by its id, or by those of its panel and itself.
const Json* find_layer(const Json& figure, const std::string& name) {
  for (const Json& panel : figure["panels"]) {
    for (const Json& layer : panel["layers"]) {
      const std::string id = layer["id"];
      if (id == name || panel["id"].get<std::string>() + "/" + id == name) return &layer;
    }
  }
  return nullptr;
}

double largest(const Json& numbers) {
  double most = 0;
  for (const Json& each : numbers) {
    if (each.is_array())
      most = std::max(most, largest(each));
    else if (each.is_number())
      most = std::max(most, std::abs(each.get<double>()));
  }
  return most;
}

/// Both null, or alike to `tolerance`.
bool alike(const Json& a, const Json& b, double tolerance) {
  if (!a.is_number() || !b.is_number()) return a.is_null() && b.is_null();
  return std::abs(a.get<double>() - b.get<double>()) <= tolerance;
}

/// The points of a layer by their x, which may repeat at a jump.
std::multimap<double, const Json*> points_of(const Json& layer, const char* key) {
  std::multimap<double, const Json*> points;
  for (std::size_t i = 0; i < layer["x"].size(); ++i) {
    if (layer["x"][i].is_number()) points.emplace(layer["x"][i].get<double>(), &layer[key][i]);
  }
  return points;
}

/// Each of a script's points is one of the figure's, whose x may lie closer together where a curve, or dots
/// in the place of one, are sampled.
void expect_points(const Json& layer, const Json& computed, double relative, const std::string& name) {
  constexpr std::size_t sampled = 1000;
  if ((layer["kind"] == "points" || layer["kind"] == "bars") && layer["x"].size() < sampled) {
    EXPECT_EQ(layer["x"].size(), computed["x"].size()) << name;
  }
  for (const char* key : {"y", "low", "high"}) {
    if (!computed.contains(key)) continue;
    ASSERT_TRUE(layer.contains(key)) << name;
    const double x_tolerance = relative * std::max(largest(layer["x"]), 1e-3),
                 tolerance = std::max(relative * largest(layer[key]), 1e-12);
    const std::multimap<double, const Json*> points = points_of(layer, key);
    for (std::size_t i = 0; i < computed["x"].size(); ++i) {
      if (computed["x"][i].is_null()) continue;
      const double x = computed["x"][i];
      const auto first = points.lower_bound(x - x_tolerance), last = points.upper_bound(x + x_tolerance);
      if (first == last && computed[key][i].is_null()) continue;  // no value, no point
      ASSERT_NE(first, last) << name << " has no point at x = " << x;
      EXPECT_TRUE(std::any_of(first, last,
                              [&](const auto& point) {
                                return point.second->is_null() ||  // cut there
                                       alike(*point.second, computed[key][i], tolerance);
                              }))
          << name << " at x = " << x << ": " << computed[key][i] << ", in the figure " << *first->second;
    }
  }
}

void expect_cells(const Json& layer, const Json& computed, double relative, const std::string& name) {
  const double tolerance = relative * largest(layer["values"]);
  ASSERT_EQ(layer["values"].size(), computed["values"].size()) << name;
  for (std::size_t row = 0; row < layer["values"].size(); ++row) {
    ASSERT_EQ(layer["values"][row].size(), computed["values"][row].size()) << name;
    for (std::size_t column = 0; column < layer["values"][row].size(); ++column)
      ASSERT_TRUE(alike(layer["values"][row][column], computed["values"][row][column], tolerance))
          << name << " in cell " << row << ", " << column;
  }
}

/// What bars stand on.
void expect_base(const Json& layer, const Json& computed, const std::string& name) {
  if (computed.contains("base")) {
    EXPECT_TRUE(alike(layer["base"], computed["base"], 1e-12)) << name;
  }
}

/// Numbers that cannot agree to 1e-12, by a pattern over `reading/ID` or a layer as the script names it, and
/// what the script has where it is so.
struct Bound {
  const char *lab, *pattern, *in_script;
  double relative;
  const char* why;
};

constexpr Bound bounds[] = {
    {"activations", "(slope|curvature)/custom|extrema|reading/(slope|curvature|minimum_at)",
     "def derivatives(", 1e-8,
     "a formula is differentiated from its values alone, to 1e-7 as its documentation says"},
    {"activations", "reading/depth_scale", "def course(", 1e-9,
     "near the edge of chaos correlations all but stay, and rounding grows by the scale itself"},
    {"activations", "edge_of_chaos", "def course(", 1e-8,
     "without a bias, where on the edge no variance stays, rounding decides when it has gone"},
    {"activations", "(reading/)?largest_.*", "def largest(", 1e-7,
     "where a curve is level its top is found to the root of the rounding"},
};

double bound_of(const std::string& lab, const std::string& name, const std::string& script) {
  const auto found = std::ranges::find_if(bounds, [&](const Bound& each) {
    return each.lab == lab && script.find(each.in_script) != script.npos &&
           std::regex_match(name, std::regex(each.pattern));
  });
  return found == std::end(bounds) ? 1e-12 : found->relative;
}

/// All that a script computed is the figure's.
void expect_same(const Json& figure, const Json& computed, const std::string& lab,
                 const std::string& script) {
  for (const auto& [name, data] : computed.items()) {
    if (name == "readings") continue;
    const Json* layer = find_layer(figure, name);
    ASSERT_NE(layer, nullptr) << name;
    expect_base(*layer, data, name);
    const double relative = bound_of(lab, name, script);
    if (data.contains("values"))
      expect_cells(*layer, data, relative, name);
    else if (data.contains("at"))
      EXPECT_TRUE(alike((*layer)["at"], data["at"], relative * std::max(largest({data["at"]}), 1.0))) << name;
    else
      expect_points(*layer, data, relative, name);
  }
  if (!computed.contains("readings")) return;
  for (const auto& [id, value] : computed["readings"].items()) {
    const auto reading =
        std::ranges::find_if(figure["readings"], [&](const Json& each) { return each["id"] == id; });
    ASSERT_NE(reading, figure["readings"].end()) << id;
    const Json& expected = (*reading)["value"];
    const double size = expected.is_number() ? std::abs(expected.get<double>()) : 0;
    const double relative = bound_of(lab, "reading/" + id, script);
    EXPECT_TRUE(alike(expected, value, relative * std::max(size, 1.0)))
        << id << " " << value << ", in the figure " << expected;
  }
}

/// What a figure shows and its script need not compute, by a pattern over `reading/ID` or `PANEL/LAYER`.
struct LeftOut {
  const char *lab, *pattern, *why;
};

constexpr LeftOut left_out[] = {
    // activations
    {"activations", "value/identity", "the line y = x, a guide"},
    {"activations", "value/path_of_the_minimum", "a straight guide to the edges of the panel"},
    // angular-margin
    {"angular-margin", "sphere/(equator|theta)(_behind)?", "guides, as the arcs on the circle are"},
    {"angular-margin", "sphere/region_behind_.*", "borders traced cell by cell"},
    // gumbel-softmax
    {"gumbel-softmax", "probabilities/winner_frequency|law/component_histograms|reading/farthest_frequency",
     "counted over draws, which beyond 20 000 take plain Python minutes"},
    {"gumbel-softmax", "function/density", "the bell of the law, scaled to the height of the panel"},
};

bool may_be_left_out(const std::string& lab, const std::string& name) {
  return std::ranges::any_of(left_out, [&](const LeftOut& each) {
    return each.lab == lab && std::regex_match(name, std::regex(each.pattern));
  });
}

/// Every reading, curve, band, bar, point and map is computed, or stands in the list above.
void expect_complete(const Json& figure, const Json& computed, const std::string& lab) {
  static const std::set<std::string> numbers = {"curve", "band", "bars", "points", "map"};
  for (const Json& panel : figure["panels"]) {
    for (const Json& layer : panel["layers"]) {
      if (!numbers.contains(layer["kind"].get<std::string>())) continue;
      const std::string id = layer["id"], name = panel["id"].get<std::string>() + "/" + id;
      EXPECT_TRUE(computed.contains(name) || computed.contains(id) || may_be_left_out(lab, name))
          << name << " is not computed";
    }
  }
  const Json readings = computed.value("readings", Json::object());
  for (const Json& reading : figure["readings"]) {
    const std::string id = reading["id"];
    if (reading["value"].is_null()) continue;  // there is none
    EXPECT_TRUE(readings.contains(id) || may_be_left_out(lab, "reading/" + id))
        << "the reading " << id << " is not computed";
  }
}

/// Rounding grows with the steps of training until two runs part: they are compared while they are together.
Values while_together(const Lab& lab, const Values& values, CodeLibrary library) {
  const int together = library == CodeLibrary::numpy ? 300 : 20;  // torch adds up in another order
  if (lab.id != "angular-margin") return values;
  auto margin = from_values<AngularMargin>(values);
  if (margin.view == MarginView::training) margin.step = std::min(margin.step, together);
  return to_values(margin);
}

}  // namespace

bool has_numpy() {
  static const bool there = has("numpy");
  return there;
}

bool has_torch() {
  static const bool there = has("torch");
  return there;
}

std::vector<std::string> outputs_of(const std::vector<std::string>& scripts) {
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("theta_code_" + std::to_string(std::random_device{}()));
  std::ofstream(file) << driver << Json(scripts).dump();
  const std::string command = std::string(python) + " -u '" + file.string() + "' 2>&1";
  std::vector<std::string> outputs = {""};
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) {
    if (c == 0)
      outputs.emplace_back();
    else
      outputs.back() += static_cast<char>(c);
  }
  std::filesystem::remove(file);
  outputs.resize(scripts.size());
  return outputs;
}

std::string output_of(const std::string& script) { return outputs_of({script}).front(); }

Json results_of(const std::string& script) {
  const std::string output = output_of(script);
  Json results = Json::parse(output, nullptr, false);
  if (results.is_object()) return results;
  ADD_FAILURE() << output.substr(0, 2000);
  return {};
}

void expect_drawn(const Lab& lab, const std::vector<Values>& asked, CodeLibrary library) {
  std::vector<Values> settings;
  for (const Values& values : asked) settings.push_back(while_together(lab, values, library));
  std::vector<std::string> scripts;
  for (const Values& values : settings) scripts.push_back(lab.code(values, library));
  const std::vector<std::string> outputs = outputs_of(scripts);
  for (std::size_t n = 0; n < settings.size(); ++n) {
    SCOPED_TRACE(n);
    const Json computed = Json::parse(outputs[n], nullptr, false);
    ASSERT_TRUE(computed.is_object()) << outputs[n].substr(0, 2000);
    EXPECT_TRUE(computed.size() > 1 || computed["readings"].size() > 1);
    const Origin origin{.lab = &lab, .state = {lab.id, settings[n], {}}, .version = "0"};
    const Json figure = figure_json(lab.draw(settings[n], {}), origin);
    expect_same(figure, computed, lab.id, scripts[n]);
    expect_complete(figure, computed, lab.id);
  }
}

void expect_drawn(const Lab& lab, const Values& values, CodeLibrary library) {
  expect_drawn(lab, std::vector<Values>{values}, library);
}

const Lab& Code::lab() const { return *find_lab(GetParam().lab); }

Values Code::values() const {
  const std::vector<Preset> presets = lab().presets();
  const auto preset = std::ranges::find(presets, GetParam().preset, &Preset::id);
  return preset == presets.end() ? initial_values(lab()) : preset_values(lab(), *preset);
}

std::vector<CodeCase> code_cases(const std::string& lab_id) {
  const Lab& lab = *find_lab(lab_id);
  std::vector<CodeCase> cases = {{lab_id, "initial"}};
  for (const Preset& preset : lab.presets())
    if (!lab.code(preset_values(lab, preset), CodeLibrary::numpy).empty())
      cases.push_back({lab_id, preset.id});
  return cases;
}

}  // namespace theta
