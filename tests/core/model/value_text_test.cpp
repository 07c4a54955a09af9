// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/value_text.h"

#include "core/model/problem.h"
#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <numbers>

namespace theta {
namespace {

const Field& field(const char* id) { return every_kind_fields[place(id)]; }

TEST(ValueText, ReadsEveryKind) {
  const struct {
    const char *id, *text;
    Value want;
  } cases[] = {{"real", "1.5", 1.5},
               {"real", " pi/2 ", std::numbers::pi / 2},
               {"real", "1e-4", 1e-4},
               {"real", "\t2\n", 2.0},
               {"even", "2^6", std::int64_t{64}},
               {"even", "1 000", std::int64_t{1000}},
               {"on", "true", true},
               {"on", "yes", true},
               {"on", "1", true},
               {"on", "off", false},
               {"on", "0", false},
               {"colour", "blue", Option{2}},
               {"colours", "blue, red,blue", Options{{0, 2}}},
               {"colours", "", Options{}},
               {"weights", "0.5, 1/4", std::vector{0.5, 0.25}},
               {"weights", "", std::vector<double>{}},
               {"weights", " [0.5, 1/4] ", std::vector{0.5, 0.25}},
               {"weights", "[]", std::vector<double>{}},
               {"colours", R"([ "blue", red ])", Options{{0, 2}}},
               {"colours", "[]", Options{}},
               {"point", "[1, -pi]", Point{1, -std::numbers::pi}},
               {"point", "1, -pi", Point{1, -std::numbers::pi}},
               {"seed", "18446744073709551615", Seed{18446744073709551615u}},
               {"formula", " sin(x) ", Formula{"sin(x)"}},
               {"parts", R"([{"weight": 2, "colour": "blue"}])",
                std::vector<Row>{{to_values(Part{.weight = 2, .colour = Colour::blue})}}},
               {"parts", "[]", std::vector<Row>{}}};
  for (const auto& each : cases)
    EXPECT_EQ(parse_value(field(each.id), each.text), each.want) << each.id << " " << each.text;
}

TEST(ValueText, ComesBack) {
  for (std::size_t i = 0; i < every_kind_fields.size(); ++i)
    EXPECT_EQ(
        parse_value(every_kind_fields[i], value_text(every_kind_fields[i], every_kind_fields[i].initial)),
        every_kind_fields[i].initial)
        << every_kind_fields[i].name.id;
  for (const double number : {0.1, -1e-300, 5e-324, 1.7976931348623157e308, 1.0 / 3})
    EXPECT_EQ(parse_value(field("real"), value_text(field("real"), number)), Value(number));
}

TEST(ValueText, EveryRefusalNamesTheField) {
  const struct {
    std::string id, text, sentence;
  } cases[] = {
      {"real", "abc", "real: “abc” was given; allowed: from 1 to 2"},
      {"real", "", "real: “” was given; allowed: from 1 to 2"},
      {"real", "1/0", "real: “1/0” was given; allowed: from 1 to 2"},
      {"real", "nan", "real: “nan” was given; allowed: from 1 to 2"},
      {"even", "2.5", "even: “2.5” was given; allowed: even numbers from 2 to 512"},
      {"even", "1e300", "even: “1e300” was given; allowed: even numbers from 2 to 512"},
      {"on", "maybe", "on: “maybe” was given; allowed: true or false"},
      {"colour", "Red", "colour: “Red” was given; allowed: one of red, green, blue"},
      {"colour", "0", "colour: “0” was given; allowed: one of red, green, blue"},
      {"colours", "red,,blue", "colours: “red,,blue” was given; allowed: at least 1 of red, green, blue"},
      {"real", "1 2", "real: “1 2” was given; allowed: from 1 to 2"},
      {"even", "1 2", "even: “1 2” was given; allowed: even numbers from 2 to 512"},
      {"colours", "[red", "colours: “[red” was given; allowed: at least 1 of red, green, blue"},
      {"weights", "1;2",
       "weights: “1;2” was given; allowed: 1 to 4 numbers from 0 to 1, with commas between them"},
      {"weights", "0.1 0.9",
       "weights: “0.1 0.9” was given; allowed: 1 to 4 numbers from 0 to 1, with commas between them"},
      {"weights", "[0.1 0.9]",
       "weights: “[0.1 0.9]” was given; allowed: 1 to 4 numbers from 0 to 1, with commas between them"},
      {"weights", "[[0.1]]",
       "weights: “[[0.1]]” was given; allowed: 1 to 4 numbers from 0 to 1, with commas between them"},
      {"weights", "1,,2",
       "weights: “1,,2” was given; allowed: 1 to 4 numbers from 0 to 1, with commas between them"},
      {"weights", "0,0,0,0,0,0,0",
       "weights: “0,0,0,0,0,0,0” was given; allowed: 1 to 4 numbers from 0 to 1, with commas between them"},
      {"point", "1", "point: “1” was given; allowed: two numbers x,y from −3 to 3"},
      {"point", "1,2,3", "point: “1,2,3” was given; allowed: two numbers x,y from −3 to 3"},
      {"seed", "-1", "seed: “-1” was given; allowed: whole numbers from 0 to 2⁶⁴ − 1"},
      {"seed", "18446744073709551616",
       "seed: “18446744073709551616” was given; allowed: whole numbers from 0 to 2⁶⁴ − 1"},
      {"parts", "[{", "parts: “[{” was given; allowed: 1 to 3 rows"},
      {"parts", "{}", "parts: an object was given; allowed: 1 to 3 rows"},
      {"parts", "[1]", "parts: a list of 1 was given; allowed: 1 to 3 rows"},
      {"parts", R"([{"size": 1}])", "parts: \"size\" was given; allowed: the members of a row"},
      {"parts", R"([{"count": "a"}])", "count: \"a\" was given; allowed: whole numbers from 1 to 9"},
      {"real", std::string(199, 'a') + "θθ",
       "real: “" + std::string(199, 'a') + "…” was given; allowed: from 1 to 2"}};
  for (const auto& each : cases) {
    try {
      parse_value(field(each.id.c_str()), each.text);
      ADD_FAILURE() << each.id << " " << each.text;
    } catch (const InputError& error) {
      EXPECT_EQ(error.what(), each.sentence);
    }
  }
}

TEST(ValueText, DeepAndLongTextIsRefusedAtOnce) {
  for (const std::string& text :
       {std::string(1'000'000, '['), std::string(100'000, '[') + std::string(100'000, ']'),
        "[" + std::string(1'000'000, ' ') + "\xff]"}) {
    EXPECT_THROW(parse_value(field("parts"), text), InputError);
    EXPECT_THROW(parse_value(field("real"), text), InputError);
    EXPECT_THROW(parse_value(field("weights"), text), InputError);
  }
}

TEST(ValueText, AFormulaThatIsNoTextIsStillWritten) {
  const Field rows{
      .name = {.id = "rows"}, .kind = Records{.fields = fields<Part>()}, .initial = std::vector<Row>{}};
  EXPECT_EQ(value_text(rows, std::vector<Row>{}), "[]");
  Field formulas = rows;
  Field cell{.name = {.id = "f"}, .kind = FormulaText{}, .initial = Formula{"x"}};
  formulas.kind = Records{.fields = {cell}};
  EXPECT_EQ(value_text(formulas, std::vector<Row>{{{Formula{"\xff"}}}}), "[{\"f\":\"\uFFFD\"}]");
}

TEST(ValueText, LengthsMayNameTheirUnit) {
  const Field width{.name = {.id = "width", .label = "Width"},
                    .kind = Real{.low = 20, .high = 2000, .unit = "mm"},
                    .initial = 89.0};
  const auto read = [&](const char* text) { return std::get<double>(parse_value(width, text)); };
  EXPECT_EQ(read("89"), 89);
  EXPECT_EQ(read("89mm"), 89);
  EXPECT_EQ(read("8.9 cm"), 89);
  EXPECT_EQ(read("3.5in"), 88.9) << "not 88.89999999999999, which a box would show";
  EXPECT_DOUBLE_EQ(read("72pt"), 25.4);
  EXPECT_THROW(read("3 furlongs"), InputError);
  EXPECT_THROW(read("mm"), InputError);
}

}  // namespace
}  // namespace theta
