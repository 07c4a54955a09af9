// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rotary_code.h"

#include "core/labs/code_script.h"
#include "core/math/rope.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace theta {
namespace {

constexpr RotaryScaling all_rules[] = {RotaryScaling::none,    RotaryScaling::linear,     RotaryScaling::ntk,
                                       RotaryScaling::dynamic, RotaryScaling::yarn_paper, RotaryScaling::yarn,
                                       RotaryScaling::llama3,  RotaryScaling::longrope};

/// Prints every rule's frequencies and factor at these parameters.
std::string rules_code(const Rope& rope) {
  std::string body = inverse_frequency_code();
  for (const RotaryScaling rule : all_rules) {
    const std::string name = rotary_scaling_name(rule);
    body += rotary_scaling_code(rule) + "frequencies, attention = " + name + "()\nresults[\"" + name +
            "\"] = [frequencies.tolist(), attention]\n";
  }
  return code_script("Rules", rope, CodeLibrary::numpy, body);
}

/// With a length short of the trained context and beyond it, ramps cut to whole pairs and not, factors given
/// and not, and a single pair.
TEST(RotaryCode, numpy_computes_every_rule) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const Rope settings[] = {{.head_dimension = 128,
                            .rotary_dimensions = 96,
                            .factor = 6,
                            .length = 2048,
                            .short_factors = {1.1, 1.3}},
                           {.base = 500,
                            .original_context = 1024,
                            .factor = 40,
                            .length = 9000,
                            .beta_fast = 20,
                            .beta_slow = 2,
                            .truncate = false,
                            .mscale = 1,
                            .mscale_all_dim = 0.5,
                            .low_frequency_factor = 2,
                            .high_frequency_factor = 9,
                            .long_factors = {2, 3, 5}},
                           {.head_dimension = 2,
                            .rotary_dimensions = 2,
                            .pair = 0,
                            .factor = 4,
                            .length = 9000,
                            .attention_factor = 1.7}};
  std::vector<std::string> scripts;
  for (const Rope& rope : settings) scripts.push_back(rules_code(rope));
  const std::vector<std::string> outputs = outputs_of(scripts);
  for (std::size_t n = 0; n < std::size(settings); ++n) {
    const Rope& rope = settings[n];
    const auto computed = nlohmann::json::parse(outputs[n]);
    for (const RotaryScaling rule : all_rules) {
      const std::string name = rotary_scaling_name(rule);
      const ScaledFrequencies want =
          scaled_frequencies(rope.rotary_dimensions, rope.base, rule, scaling_parameters(rope));
      EXPECT_NEAR(computed[name][1].get<double>(), want.attention_factor, 1e-14) << name;
      ASSERT_EQ(computed[name][0].size(), static_cast<std::size_t>(want.inverse_frequency.size())) << name;
      for (Eigen::Index i = 0; i < want.inverse_frequency.size(); ++i)
        EXPECT_NEAR(computed[name][0][static_cast<std::size_t>(i)].get<double>() / want.inverse_frequency[i],
                    1, 1e-13)
            << name << " " << i;
    }
  }
}

/// Ten million tokens on, between two positions too, cosines of rounded products would be wrong by 1e-9.
TEST(RotaryCode, numpy_computes_far_phasors_to_the_last_digits) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto results = nlohmann::json::parse(
      output_of(code_script("Far", Rope{}, CodeLibrary::numpy,
                            inverse_frequency_code() + phasors_code() +
                                "cosine, sine = phasors(np.asarray([9999991.0 + 0.237]), unscaled)\n"
                                "results = {\"cosine\": cosine[0].tolist(), \"sine\": sine[0].tolist()}\n")));
  const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
  for (std::size_t i = 0; i < 32; ++i) {
    const long double angle = static_cast<long double>(9'999'991.0 + 0.237) *
                              static_cast<long double>(frequencies[static_cast<Eigen::Index>(i)]);
    EXPECT_NEAR(results["cosine"][i].get<double>(), static_cast<double>(std::cos(angle)), 1e-12) << i;
    EXPECT_NEAR(results["sine"][i].get<double>(), static_cast<double>(std::sin(angle)), 1e-12) << i;
  }
}

/// A name that is a parameter too would be declared over by the function of that name.
TEST(RotaryCode, RulesHaveNamesOfTheirOwn) {
  std::set<std::string> all;
  for (const RotaryScaling rule : all_rules) {
    const std::string name = rotary_scaling_name(rule);
    EXPECT_TRUE(all.insert(name).second) << name;
    EXPECT_FALSE(find_field(rotary_lab().fields, name)) << name;
    EXPECT_NE(rotary_scaling_code(rule).find("\ndef " + name + "():\n"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace theta
