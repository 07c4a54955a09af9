// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_bounds_code.h"
#include "core/labs/angular_margin_loss_code.h"
#include "core/labs/angular_margin_parameters.h"
#include "core/labs/angular_margin_sample_code.h"
#include "core/labs/angular_margin_training_code.h"
#include "core/labs/angular_margin_view_code.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"

#include <algorithm>
#include <vector>

namespace theta {
namespace {

/// The losses whose curves are drawn, the chosen one first.
std::vector<MarginLoss> drawn_losses(const AngularMargin& lab) {
  std::vector<MarginLoss> all = {lab.loss};
  if (lab.view == MarginView::circle || lab.view == MarginView::training) return all;
  for (const MarginLoss each : lab.compare)
    if (each != lab.loss) all.push_back(each);
  return all;
}

/// The losses with a verdict on the sample, in the order of their bars.
std::vector<MarginLoss> judged_losses(const AngularMargin& lab) {
  using enum MarginLoss;
  std::vector<MarginLoss> all = {normface, a_softmax, sphereface, am_softmax, arcface};
  if (lab.loss == combined) all.push_back(combined);
  return all;
}

/// The losses a script names.
std::vector<MarginLoss> named_losses(const AngularMargin& lab) {
  std::vector<MarginLoss> all = drawn_losses(lab), others;
  if (lab.view == MarginView::curves) others = judged_losses(lab);
  if (lab.view == MarginView::circle || lab.view == MarginView::sphere)
    others = {MarginLoss::softmax};  // no margin
  for (const MarginLoss each : others)
    if (std::ranges::find(all, each) == all.end()) all.push_back(each);
  return all;
}

std::string suffix_of(const AngularMargin& lab, MarginLoss loss) {
  return loss == lab.loss ? "" : "_" + margin_loss_id(loss);
}

/// The target's logit along the angle, with the slopes where they are drawn.
std::string target_curves(const AngularMargin& lab, bool slopes) {
  std::string text = "\ntheta = math.pi * np.arange(721) / 720\n";
  const std::vector<MarginLoss> drawn = drawn_losses(lab);
  const bool has_plain = std::ranges::any_of(drawn, [](MarginLoss loss) {
    return loss == MarginLoss::softmax || loss == MarginLoss::normalized || loss == MarginLoss::normface;
  });
  for (const MarginLoss loss : drawn) {
    const std::string suffix = suffix_of(lab, loss), id = margin_loss_id(loss);
    if (!slopes) {
      text += "results[\"target_logit" + suffix + "\"] = curve(theta, " + id + "(theta)[0])\n";
      continue;
    }
    text += "value, slope, along_cosine = " + id + "(theta)\n";
    text += "results[\"target_logit" + suffix + "\"] = curve(theta, value)\n";
    text += "results[\"target_logit_slope" + suffix + "\"] = curve(theta, slope)\n";
    text += "results[\"cosine_slope" + suffix + "\"] = curve(theta, along_cosine)\n";
  }
  if (!has_plain) text += "results[\"cosine\"] = curve(theta, np.cos(theta))\n";
  return text;
}

/// How far T of each loss stands above the best other class, or below it. All normalise weights.
std::string verdicts(const AngularMargin& lab) {
  std::string list;
  for (const MarginLoss loss : judged_losses(lab)) list += (list.empty() ? "" : ", ") + margin_loss_id(loss);
  return "\njudged = [" + list + R"(]
best_other = max(math.cos(angle) for j, angle in enumerate(angles) if j != target)
values = [at(theta_y, each)[0] for each in judged]
won = [j for j, each in enumerate(values) if each >= best_other]
lost = [j for j, each in enumerate(values) if each < best_other]
results["met"] = {"x": won, "y": [values[j] for j in won], "base": best_other}
results["missed"] = {"x": lost, "y": [values[j] for j in lost], "base": best_other}
)";
}

std::string curves(const AngularMargin& lab) {
  std::string text = verdicts(lab) + target_curves(lab, true);
  if (lab.backward_rule() != BackwardRule::exact)
    text += "results[\"released_slope\"] = curve(theta, released_slope(theta))\n";
  return text;
}

/// How far beyond its own angle the rival has to be, in degrees.
std::string plane(const AngularMargin& lab) {
  const std::string id = margin_loss_id(lab.loss);
  std::string text = R"(
theta = math.pi * np.arange(361) / 360
ratio = scales[target] / scales[rival]


def boundary(margin, theta, ratio):
    """The angle to the other class at which the two tie, as far as there is one."""
    t = ratio * margin(theta)[0]
    return np.where(t < -1, math.nan, np.arccos(np.clip(t, -1, 1)))


)";
  text += "results[\"boundary_1\"] = curve(theta, boundary(" + id + ", theta, ratio))\n";
  text += "theta_1 = boundary(" + id + R"(, theta, 1 / ratio)
there = np.isfinite(theta_1)
results["boundary_2"] = curve(theta_1[there], theta[there])
results["plane/sample"] = {"x": [theta_y], "y": [angles[rival]]}
)";
  for (const MarginLoss loss : drawn_losses(lab))
    text += "results[\"angle_gap" + suffix_of(lab, loss) + "\"] = curve(theta, (boundary(" +
            margin_loss_id(loss) + ", theta, ratio) - theta) * 180 / math.pi)\n";
  return text + "needed = math.degrees(float(boundary(" + id + R"(, np.asarray([theta_y]), ratio)[0]))
