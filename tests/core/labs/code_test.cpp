// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/all.h"
#include "core/labs/angular_margin_parameters.h"
#include "core/labs/code_script.h"
#include "core/write/figure_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
using testing::HasSubstr;
using testing::Not;

constexpr const char* python = "/usr/bin/python3";

bool has(const std::string& library) {
  return std::system((python + (" -c 'import " + library + "' > /dev/null 2>&1")).c_str()) == 0;
}

bool has_numpy() {
  static const bool there = has("numpy");
  return there;
}

bool has_torch() {
  static const bool there = has("torch");
  return there;
}

/// What a script prints, or what went wrong.
std::string output_of(const std::string& script) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                     ("theta_code_" + std::to_string(std::random_device{}()) + ".py");
  std::ofstream(file) << script;
  const std::string command = std::string(python) + " '" + file.string() + "' 2>&1";
  std::string output;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) output += static_cast<char>(c);
  std::filesystem::remove(file);
  return output;
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

/// Each of a script's points is one of the figure's, whose x may lie closer together.
void expect_points(const Json& layer, const Json& computed, double relative, const std::string& name) {
  for (const char* key : {"y", "low", "high"}) {
    if (!computed.contains(key)) continue;
    ASSERT_TRUE(layer.contains(key)) << name;
    const double x_tolerance = 1e-12 * std::max(largest(layer["x"]), 1e-3),
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

/// All that a script computed is the figure's, to a relative tolerance.
void expect_same(const Json& figure, const Json& computed, double relative = 1e-12) {
  for (const auto& [name, data] : computed.items()) {
    if (name == "readings") continue;
    const Json* layer = find_layer(figure, name);
    ASSERT_NE(layer, nullptr) << name;
    if (data.contains("values"))
      expect_cells(*layer, data, relative, name);
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
    EXPECT_TRUE(alike(expected, value, relative * std::max(size, 1.0)))
        << id << " " << value << ", in the figure " << expected;
  }
}

/// One lab trains in single precision, its script in double.
bool is_trained(const Lab& lab, const Values& values) {
  return lab.id == "angular-margin" && from_values<AngularMargin>(values).view == MarginView::training;
}

/// Rounding grows with the steps of training until the runs part: compared while they are together.
Values while_together(const Lab& lab, const Values& values) {
  if (!is_trained(lab, values)) return values;
  auto margin = from_values<AngularMargin>(values);
  margin.step = std::min(margin.step, 300);
  return to_values(margin);
}

/// What a lab's script computes is what its figure shows.
void expect_drawn(const Lab& lab, const Values& values, CodeLibrary library) {
  const std::string output = output_of(lab.code(values, library));
  const Json computed = Json::parse(output, nullptr, false);
  ASSERT_TRUE(computed.is_object()) << output.substr(0, 2000);
  EXPECT_TRUE(computed.size() > 1 || computed["readings"].size() > 1);
  const Origin origin{.lab = &lab, .state = {lab.id, values, {}}, .version = "0"};
  const double relative = is_trained(lab, values) ? 1e-3 : 1e-12;
  expect_same(figure_json(lab.draw(values, {}), origin), computed, relative);
}

struct CodeCase {
  std::string lab, preset;
};

std::string name_of_case(const testing::TestParamInfo<CodeCase>& info_of) {
  std::string name = info_of.param.lab + "_" + info_of.param.preset;
  std::ranges::replace(name, '-', '_');
  return name;
}

std::vector<CodeCase> cases() {
  std::vector<CodeCase> all;
  for (const Lab& lab : all_labs()) {
    if (!lab.code) continue;
    all.push_back({lab.id, "initial"});
    for (const Preset& preset : lab.presets())
      if (!lab.code(preset_values(lab, preset), CodeLibrary::numpy).empty())
        all.push_back({lab.id, preset.id});
  }
  return all;
}

class Code : public testing::TestWithParam<CodeCase> {
 protected:
  const Lab& lab() const { return *std::ranges::find(all_labs(), GetParam().lab, &Lab::id); }
  Values values() const {
    const std::vector<Preset> presets = lab().presets();
    const auto preset = std::ranges::find(presets, GetParam().preset, &Preset::id);
    return preset == presets.end() ? initial_values(lab()) : preset_values(lab(), *preset);
  }
};

TEST_P(Code, numpy_computes_what_is_drawn) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  expect_drawn(lab(), while_together(lab(), values()), CodeLibrary::numpy);
}

/// The words after each `torch.` of a script.
std::set<std::string> torch_names(const std::string& script) {
  std::set<std::string> found;
  const std::regex name(R"(\btorch\.([A-Za-z_.0-9]*[a-z0-9]))");
  for (std::sregex_iterator each(script.begin(), script.end(), name), end; each != end; ++each)
    found.insert((*each)[1]);
  return found;
}

TEST_P(Code, torch_has_what_it_calls) {
  static const std::set<std::string> known = {"abs",      "amax",   "amin",
                                              "arange",   "arccos", "arcsin",
                                              "arctan",   "argmax", "asarray",
                                              "clip",     "cos",    "cosh",
                                              "cumsum",   "exp",    "expm1",
                                              "float64",  "floor",  "frexp",
                                              "isfinite", "isnan",  "zeros_like",
                                              "ldexp",    "log",    "log1p",
                                              "outer",    "round",  "set_default_dtype",
                                              "sign",     "sin",    "special.erfc",
                                              "sqrt",     "stack",  "tanh",
                                              "where"};
  for (const std::string& each : torch_names(lab().code(values(), CodeLibrary::torch)))
    EXPECT_TRUE(known.contains(each)) << "see whether torch has " << each << ", then add it here";
}

TEST_P(Code, torch_is_the_same_script) {
  const std::string numpy = lab().code(values(), CodeLibrary::numpy),
                    torch = lab().code(values(), CodeLibrary::torch);
  EXPECT_THAT(torch, HasSubstr("torch.set_default_dtype(torch.float64)"));
  EXPECT_FALSE(names(torch, "np"));
  EXPECT_FALSE(names(numpy, "torch"));
  EXPECT_LT(std::abs(std::ranges::count(torch, '\n') - std::ranges::count(numpy, '\n')), 6);
}

INSTANTIATE_TEST_SUITE_P(Labs, Code, testing::ValuesIn(cases()), name_of_case);

class CodeOfAFormula : public testing::TestWithParam<const char*> {};

TEST_P(CodeOfAFormula, numpy_computes_what_is_drawn) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  expect_drawn(*find_lab("activations"),
               to_values(Activations{.functions = {custom_function},
                                     .highlight = custom_function,
                                     .expression = {GetParam()},
                                     .low = 0.25,
                                     .high = 3,
                                     .probe = 0.7}),
               CodeLibrary::numpy);
}

