// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_loss_code.h"

#include "core/labs/code_script.h"

#include <algorithm>

namespace theta {
namespace {

constexpr const char* psi_code = R"(
def psi(theta):
    """(-1)^k cos(m theta) - 2k, its slope along theta, and along cos(theta) by Chebyshev's U."""
    k = np.clip(np.floor(m * theta / math.pi), 0, m - 1)
    sign = 1 - 2 * (k % 2)
    before, second = theta * 0 + 1, 2 * np.cos(theta)
    for _ in range(m - 1):
        before, second = second, 2 * np.cos(theta) * second - before
    return sign * np.cos(m * theta) - 2 * k, -sign * m * np.sin(m * theta), sign * m * before

)";

/// The value of ArcFace beyond its switch, its slopes, and where the switch stands.
std::string arcface_code(ArcfaceFallback fallback) {
  const std::string shifted = R"(
def arcface(theta):
    sine = np.clip(np.sin(theta), math.sqrt(2e-7 - 1e-14), None)
    value, slope = np.cos(theta + m2), -np.sin(theta + m2)
    along_cosine = math.cos(m2) + np.cos(theta) / sine * math.sin(m2)
)";
  const std::string choose = R"(    return (
        np.where(before, value, other),
        np.where(before, slope, other_slope),
        np.where(before, along_cosine, other_along_cosine),
    )

)";
  switch (fallback) {
    case ArcfaceFallback::hard:
      return shifted + R"(    before = np.cos(theta) > math.cos(math.pi - m2)
    other, other_slope = np.cos(theta) - m2 * math.sin(m2), -np.sin(theta)
    other_along_cosine = theta * 0 + 1
)" + choose;
    case ArcfaceFallback::easy:
      return shifted + R"(    before = np.cos(theta) > 0
    other, other_slope, other_along_cosine = np.cos(theta), -np.sin(theta), theta * 0 + 1
)" + choose;
    case ArcfaceFallback::clip:
      return shifted + R"(    before = theta + m2 < math.pi
    other, other_slope, other_along_cosine = theta * 0 - 1, theta * 0, theta * 0
)" + choose;
    case ArcfaceFallback::none:
      break;
  }
  return shifted + "    return value, slope, along_cosine\n\n";
}

/// A function of Python named after a loss: T(θ), its slope along θ and along cos θ.
std::string loss_code(const AngularMargin& lab, MarginLoss loss) {
  const std::string start = "\ndef " + margin_loss_id(loss) + "(theta):\n", share = softmax_share(lab, loss);
  switch (loss) {
    case MarginLoss::l_softmax:
    case MarginLoss::a_softmax:
    case MarginLoss::sphereface:
      if (!lab.mixes_cosine(loss)) return start + "    return psi(theta)\n\n";
      return start + "    cosine = np.cos(theta), -np.sin(theta), theta * 0 + 1\n" + "    return tuple((" +
             share + " * c + p) / (1 + " + share + ") for c, p in zip(cosine, psi(theta)))\n\n";
    case MarginLoss::am_softmax:
      return start + "    return np.cos(theta) - m3, -np.sin(theta), theta * 0 + 1\n\n";
    case MarginLoss::arcface:
      return arcface_code(lab.fallback);
    case MarginLoss::combined:
      return start + R"(    angle = m1 * theta + m2
    least = math.acos(1 - 1e-7)
    near = np.clip(theta, least, math.pi - least)
    along_cosine = m1 * np.sin(m1 * near + m2) / np.sin(near)
    return np.cos(angle) - m3, -m1 * np.sin(angle), along_cosine

)";
    case MarginLoss::softmax:
    case MarginLoss::normalized:
    case MarginLoss::normface:
      break;
  }
  return start + "    return np.cos(theta), -np.sin(theta), theta * 0 + 1\n\n";
}

}  // namespace

std::string softmax_share(const AngularMargin& lab, MarginLoss loss) {
  return lab.lambda_of(loss) == lab.lambda ? "lambda_" : "least_lambda";
}

std::string margin_losses_code(const AngularMargin& lab, const std::vector<MarginLoss>& losses) {
  std::string text = std::ranges::any_of(losses, has_psi) ? psi_code : "";
  const bool has_own_share = std::ranges::any_of(losses, [&](MarginLoss loss) {
    return lab.mixes_cosine(loss) && softmax_share(lab, loss) == "least_lambda";
  });
  if (has_own_share)
    text += "\nleast_lambda = " + python_number(AngularMargin::least_lambda) +
            "  # where SphereFace's training stops lowering softmax's share\n\n";
  for (const MarginLoss loss : losses) text += loss_code(lab, loss);
  return text;
}

std::string released_slope_code(const AngularMargin& lab) {
  const std::string start = "\ndef released_slope(theta):\n";
  switch (lab.backward_rule()) {
    case BackwardRule::identity:
      return start + R"(    """A released head of ArcFace takes the slope for 1 on the way back."""
    return theta * 0 + 1

)";
    case BackwardRule::unit_length: {
      const std::string share = softmax_share(lab, lab.loss);
      return start +
             R"(    """The part of the weight in psi's gradient scaled to length 1, as the released layer goes back."""
    value, _, slope = psi(theta)
    scaled = slope / np.sqrt(slope**2 + (value - np.cos(theta) * slope) ** 2)
)" +
             (lab.mixes_cosine(lab.loss) ? "    return (" + share + " + scaled) / (1 + " + share + ")\n\n"
                                         : "    return scaled\n\n");
    }
    case BackwardRule::exact:
      break;
  }
  return "";
}

}  // namespace theta
