// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rotary_code.h"

#include <array>

namespace theta {
namespace {

/// Linear in the turns a pair makes in the trained context: kept above the upper limit, slowed below the
/// lower.
std::string by_turns(const std::string& slow, const std::string& fast) {
  return R"(    turns = original_context * unscaled / (2 * math.pi)
    kept = np.clip((turns - )" +
         slow + ") / (" + fast + " - " + slow + R"(), 0, 1)
)";
}

constexpr const char* blended = "(1 - kept) * unscaled / factor + kept * unscaled";

}  // namespace

std::string inverse_frequency_code() {
  return R"(pairs = rotary_dimensions // 2
i = np.arange(pairs)


def inverse_frequencies(base, dimensions):
    """Powers by math's own function: an array's may differ in the last digit, which far positions show."""
    return np.asarray([base ** (-2.0 * n / dimensions) for n in range(dimensions // 2)])


unscaled = inverse_frequencies(base, rotary_dimensions)

)";
}

std::string phasors_code() {
  return R"(
def halves(x):
    """Two numbers of 26 bits that sum to x: products of such are exact."""
    high = x * 134217729.0 - (x * 134217729.0 - x)
    return high, x - high


def phasors(s, theta):
    """cos and sin of s * theta, with the digits that rounding the product takes."""
    (a, b), (c, d), angle = halves(s), halves(theta), np.outer(s, theta)
    rest = np.outer(a, c) - angle + np.outer(a, d) + np.outer(b, c) + np.outer(b, d)
    return np.cos(angle) - rest * np.sin(angle), np.sin(angle) + rest * np.cos(angle)

)";
}

std::string rotary_scaling_name(RotaryScaling rule) {
  static constexpr std::array names = {"unscaled_rule", "linear", "ntk",    "dynamic",
                                       "yarn_paper",    "yarn",   "llama3", "longrope"};
  return names[static_cast<std::size_t>(rule)];
}

std::string rotary_scaling_code(RotaryScaling rule) {
  const std::string start = "\ndef " + rotary_scaling_name(rule) + "():\n", blend = blended;
  const std::string with_base =
      R"(    power = rotary_dimensions / (rotary_dimensions - 2) if rotary_dimensions > 2 else 0
    return inverse_frequencies(base * stretch**power, rotary_dimensions), 1.0

)";
  switch (rule) {
    case RotaryScaling::none:
      return start + "    return unscaled, 1.0\n\n";
    case RotaryScaling::linear:
      return start + "    return unscaled / factor, 1.0\n\n";
    case RotaryScaling::ntk:
      return start + "    stretch = factor\n" + with_base;
    case RotaryScaling::dynamic:
      return start +
             "    stretch = factor * max(length, original_context) / original_context - (factor - 1)\n" +
             with_base;
    case RotaryScaling::yarn_paper:
      return start + by_turns("beta_slow", "beta_fast") +
             "    attention = 0.1 * math.log(factor) + 1\n    return " + blend +
             ", given_attention_factor or attention\n\n";
    case RotaryScaling::yarn:
      return start + R"(    def pair_with(turns):
        return rotary_dimensions * math.log(original_context / (turns * 2 * math.pi)) / (2 * math.log(base))

    def strength(weight):
        return 0.1 * weight * math.log(factor) + 1

    low, high = pair_with(beta_fast), pair_with(beta_slow)
    if truncate:
        low, high = math.floor(low), math.ceil(high)
    low, high = max(low, 0), min(high, rotary_dimensions - 1)
    high = high if high > low else low + 0.001
    kept = 1 - np.clip((i - low) / (high - low), 0, 1)
    both = mscale != 0 and mscale_all_dim != 0
    attention = strength(mscale) / strength(mscale_all_dim) if both else strength(1)
    return )" +
             blend + ", given_attention_factor or attention\n\n";
    case RotaryScaling::llama3:
      return start + by_turns("low_frequency_factor", "high_frequency_factor") + "    return " + blend +
             ", 1.0\n\n";
    case RotaryScaling::longrope:
      return start + R"(    factors = long_factors if length > original_context else short_factors
    factors = (factors + [1.0] * pairs)[:pairs]
    known = factor > 1 and original_context > 1
    attention = math.sqrt(1 + math.log(factor) / math.log(original_context)) if known else 1.0
    return unscaled / np.asarray(factors), given_attention_factor or attention

)";
  }
  return {};
}

}  // namespace theta
