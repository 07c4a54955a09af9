// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/figure_json.h"

#include "core/model/figure_state.h"
#include "tests/core/write/every_layer.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>
#include <set>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

class FigureJson : public testing::Test {
 protected:
  const Lab lab_ = small_lab();
  const Figure figure_ = every_layer();
  const Json json_ = Json::parse(write_figure_json(figure_, small_origin(lab_)));

  const Json& layer(const std::string& id) const {
    for (const Json& each : json_["panels"][0]["layers"]) {
      if (each["id"] == id) return each;
    }
    throw std::out_of_range(id);
  }
};

TEST_F(FigureJson, says_what_it_was_drawn_from) {
  EXPECT_EQ(json_["lab"], "small");
  EXPECT_EQ(json_["version"], "1.2.3");
  EXPECT_EQ(json_["title"], "Small");
  EXPECT_EQ(json_["description"], "One of each.");
  EXPECT_EQ(json_["remarks"], Json::parse(R"(["cut at x = 1"])"));
  EXPECT_EQ(json_["parameters"],
            Json::parse(R"({"rate": 0.1, "shown": true, "formula": "x^2 + 'a'", "hidden": 3.0})"));
  EXPECT_FALSE(json_.contains("model"));
}

TEST_F(FigureJson, carries_a_state_that_opens) {
  const FigureState state{
      .state = small_origin(lab_).state, .sheet = {.width = 89, .dpi = 600}, .program = "1.2.3"};
  const std::string text = write_figure_json(figure_, small_origin(lab_), write_figure_state(lab_, state));
  EXPECT_TRUE(text.starts_with("{\"state\":"));  // where a reader looks for it without reading all
  const Json json = Json::parse(text);
  EXPECT_EQ(read_figure_state({lab_}, json["state"].dump()), state);
  EXPECT_EQ(json["panels"], json_["panels"]);
}

TEST_F(FigureJson, carries_none_unless_given) { EXPECT_FALSE(json_.contains("state")); }

TEST_F(FigureJson, lists_readings_and_handles) {
  EXPECT_EQ(json_["readings"][0],
            Json::parse(R"({"id":"third","label":"Third","value":0.3333333333333333,"unit":"m"})"));
  EXPECT_TRUE(json_["readings"][1]["value"].is_null());
  EXPECT_EQ(json_["handles"][0]["parameters"], Json::parse(R"(["rate"])"));
}

TEST_F(FigureJson, describes_axes) {
  const Json& panel = json_["panels"][0];
  EXPECT_EQ(panel["id"], "panel");
  EXPECT_EQ(panel["title"], "Angle θ_i");
  EXPECT_EQ(panel["axes"]["x"], Json::parse(R"~({"label":"x (m)","scale":"linear","range":[-1.0,2.0]})~"));
  EXPECT_EQ(panel["axes"]["y"]["scale"], "log");
}

TEST_F(FigureJson, holds_every_kind_of_layer) {
  std::set<std::string> kinds;
  for (const Json& each : json_["panels"][0]["layers"]) kinds.insert(each["kind"].get<std::string>());
  EXPECT_EQ(kinds.size(), std::variant_size_v<Layer>);

  const std::pair<const char*, const char*> cases[] = {
      {"band", R"({"id":"band","kind":"band","label":"","x":[1.0,2.0],"low":[0.1,0.2],"high":[0.3,0.7]})"},
      {"points", R"({"id":"points","kind":"points","label":"","x":[1.0],"y":[3.141592653589793]})"},
      {"bars",
       R"({"id":"bars","kind":"bars","label":"","x":[0.0,1.0],"y":[2.0,3.0],"base":0.0,"width":0.8})"},
      {"map",
       R"({"id":"map","kind":"map","label":"","x":[0.0,1.0,2.0],"y":[10.0,20.0],"range":[1.0,6.0],"values":[[1.0,2.0,3.0],[4.0,5.0,6.0]]})"},
      {"arrows",
       R"({"id":"arrows","kind":"arrows","label":"","arrows":[{"tail":[0.0,0.0],"tip":[1.0,2.0],"label":"q"}]})"},
      {"polygons",
       R"({"id":"polygons","kind":"polygons","label":"","outlines":[[[0.0,0.0],[1.0,0.0],[0.0,1.0]],[[2.0,2.0],[3.0,3.0]]]})"},
      {"arcs",
       R"({"id":"arcs","kind":"arcs","label":"","arcs":[{"centre":[0.0,0.0],"radius":2.0,"from":0.0,"to":1.5,"label":"angle"}]})"},
      {"rule", R"({"id":"rule","kind":"rule","label":"","direction":"horizontal","at":4.0,"note":"limit"})"},
      {"span",
       R"({"id":"span","kind":"span","label":"","direction":"vertical","low":1.0,"high":2.0,"note":""})"},
      {"note", R"({"id":"note","kind":"note","label":"","text":"here","at":[1.0,2.0]})"},
  };
  for (const auto& [id, expected] : cases) EXPECT_EQ(layer(id), Json::parse(expected)) << id;
}

TEST_F(FigureJson, keeps_numbers_to_the_last_bit) {
  const auto& x = layer("curve")["x"];
  EXPECT_EQ(x[0].get<double>(), 0.1);
  EXPECT_EQ(x[1].get<double>(), 1.0 / 3);
  EXPECT_EQ(x[2].get<double>(), 1e300);
  const auto& y = layer("curve")["y"];
  EXPECT_EQ(y[0].get<double>(), 5e-324);
  EXPECT_TRUE(y[1].is_null());
  EXPECT_TRUE(std::signbit(y[2].get<double>()));
}

TEST_F(FigureJson, keeps_any_number_to_the_last_bit) {
  std::mt19937_64 generator(1);
  Figure figure;
  Curve curve{.mark = {.id = "any"}};
  while (curve.x.size() < 20'000) {
    const double number = std::bit_cast<double>(generator());
    if (std::isfinite(number)) curve.x.push_back(number);
  }
  curve.y = curve.x;
  figure.panels = {{.id = "panel", .layers = {curve}}};
  const Json json = Json::parse(write_figure_json(figure, small_origin(lab_)));
  EXPECT_EQ(json["panels"][0]["layers"][0]["x"].get<std::vector<double>>(), curve.x);
}

TEST_F(FigureJson, names_the_model_and_what_was_assumed) {
  Origin origin = small_origin(lab_);
  origin.model =
      ModelOrigin{.name = "A model",
                  .variant = {.id = "local", .name = "Local", .edits = {}, .read = {"a"}, .assumed = {"b"}}};
  EXPECT_EQ(figure_json(figure_, origin)["model"],
            Json::parse(R"({"name":"A model","variant":"local","read":["a"],"assumed":["b"]})"));
}

}  // namespace
}  // namespace theta
