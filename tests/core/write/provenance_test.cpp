// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/provenance.h"

#include "tests/core/write/every_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace theta {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// A break in a title would end the comment it stands in.
TEST(Provenance, every_line_stays_a_line) {
  const Lab lab = small_lab();
  Figure figure = every_layer();
  figure.title = "two\nlines\rof it";
  figure.description = "";
  const std::vector<std::string> lines = provenance(figure, small_origin(lab));
  EXPECT_THAT(lines, Contains("title: two lines of it"));
  EXPECT_THAT(lines, Not(Contains(HasSubstr("description"))));
  EXPECT_THAT(comments({"a", "b"}, "%"), "% a\n% b\n");
}

TEST(Provenance, names_the_model_and_only_settings_that_apply) {
  Lab lab = small_lab();
  Origin origin = small_origin(lab);
  origin.model = ModelOrigin{.name = "Some model", .variant = {}};
  EXPECT_THAT(provenance(every_layer(), origin), Contains("model: Some model"));
  EXPECT_THAT(provenance(every_layer(), origin), Contains("--set rate=0.1"));
  lab.fields[0].applies = [](const Values&) { return false; };
  EXPECT_THAT(provenance(every_layer(), origin), Not(Contains(HasSubstr("rate="))))
      << "it would be refused when set again";
}

}  // namespace
}  // namespace theta
