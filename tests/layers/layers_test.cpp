// SPDX-License-Identifier: GPL-3.0-or-later
// A wrong include across layers does not compile, and nothing goes round that.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>

namespace theta {
namespace {

namespace fs = std::filesystem;

struct Include {
  std::string_view layer, header;
  bool allowed;
};

void PrintTo(const Include& include, std::ostream* stream) {
  *stream << include.layer << " " << include.header;
}

std::string name_of(const testing::TestParamInfo<Include>& info_of) {
  std::string name = std::string(info_of.param.layer) +
                     (info_of.param.allowed ? "_may_see_" : "_may_not_see_") +
                     std::string(info_of.param.header);
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

/// How the build compiles some source of a layer, without the source and the output.
std::string compile_command(std::string_view layer) {
  std::ifstream file(fs::path(THETA_BUILD) / "compile_commands.json");
  std::string target = "/theta_" + std::string(layer) + ".dir/";
  for (std::size_t i = 1; i < target.size() - 1; ++i)
    if (target[i] == '/') target[i] = '_';
  for (const auto& entry : nlohmann::json::parse(file)) {
    const std::string command = entry["command"];
    if (command.find(target) == command.npos) continue;
    return command.substr(0, command.find(" -o "));
  }
  return {};
}

class LayersTest : public testing::TestWithParam<Include> {};

TEST_P(LayersTest, compiles_only_what_the_layer_may_see) {
  const auto& [layer, header, allowed] = GetParam();
  const std::string command = compile_command(layer);
  ASSERT_FALSE(command.empty()) << "no source in " << layer;
  const std::string include = "#include \\\"" + std::string(header) + "\\\"";
  const std::string preprocess = command + " -E -o /dev/null -x c++ - 2>/dev/null";
  const std::string whole = "cd '" THETA_BUILD "' && echo \"" + include + "\" | " + preprocess;
  EXPECT_EQ(std::system(whole.c_str()) == 0, allowed) << whole;
}

INSTANTIATE_TEST_SUITE_P(
    Layers, LayersTest,
    testing::Values(
        Include{"core/math", "core/math/random.h", true}, Include{"core/math", "core/model/text.h", false},
        Include{"core/math", "QString", false}, Include{"core/model", "core/model/text.h", true},
        Include{"core/model", "core/math/random.h", true}, Include{"core/model", "core/labs/all.h", false},
        Include{"core/model", "core/write/origin.h", false}, Include{"core/model", "QString", false},
        Include{"core/read", "core/model/lab.h", true}, Include{"core/read", "core/labs/all.h", false},
        Include{"core/write", "core/model/figure.h", true}, Include{"core/write", "core/labs/all.h", false},
        Include{"core/write", "ui/theme.h", false}, Include{"core/labs", "core/model/lab.h", true},
        Include{"core/labs", "ui/theme.h", false}, Include{"core/labs", "QString", false},
        Include{"ui", "core/write/origin.h", true}, Include{"ui", "core/labs/all.h", false},
        Include{"ui", "app/program.h", false}, Include{"app", "ui/theme.h", true},
        Include{"app", "core/labs/all.h", true}),
    name_of);

}  // namespace
}  // namespace theta
