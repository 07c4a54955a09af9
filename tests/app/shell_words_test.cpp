// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_words.h"

#include "core/model/problem.h"

#include <gmock/gmock.h>

namespace theta {
namespace {

TEST(ShellWords, ArePartedAsByAShell) {
  const struct {
    const char* text;
    std::vector<std::string> words;
  } cases[] = {{"", {}},
               {" \t\r", {}},
               {"rope  -o a.svg\r", {"rope", "-o", "a.svg"}},
               {"'a b' \"c d\" e\\ f", {"a b", "c d", "e f"}},
               {"--set expression='x*tanh(x)'", {"--set", "expression=x*tanh(x)"}},
               {R"('a"b\' "c'd" "e\"f\\g\h" \'i)", {"a\"b\\", "c'd", "e\"f\\g\\h", "'i"}},
               {"'it'\\''s'", {"it's"}},
               {"'' \"\"", {"", ""}},
               {"end\\", {"end\\"}}};
  for (const auto& each : cases) EXPECT_EQ(shell_words(each.text), each.words) << each.text;
}

TEST(ShellWords, NameAQuoteThatIsNotClosed) {
  const struct {
    const char *text, *says;
  } cases[] = {{"rope -o 'a b.svg", "quotes: no second ' closes “'a b.svg”"},
               {"rope \"a\\\"", "quotes: no second \" closes “\"a\\\"”"}};
  for (const auto& each : cases) {
    try {
      shell_words(each.text);
      ADD_FAILURE() << each.text;
    } catch (const InputError& error) {
      EXPECT_STREQ(error.what(), each.says);
    }
  }
}

}  // namespace
}  // namespace theta