results["readings"]["needed_angle"] = needed if math.isfinite(needed) else None
results["readings"]["between_weights"] = math.degrees(angle_to(directions[target], directions[rival]))
)";
}

constexpr const char* by_role_code = R"(

def by_role(name, values):
    """Bars of the target, of its rival and of the other classes."""
    others = [j for j in range(len(values)) if j not in (target, rival)]
    for role, x in [("target", [target]), ("rival", [rival]), ("other", others)]:
        if x:
            results[f"{role}_{name}"] = {"x": x, "y": [values[j] for j in x]}


)";

std::string circle(const AngularMargin& lab) {
  return by_role_code + std::string(R"(by_role("gradient", by_cosine)
turned = -math.pi + 2 * math.pi * np.arange(361) / 360
losses = [loss_at(direction, )") +
         margin_loss_id(lab.loss) + R"()[0] for direction in turned.tolist()]
plain = [loss_at(direction, softmax)[0] for direction in turned.tolist()]
results["loss/loss"] = curve(turned, np.asarray(losses))
results["loss_plain"] = curve(turned, np.asarray(plain))
)";
}

/// Each class' angle, logit and probability, the target's with its margin, and the sample as it is seen.
std::string sphere(const AngularMargin& lab) {
  return margin_view_code + std::string(by_role_code) + R"(def probabilities(margin):
    return [each + (j == target) for j, each in enumerate(loss_at(sample, margin)[1])]


right, up, _ = seen(*sample)
results["sphere/sample"] = {"x": [right], "y": [up]}
results["target/sample"] = {"x": [theta_y], "y": [value]}
shares = probabilities()" +
         margin_loss_id(lab.loss) + R"()
by_role("probability", shares)
results["probability_plain"] = {"x": list(range(len(shares))), "y": probabilities(softmax)}
logits[target] = scales[target] * value
for n in range(len(directions)):
    results["readings"][f"angle_{n}"] = math.degrees(angles[n])
    results["readings"][f"logit_{n}"] = logits[n]
    results["readings"][f"probability_{n}"] = shares[n]
)" + target_curves(lab, false);
}

}  // namespace

std::string angular_margin_code(const AngularMargin& lab, CodeLibrary library) {
  const auto script = [&](const char* title, const std::string& body) {
    return code_script(std::string("Angular margin: ") + title, lab, library, body);
  };
  const auto losses = [&] { return margin_losses_code(lab, named_losses(lab)); };
  const auto shared = [&] { return losses() + margin_sample_code(lab); };
  switch (lab.view) {
    case MarginView::bounds:
      return script("the room there is for a margin", margin_bounds_code(lab));
    case MarginView::plane:
      return script("the angle a rival has to keep", shared() + plane(lab));
    case MarginView::circle:
      return script("the loss as the sample turns", shared() + circle(lab));
    case MarginView::sphere:
      return script("a sample among classes on the sphere", shared() + sphere(lab));
    case MarginView::training:
      return script("eight classes embedded by a small network", losses() + margin_training_code(lab));
    case MarginView::curves:
      break;
  }
  return script("the target's logit and its slopes", shared() + curves(lab));
}

}  // namespace theta