TEST(CodeScript, an_own_formula_goes_through_layers_too) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  for (const ActivationView view : {ActivationView::depth, ActivationView::layers})
    expect_drawn(*find_lab("activations"),
                 to_values(Activations{.view = view,
                                       .highlight = custom_function,
                                       .expression = {"x*tanh(softplus(x))"},
                                       .weight_variance = 1.2,
                                       .depth = 8,
                                       .width = 24,
                                       .layer = 5}),
                 CodeLibrary::numpy);
}

TEST(CodeScript, formulas_without_x_and_those_that_explode_have_scripts_that_run) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  for (const char* formula : {"1", "pi", "x^2", "exp(x)"}) {
    for (const ActivationView view :
         {ActivationView::curves, ActivationView::input, ActivationView::depth, ActivationView::layers}) {
      SCOPED_TRACE(formula);
      const Activations own{.view = view,
                            .functions = {custom_function},
                            .highlight = custom_function,
                            .expression = {formula},
                            .depth = 6,
                            .width = 8,
                            .layer = 5};
      const std::string output = output_of(find_lab("activations")->code(to_values(own), CodeLibrary::numpy));
      EXPECT_TRUE(Json::accept(output)) << output;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Activations, CodeOfAFormula,
    testing::Values(
        "x*tanh(softplus(x))", "-x^2 + 2^-x^2 − 3·x", "x > 1 ? x < 2 ? 1 : 2 : exp(1) > 2 ? x : 0",
        "(x > 1 && x < 2 || x == 3) * x", "min(x, 1, 0.5*x) + max(1, 2, x^2) + sum(x, 1, pi)",
        "avg(1, x) + ln(x) + log2(x)/log10(1 + x) + cbrt(-x) + sqrt(2)^x", "1 < x < 2",
        "erf(x) + erfc(x) + Phi(x) + phi(x) + sigmoid(x) + relu(x - 1) + gelu(x) + silu(x)",
        "elu(-x) + mish(x) + step(x - 1) + sign(x - 1) + floor(x) + ceil(x) + rint(x)",
        "asin(x/4) + acos(x/4) + atan(x) + sinh(x) + cosh(x) + asinh(x) + acosh(1 + x) + atanh(x/4)",
        "expm1(x) + log1p(x) + abs(-x) + sin(x) + cos(x) + tan(x/3) + e*π", "1/(x - 1e0) + x*-2"));

TEST(CodeScript, torch_computes_what_is_drawn) {
  if (!has_torch()) GTEST_SKIP() << "install python3-torch to have the scripts run";
  for (const Lab& lab : all_labs()) {
    SCOPED_TRACE(lab.id);
    expect_drawn(lab, initial_values(lab), CodeLibrary::torch);
  }
}

TEST(CodeScript, names_the_parameters_it_uses) {
  const Lab& rope = *std::ranges::find(all_labs(), "rope", &Lab::id);
  const std::string script = rope.code(initial_values(rope), CodeLibrary::numpy);
  EXPECT_THAT(script, HasSubstr("\nbase = 10000.0  # Base\n"));
  EXPECT_THAT(script, HasSubstr("\nquery = 1.45, 0.8  # Query\n"));
  EXPECT_THAT(script, Not(HasSubstr("\nlayout =")));
}

}  // namespace
}  // namespace theta
