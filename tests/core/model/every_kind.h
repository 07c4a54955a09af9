// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <algorithm>

namespace theta {

enum class Colour { red, green, blue };

/// One small record of the rows.
struct Part {
  double weight = 1;
  int count = 2;
  Colour colour = Colour::green;

  static void describe(auto&& field) {
    field(&Part::weight, Name{.id = "weight"}, Real{.low = 0, .high = 10});
    field(&Part::count, Name{.id = "count"}, Integer{.low = 1, .high = 9});
    field(&Part::colour, Name{.id = "colour"},
          Choice{.options = {{"red", "Red"}, {"green", "Green"}, {"blue", "Blue"}}});
  }
};

/// A parameter of every kind, with limits that depend on others.
struct EveryKind {
  double real = 1;
  int even = 64;
  int index = 31;
  bool on = false;
  Colour colour = Colour::red;
  std::vector<Colour> colours = {Colour::red, Colour::blue};
  std::vector<double> weights = {0.5, 0.25};
  Point point = {1, -1};
  Seed seed = {7};
  Formula formula = {"x"};
  std::vector<Part> parts = {{}, {.weight = 3}};
  double share = 0.5;

  static void describe(auto&& field) {
    const std::vector<OptionName> colours = {{"red", "Red"}, {"green", "Green"}, {"blue", "Blue"}};
    field(&EveryKind::real, Name{.id = "real", .label = "Real", .group = "Numbers"},
          Real{.low = 1, .high = 2});
    field(&EveryKind::even, Name{.id = "even"}, Integer{.low = 2, .high = 512, .multiple = 2});
    field(&EveryKind::index, Name{.id = "index"}, Integer{.low = 0, .high = 255},
          Rules<EveryKind>{.limits =
                               [](const EveryKind& p) {
                                 return Limits{0, p.even / 2.0 - 1};
                               },
                           .fills = true});
    field(&EveryKind::on, Name{.id = "on", .group = "Others"}, Toggle{});
    field(&EveryKind::colour, Name{.id = "colour"}, Choice{.options = colours},
          Rules<EveryKind>{.applies = [](const EveryKind& p) { return p.on; }});
    field(&EveryKind::colours, Name{.id = "colours"}, Choices{.options = colours, .least = 1});
    field(&EveryKind::weights, Name{.id = "weights"}, Reals{.low = 0, .high = 1, .least = 1, .most = 4});
    field(&EveryKind::point, Name{.id = "point"}, Plane{.reach = 3});
    field(&EveryKind::seed, Name{.id = "seed"}, SeedNumber{});
    field(&EveryKind::formula, Name{.id = "formula"},
          FormulaText{.check = [](const std::string& text) -> std::optional<FormulaError> {
            if (text.find('?') == text.npos) return {};
            return FormulaError{text.find('?'), "no questions"};
          }});
    field(&EveryKind::parts, Name{.id = "parts"}, Records{.fields = fields<Part>(), .least = 1, .most = 3});
    field(&EveryKind::share, Name{.id = "share"}, Real{.low = 0, .high = 100},
          Rules<EveryKind>{.limits = [](const EveryKind& p) {
            return Limits{0, p.real};
          }});
  }
};

inline Lab every_kind_lab(const char* id = "every_kind") {
  return make_lab<EveryKind>({.id = id,
                              .name = "Every kind",
                              .group = "Tests",
                              .summary = "A parameter of each kind.",
                              .source = "None."},
                             +[](const EveryKind&, const Pass&) { return Figure{.title = "Nothing"}; }, {});
}

inline const std::vector<Field> every_kind_fields = fields<EveryKind>();

inline std::size_t place(const char* id) { return find_field(every_kind_fields, id).value(); }

}  // namespace theta
