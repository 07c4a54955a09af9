// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"

#include "core/labs/receptive_field_parameters.h"
#include "core/math/random.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Named {
  double lambda = 0.1, plain = 2;
  int whole = 3;
  bool on = true;

  static void describe(auto&& field) {
    field(&Named::lambda, Name{.id = "lambda", .label = "Mix $\\lambda$", .help = "A number.", .group = "A"},
          Real{.low = 0, .high = 1});
    field(&Named::plain, Name{.id = "plain", .label = "Plain", .help = "Another."},
          Real{.low = 0, .high = 9});
    field(&Named::whole, Name{.id = "whole", .label = "Whole", .help = "One more."},
          Integer{.low = 0, .high = 9});
    field(&Named::on, Name{.id = "on", .label = "On", .help = "A switch."}, Toggle{});
  }
};

std::string script_of(const std::string& body, CodeLibrary library = CodeLibrary::numpy) {
  return code_script("A title", Named{}, library, body);
}

TEST(CodeScript, DeclaresTheParametersItsBodyNamesWithValueAndLabel) {
  EXPECT_THAT(script_of("x = plain + whole\n"), HasSubstr("\nplain = 2.0  # Plain\nwhole = 3  # Whole\n"));
  EXPECT_THAT(script_of("x = whole if on else 0\n"), HasSubstr("\non = True  # On\n"));
  EXPECT_THAT(script_of("x = lambda_\n"), HasSubstr("\nlambda_ = 0.1  # Mix"));
  const std::string elsewhere = script_of("f = lambda x: whole_sum + x.plainly\n");
  for (const char* declared : {"\nlambda", "\nwhole =", "\nplain ="})
    EXPECT_THAT(elsewhere, Not(HasSubstr(declared)));
  const std::string said = script_of("x = {\"plain\": 1}  # a whole one\n\"\"\"on\"\"\"\n");
  for (const char* declared : {"\nplain =", "\nwhole =", "\non ="})
    EXPECT_THAT(said, Not(HasSubstr(declared)));
}

TEST(CodeScript, NamesWhatALabUses) {
  const std::string script = rotary_lab().code(initial_values(rotary_lab()), CodeLibrary::numpy);
  EXPECT_THAT(script, HasSubstr("\nbase = 10000.0  # Base\n"));
  EXPECT_THAT(script, HasSubstr("\nquery = 1.45, 0.8  # Query\n"));
  EXPECT_THAT(script, Not(HasSubstr("\nlayout =")));
}

TEST(CodeScript, WritesRowsThatRepeatOnce) {
  Receptive receptive;
  receptive.layers = {{.kernel = 7}, {.padding = 1}, {.padding = 1}, {.padding = 1}, {.join = 2}};
  const std::string script = code_script("Rows", receptive, CodeLibrary::numpy, "x = layers\n");
  EXPECT_THAT(script, HasSubstr("# Layers\nlayers = [\n    dict(kind=\"convolution\", kernel=7, stride=1, "
                                "padding=0, dilation=1, from_=1, join=0),\n    *[dict("));
  EXPECT_THAT(script, HasSubstr("padding=1, dilation=1, from_=1, join=0)] * 3,\n    dict("));
}

TEST(CodeScript, KeepsTheLinesOfItsLibraryAndSpeaksItsName) {
  const std::string body = "    numpy: a = np.cos(x)\n    torch: b = torch.sin(x)\nc = np.exp(xnp.y)\n";
  const std::string numpy = script_of(body), torch = script_of(body, CodeLibrary::torch);
  EXPECT_THAT(numpy, HasSubstr("\n    a = np.cos(x)\nc = np.exp(xnp.y)\n"));
  EXPECT_THAT(numpy, Not(HasSubstr("torch")));
  EXPECT_THAT(torch, HasSubstr("\n    b = torch.sin(x)\nc = torch.exp(xnp.y)\n"));
  EXPECT_THAT(torch, Not(HasSubstr("import numpy")));
}

TEST(CodeScript, HelpersStandWhereTheyAreCalled) {
  EXPECT_THAT(script_of("x = 1\n"), Not(HasSubstr("def seeded")));
  EXPECT_THAT(script_of("u = seeded(1, 2)\n"), HasSubstr("def seeded"));
  EXPECT_THAT(script_of("u = seeded(1, 2)\n"), Not(HasSubstr("def normals")));
  EXPECT_THAT(script_of("z = normals(1, 2, 3)\n"), HasSubstr("def seeded")) << "which normals calls";
}

TEST(CodeScript, numpy_computes_the_random_numbers_of_the_core) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const std::uint64_t seed = 0xFEDCBA9876543210u, stream = (std::uint64_t{3} << 32) + 5;
  const std::string of_both = std::to_string(seed) + ", " + std::to_string(stream);
  const auto results = nlohmann::json::parse(output_of(
      script_of("drawn = seeded(" + of_both + ")\nresults[\"uniform\"] = [next(drawn) for _ in range(50)]\n" +
                "results[\"normal\"] = normals(" + of_both + ", 50)\n")));
  Random uniform(seed, stream), normal(seed, stream);
  for (std::size_t n = 0; n < 50; ++n) {
    EXPECT_EQ(results["uniform"][n].get<double>(), uniform.uniform()) << n;
    EXPECT_NEAR(results["normal"][n].get<double>(), normal.normal(), 1e-14) << n;
  }
}

TEST(CodeScript, NumbersAreReadBackExactlyAndAreNoWholeOnes) {
  EXPECT_EQ(python_number(10'000), "10000.0");
  EXPECT_EQ(python_number(-3), "-3.0");
  EXPECT_EQ(python_number(0.1), "0.1");
  for (const double number : {1.0 / 3, 1e-300, 6.02214076e23, -1e22, 0x1p53 + 2.0}) {
    const std::string text = python_number(number);
    EXPECT_EQ(std::stod(text), number);
    EXPECT_NE(text.find_first_of(".e"), text.npos) << text;
  }
}

TEST(CodeScript, AWordIsFoundByItselfOnly) {
  EXPECT_TRUE(names("m", "m"));
  EXPECT_TRUE(names("2*m+m1", "m"));
  EXPECT_TRUE(names("m1 = m", "m"));
  EXPECT_FALSE(names("m1 + am + m_", "m"));
  EXPECT_FALSE(names("", "m"));
}

}  // namespace
}  // namespace theta
