// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe_lab.h"

#include "core/labs/all.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace theta {
namespace {

using testing::IsSupersetOf;

TEST(DescribeLab, shows_every_id_that_only_some_settings_have) {
  const struct {
    const char* lab;
    std::vector<std::string> ids;
  } expected[] = {
      {"rope", {"logit_rounded", "ratio_longrope"}},
      {"attention-decay",
       {"base_needed", "logit_linear", "weight_linear", "logit_longrope", "weight_longrope",
        "entropy_longrope", "independent_range", "same_random", "peak", "decay_same_float16",
        "cosine_error"}},
      {"activations", {"output_density", "output_atoms"}},
      {"angular-margin", {"target_logit_softmax", "target_logit_normalized", "angle_gap_softmax", "logit_5"}},
      {"receptive-field", {"reached"}},
      {"gumbel-softmax", {"probability_12", "relaxed_4", "softmax_4", "score_function_batch_deviation"}}};
  for (const auto& each : expected) {
    const nlohmann::ordered_json json = lab_json(*find_lab(each.lab));
    std::set<std::string> ids;
    for (const auto& reading : json["readings"]) ids.insert(reading["id"]);
    for (const auto& panel : json["panels"])
      for (const auto& layer : panel["layers"]) ids.insert(layer["id"]);
    EXPECT_THAT(ids, IsSupersetOf(each.ids)) << each.lab;
  }
}

}  // namespace
}  // namespace theta
