// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, from its command line to what it writes.

#include "app/program.h"

#include "core/labs/all.h"
#include "core/model/state.h"
#include "core/model/value_text.h"
#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <sstream>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::StartsWith;

const std::string to_csv = " -o - --format csv";

class Program : public TemporaryFolder {
 protected:
  Json rendered(const std::string& arguments) const {
    const Outcome outcome = run_thetalab("render " + arguments + " -o - --format json");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.error;
    EXPECT_EQ(outcome.error, "");
    return Json::parse(outcome.out);
  }
};

TEST_F(Program, says_its_version) {
  const Outcome outcome = run_thetalab("--version");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, testing::MatchesRegex("thetalab [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(Program, helps) {
  EXPECT_THAT(run_thetalab("--help").out, HasSubstr("gallery"));
  EXPECT_THAT(run_thetalab("render --help").out, HasSubstr("--set"));
}

TEST_F(Program, lists_every_lab) {
  const Json labs = Json::parse(run_thetalab("list --json").out);
  ASSERT_EQ(labs.size(), all_labs().size());
  for (std::size_t i = 0; i < labs.size(); ++i) {
    EXPECT_EQ(labs[i]["id"], all_labs()[i].id);
    EXPECT_THAT(run_thetalab("list").out, HasSubstr(all_labs()[i].id));
  }
}

TEST_F(Program, shows_every_parameter_preset_and_reading) {
  for (const Lab& lab : all_labs()) {
    const Json json = Json::parse(run_thetalab("show " + lab.id + " --json").out);
    ASSERT_EQ(json["parameters"].size(), lab.fields.size());
    for (std::size_t i = 0; i < lab.fields.size(); ++i) {
      const Json& parameter = json["parameters"][i];
      EXPECT_EQ(parameter["id"], lab.fields[i].name.id);
      EXPECT_EQ(parameter["kind"], kind_id(lab.fields[i].kind));
      EXPECT_EQ(value_from_json(lab.fields[i], parameter["default"]), lab.fields[i].initial);
    }
    EXPECT_EQ(json["presets"].size(), lab.presets().size());
    EXPECT_FALSE(json["readings"].empty());
    EXPECT_FALSE(json["panels"].empty());
  }
}

TEST_F(Program, shows_a_lab_in_words) {
  const std::string text = run_thetalab("show rope").out;
  for (const Field& field : all_labs().front().fields) EXPECT_THAT(text, HasSubstr(field.name.id));
}

TEST_F(Program, draws_presets_as_json_and_their_state_opens) {
  for (const Lab& lab : all_labs()) {
    const Preset preset = lab.presets().back();
    const Json json = rendered(lab.id + " --preset " + preset.id);
    EXPECT_EQ(read_state(all_labs(), json["state"].dump()).values, preset_values(lab, preset)) << preset.id;
  }
}

TEST_F(Program, sets_every_parameter_that_applies) {
  for (const Lab& lab : all_labs()) {
    std::string settings;
    for (const Field& field : lab.fields) {
      if (applies(field, initial_values(lab)))
        settings += " --set '" + field.name.id + "=" + value_text(field, field.initial) + "'";
    }
    EXPECT_EQ(rendered(lab.id + settings), rendered(lab.id));
  }
}

TEST_F(Program, draws_again_from_the_settings_in_a_csv) {
  const struct {
    std::string command, settings;
  } cases[] = {{"render rope", " --set base=1e5 --set pair=7 --set query=1,-2"},
               {"sweep rope", " --set pair=7 --vary base=1e3:1e5:3:log --grid logit"},
               {"sweep activations", " --vary functions='elu,gelu;relu'"},
               {"sweep rope", " --preset all_scalings --set factor=8 --vary scaling=none,linear"}};
  for (const auto& [command, asked] : cases) {
    const Outcome first = run_thetalab(command + asked + to_csv);
    EXPECT_EQ(first.exit_code, 0) << first.error;
    std::istringstream lines(first.out);
    std::string settings;
    for (std::string each; std::getline(lines, each);) {
      if (each.starts_with("# --")) settings += each.substr(1);
    }
    const auto without_state = [](std::string text) {
      const std::size_t state = text.find("# state: ");
      return text.erase(state, text.find('\n', state) - state);
    };
    EXPECT_EQ(without_state(run_thetalab(command + settings + to_csv).out), without_state(first.out))
        << asked;
  }
}

TEST_F(Program, reads_numbers_as_people_write_them) {
  const Json json =
      rendered("rope --set base=2^12 --set key_position=1e3 --set content=ones --set query_position=0");
  EXPECT_EQ(json["parameters"]["base"], 4096);
  EXPECT_EQ(json["parameters"]["key_position"], 1000);
  EXPECT_EQ(json["parameters"]["content"], "ones");
}

TEST_F(Program, sets_all_together_whatever_their_order) {
  EXPECT_EQ(rendered("rope --set pair=200 --set head_dimension=512 --set rotary_dimensions=512"),
            rendered("rope --set rotary_dimensions=512 --set head_dimension=512 --set pair=200"));
}

TEST_F(Program, lists_the_widths_of_venues) {
  EXPECT_THAT(run_thetalab("render --help").out, HasSubstr("nature (single, middle, double), ieee"));
}

/// A command line that is refused, and what the one line on stderr must hold.
struct Refused {
  std::string name, arguments;
  int exit_code;
  std::vector<std::string> says;
};

void PrintTo(const Refused& refused, std::ostream* stream) { *stream << "thetalab " << refused.arguments; }

class RefusedTest : public testing::TestWithParam<Refused> {};

TEST_P(RefusedTest, in_one_line) {
  const Outcome outcome = run_thetalab(GetParam().arguments);
  EXPECT_EQ(outcome.exit_code, GetParam().exit_code);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(std::ranges::count(outcome.error, '\n'), 1) << outcome.error;
  EXPECT_THAT(outcome.error, StartsWith("thetalab: "));
  for (const std::string& words : GetParam().says) EXPECT_THAT(outcome.error, HasSubstr(words));
}

const std::string to_nowhere = " -o - --format json";

INSTANTIATE_TEST_SUITE_P(
    Program, RefusedTest,
    testing::Values(
        Refused{"window_without_display", "", 2, {"no display"}},
        Refused{"unknown_command", "lst", 2, {"lst", "did you mean list", "render"}},
        Refused{"missing_file", "/no/such/file.json", 2, {"/no/such/file.json"}},
        Refused{"unknown_option", "list --jason", 2, {"--jason"}},
        Refused{"one_word_too_many", "list rope", 2, {"rope"}},
        Refused{"two_commands", "list show rope", 2, {"show"}},
        Refused{"no_lab", "render -o a.json", 2, {"lab is required"}},
        Refused{"no_output", "render rope", 2, {"--output is required"}},
        Refused{
            "unknown_lab", "render ropes" + to_nowhere, 2, {"ropes", "did you mean rope?", "activations"}},
        Refused{"unknown_lab_to_show", "show ropes", 2, {"ropes", "did you mean rope?"}},
        Refused{"unknown_preset", "render rope --preset none" + to_nowhere, 2, {"none", "preset"}},
        Refused{
            "unknown_parameter", "render rope --set bse=3" + to_nowhere, 2, {"bse", "did you mean base?"}},
        Refused{"no_equals", "render rope --set base" + to_nowhere, 2, {"--set", "base", "id=value"}},
        Refused{"no_number", "render rope --set base=ten" + to_nowhere, 2, {"base", "ten", "100"}},
        Refused{"nan", "render rope --set base=nan" + to_nowhere, 2, {"base", "nan"}},
        Refused{"out_of_range",
                "render rope --set head_dimension=1024" + to_nowhere,
                2,
                {"head_dimension", "512"}},
        Refused{
            "odd", "render rope --set head_dimension=63" + to_nowhere, 2, {"head_dimension", "63", "even"}},
        Refused{"beyond_another", "render rope --set pair=99" + to_nowhere, 2, {"pair", "99", "31"}},
        Refused{"unknown_choice",
                "render rope --set layout=zigzag" + to_nowhere,
                2,
                {"layout", "zigzag", "half_split"}},
        Refused{"two_at_once", "render rope --set base=0 --set pair=x" + to_nowhere, 2, {"pair"}},
        Refused{"not_applying", "render rope --set factor=4" + to_nowhere, 2, {"factor", "scaling=linear"}},
        Refused{"not_applying_without_an_option",
                "render activations --set expression=x" + to_nowhere,
                2,
                {"expression", "custom"}},
        Refused{"size", "render rope --size 0x600 -o a.png", 2, {"--size", "0", "20 to 2000 mm"}},
        Refused{"size_with_one_unit", "render rope --size 3000x150mm -o a.png", 2, {"3000 by 150 mm"}},
        Refused{"size_without_height", "render rope --size 600 -o a.png", 2, {"--size", "600"}},
        Refused{"huge_size", "render rope --size 100000x100000 -o a.png", 2, {"--size", "20 to 2000 mm"}},
        Refused{"set_and_vary",
                "sweep rope --set base=1000 --vary base=100,200" + to_nowhere,
                2,
                {"base: ", "--vary", "--set"}},
        Refused{"grid_and_panel",
                "sweep rope --vary base=100,200 --grid logit --panel plane" + to_nowhere,
                2,
                {"--panel", "--grid"}},
        Refused{"varied_though_not_applying",
                "sweep rope --vary factor=2,4" + to_nowhere,
                2,
                {"factor", "scaling=linear"}},
        Refused{"animated_though_not_applying", "animate rope --vary factor=2,4 -o a", 2, {"factor"}},
        Refused{
            "way", "animate rope --vary base=100,200 --way twice -o a", 2, {"--way: “twice”", "to-and-fro"}},
        Refused{"steps_without_pages", "render rope --build-up -o a.svg", 2, {"--build-up: svg", "pdf"}},
        Refused{"theme", "render rope --theme pink -o a.png", 2, {"theme", "pink", "light"}},
        Refused{"ending", "render rope -o a.gif", 2, {"a.gif", "png"}},
        Refused{"no_ending", "render rope -o a", 2, {"“a”", "png"}},
        Refused{"no_format", "render rope -o -", 2, {"--format", "png"}},
        Refused{"format", "render rope -o - --format gif", 2, {"--format", "gif", "svg"}},
        Refused{"missing_model", "render rope --model /no/config.json" + to_nowhere, 2, {"/no/config.json"}},
        Refused{"model_for_no_lab", "render activations --model a.json" + to_nowhere, 2, {"--model", "rope"}},
        Refused{
            "layers_without_model", "render rope --layers local" + to_nowhere, 2, {"--layers", "--model"}},
        Refused{"newline_in_a_name", "render $'ro\\npe'" + to_nowhere, 2, {"ro"}},
        Refused{"missing_folder",
                "render rope -o /no/such/folder/a.json",
                3,
                {"/no/such/folder/a.json: there is no folder /no/such/folder; allowed: a folder"}},
        Refused{"below_a_file",
                "render rope -o '" THETA_SOURCE "/LICENSE/a.json'",
                3,
                {"LICENSE/a.json: ", "LICENSE is a file; allowed: a folder\n"}},
        Refused{"gallery_below_a_file",
                "gallery '" THETA_SOURCE "/LICENSE/a'",
                3,
                {"LICENSE/a: ", "LICENSE is a file; allowed: a folder\n"}},
        Refused{"film_below_a_file",
                "animate rope --vary base=100,200 -o '" THETA_SOURCE "/LICENSE/a'",
                3,
                {"LICENSE/a: ", "LICENSE is a file; allowed: a folder\n"}},
        Refused{
            "full_device", "render rope -o /dev/full --format json", 3, {"/dev/full: there is no room left"}},
        Refused{"full_output", "list >/dev/full", 3, {"standard output: there is no room left"}},
        Refused{"full_output_of_a_figure", "render rope -o - --format json >/dev/full", 3, {"no room left"}}),
    [](const auto& refused) { return refused.param.name; });

}  // namespace
}  // namespace theta
