// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_parameters.h"
#include "core/labs/angular_margin_training_code.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"

#include <algorithm>
#include <vector>

namespace theta {
namespace {

std::string loss_id(MarginLoss loss) { return margin_loss_options()[static_cast<std::size_t>(loss)].id; }

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
  const std::string start = "\ndef " + loss_id(loss) + "(theta):\n";
  switch (loss) {
    case MarginLoss::l_softmax:
    case MarginLoss::a_softmax:
    case MarginLoss::sphereface:
      if (!lab.mixes_cosine(loss)) return start + "    return psi(theta)\n\n";
      return start + R"(    cosine = np.cos(theta), -np.sin(theta), theta * 0 + 1
    return tuple((lambda_ * c + p) / (1 + lambda_) for c, p in zip(cosine, psi(theta)))

)";
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

/// The losses a script names, the chosen one first.
std::vector<MarginLoss> losses(const AngularMargin& lab) {
  std::vector<MarginLoss> all = {lab.loss};
  if (lab.view == MarginView::circle) {
    if (lab.loss != MarginLoss::softmax) all.push_back(MarginLoss::softmax);  // no margin
    return all;
  }
  for (const MarginLoss each : lab.compare)
    if (each != lab.loss) all.push_back(each);
  return all;
}

std::string loss_functions(const AngularMargin& lab) {
  const std::vector<MarginLoss> all = losses(lab);
  std::string text = std::ranges::any_of(all, has_psi) ? psi_code : "";
  for (const MarginLoss loss : all) text += loss_code(lab, loss);
  return text;
}

constexpr const char* on_circle_code = R"(
directions, sample = class_angles, sample_angle


def angle_to(direction, other):
    return abs(math.remainder(direction - other, 2 * math.pi))

)";

constexpr const char* on_sphere_code = R"(
def on_sphere(longitude, latitude):
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


latitudes = (class_latitudes + [0.0] * len(class_angles))[: len(class_angles)]
directions = [on_sphere(*each) for each in zip(class_angles, latitudes)]
sample = on_sphere(sample_angle, sample_latitude)


def angle_to(a, b):
    across = a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    return math.atan2(math.hypot(*across), sum(x * y for x, y in zip(a, b)))

)";

/// What the target's gradient is multiplied by on its way through the margin.
std::string backward_factor(const AngularMargin& lab) {
  switch (lab.backward_rule()) {
    case BackwardRule::identity:
      return "";
    case BackwardRule::unit_length:
      return lab.mixes_cosine(lab.loss) ? " * (lambda_ + unit_slope(theta_y)) / (1 + lambda_)"
                                        : " * unit_slope(theta_y)";
    case BackwardRule::exact:
      break;
  }
  return " * along_cosine";
}

constexpr const char* unit_slope_code = R"(

def unit_slope(theta):
    """The part of the weight in psi's gradient scaled to length 1, as the released layer goes back."""
    value, _, slope = (float(each[0]) for each in psi(np.asarray([theta])))
    return slope / math.hypot(slope, value - math.cos(theta) * slope)


)";

/// The sample's angles, its loss and gradients.
std::string sample(const AngularMargin& lab) {
  const std::string lengths =
      lab.has_lengths() ? "lengths = (class_lengths + [1.0] * len(class_angles))[: len(class_angles)]\n"
                          "scales = [scale * length for length in lengths]\n"
                        : "scales = [scale] * len(class_angles)\n";
  return (lab.backward_rule() == BackwardRule::unit_length ? unit_slope_code : std::string()) +
         (lab.has_latitudes() ? on_sphere_code : on_circle_code) + R"(
def loss_at(direction, margin):
    """The loss, the share of each class but the target, and all of theirs together."""
    angles = [angle_to(direction, each) for each in directions]
    own = scales[target] * float(margin(np.asarray([angles[target]]))[0][0])
    above = [s * math.cos(a) - own for s, a in zip(scales, angles)]
    del above[target]
    highest = max(above + [0.0])
    others = sum(math.exp(each - highest) for each in above)
    total = others + math.exp(-highest)
    value = math.log1p(others) if highest == 0 else highest + math.log(total)
    return value, [math.exp(each - highest) / total for each in above], others / total


)" + lengths +
         R"(angles = [angle_to(sample, each) for each in directions]
theta_y = angles[target]
logits = [s * math.cos(angle) for s, angle in zip(scales, angles)]
rival = max((j for j in range(len(logits)) if j != target), key=lambda j: logits[j])
value, _, along_cosine = (float(each[0]) for each in )" +
         loss_id(lab.loss) + R"((np.asarray([theta_y])))
own_loss, shares, other_share = loss_at(sample, )" +
         loss_id(lab.loss) + R"()
results["readings"] = {
    "theta": theta_y,
    "theta_degrees": math.degrees(theta_y),
    "target_value": value,
    "rival_value": logits[rival] / scales[target],
    "gap": value - logits[rival] / scales[target],
    "cosine_slope_value": along_cosine,
    "loss_value": own_loss,
    "probability": 1 - other_share,
    "target_gradient": -scales[target] * other_share)" +
         backward_factor(lab) + R"(,
    "rival_gradient": scales[rival] * shares[rival - (rival > target)],
}
)";
}

std::string curves(const AngularMargin& lab) {
  std::string text = "\ntheta = math.pi * np.arange(721) / 720\n";
  const bool has_plain = std::ranges::any_of(losses(lab), [](MarginLoss loss) {
    return loss == MarginLoss::softmax || loss == MarginLoss::normalized || loss == MarginLoss::normface;
  });
  for (const MarginLoss loss : losses(lab)) {
    const std::string suffix = loss == lab.loss ? "" : "_" + loss_id(loss);
    text += "value, slope, along_cosine = " + loss_id(loss) + "(theta)\n";
    text += "results[\"target_logit" + suffix + "\"] = curve(theta, value)\n";
    text += "results[\"target_logit_slope" + suffix + "\"] = curve(theta, slope)\n";
    text += "results[\"cosine_slope" + suffix + "\"] = curve(theta, along_cosine)\n";
  }
  if (!has_plain) text += "results[\"cosine\"] = curve(theta, np.cos(theta))\n";
  return text;
}

/// How far beyond its own angle the rival has to be, in degrees.
std::string plane(const AngularMargin& lab) {
  std::string text = R"(
theta = math.pi * np.arange(361) / 360
ratio = scales[target] / scales[rival]


def boundary(margin):
    t = ratio * margin(theta)[0]
    return np.where(t < -1, math.nan, np.arccos(np.clip(t, -1, 1)))


)";
  text += "results[\"boundary_1\"] = curve(theta, boundary(" + loss_id(lab.loss) + "))\n";
  for (const MarginLoss loss : losses(lab)) {
    const std::string suffix = loss == lab.loss ? "" : "_" + loss_id(loss);
    text += "results[\"angle_gap" + suffix + "\"] = curve(theta, (boundary(" + loss_id(loss) +
            ") - theta) * 180 / math.pi)\n";
  }
  return text;
}

std::string circle(const AngularMargin& lab) {
  return R"(
turned = -math.pi + 2 * math.pi * np.arange(361) / 360
losses = [loss_at(direction, )" +
         loss_id(lab.loss) + R"()[0] for direction in turned.tolist()]
plain = [loss_at(direction, softmax)[0] for direction in turned.tolist()]
results["loss/loss"] = curve(turned, np.asarray(losses))
results["loss_plain"] = curve(turned, np.asarray(plain))
)";
}

/// Each class' angle, logit and probability, the target's with its margin.
constexpr const char* sphere_code = R"(
probabilities = shares[:target] + [1 - other_share] + shares[target:]
logits[target] = scales[target] * value
for n in range(len(directions)):
    results["readings"][f"angle_{n}"] = math.degrees(angles[n])
    results["readings"][f"logit_{n}"] = logits[n]
    results["readings"][f"probability_{n}"] = probabilities[n]
theta = math.pi * np.arange(721) / 720
)";

/// The room there is for margins among C classes, and what the scale has to be.
std::string bounds(const AngularMargin& lab) {
  const std::string angle =
      lab.dimensions == 2 ? "    return 2 * math.pi / count\n" : R"(    if count <= dimensions + 1:
        return math.acos(-1 / (count - 1))
    if count <= 2 * dimensions:
        return math.pi / 2
    if dimensions > 3:
        return filled_by_caps(count)
    cotangent = 1 / math.tan(count / (count - 2) * math.pi / 6)
    return math.acos((cotangent**2 - 1) / 2)
)";
  const std::string few = lab.classes > 1000 ? "" : R"(
k = np.arange(classes)
perfect = np.exp(np.outer(s, np.cos(2 * math.pi * k / classes) - 1)).sum(1)
results["circle_floor"] = curve(s, np.log(perfect))

margin, half = np.arange(201) / 200, math.pi / classes
cosface = half - np.arcsin(np.clip(margin / (2 * math.sin(half)), None, 1))
results["sector_arcface"] = curve(margin, np.clip((half - margin / 2) * 180 / math.pi, 0, None))
results["sector_cosface"] = curve(margin, np.clip(cosface * 180 / math.pi, 0, None))
)";
  const std::string caps = lab.dimensions <= 3 ? "" : R"(
def log_cap(sine):
    """ln of the part of the sphere within an angle of a point, by the angle's sine."""
    power, term, total = dimensions - 1, 1.0, 0.0
    for k in range(60):
        total += term / (power + 2 * k)
        term *= (2 * k + 1) / (2 * k + 2) * sine * sine
    gammas = math.lgamma(dimensions / 2) - math.lgamma(power / 2)
    return power * math.log(sine) + math.log(total) + gammas - math.log(math.pi) / 2


def filled_by_caps(count):
    """Twice the angle of caps that together are as large as the sphere, at most a right angle."""
    low, high = 0.0, math.sqrt(0.5)
    if log_cap(high) <= -math.log(count):
        return math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if log_cap(middle) <= -math.log(count) else (low, middle)
    return 2 * math.asin(high)

)";
  return caps + R"(
def widest_angle(count):
    """Between the nearest two of so many weights, at most."""
)" + angle +
         R"(

def least_scale(count, probability):
    odds = (count - 1) * probability / (1 - probability)
    return max(0.0, (count - 1) / count * math.log(odds))


counts = sorted({round(2 * (1e7 / 2) ** (n / 200)) for n in range(201)})
x = np.asarray([float(count) for count in counts])
results["bound"] = curve(x, np.asarray([2 * math.sin(widest_angle(count) / 2) ** 2 for count in counts]))
for n, probability in enumerate([0.9, 0.99, 0.999]):
    results[f"scale_{n}"] = curve(x, np.asarray([least_scale(count, probability) for count in counts]))

s = 0.1 * 2560 ** (np.arange(201) / 200)
exponent = math.log(classes - 1) - s * classes / (classes - 1)
results["loss_floor"] = curve(s, np.clip(exponent, 0, None) + np.log1p(np.exp(-np.abs(exponent))))
)" + few +
         R"(
results["readings"] = {
    "angle_bound": widest_angle(classes),
    "cosine_bound": 2 * math.sin(widest_angle(classes) / 2) ** 2,
    "scale_for_90": least_scale(classes, 0.9),
    "scale_for_99": least_scale(classes, 0.99),
    "scale_for_999": least_scale(classes, 0.999),
    "largest_probability": 1 / (1 + (classes - 1) * math.exp(-scale * classes / (classes - 1))),
}
)";
}

}  // namespace

std::string angular_margin_code(const AngularMargin& lab, CodeLibrary library) {
  const auto script = [&](const char* title, const std::string& body) {
    return code_script(std::string("Angular margin: ") + title, lab, library, body);
  };
  const std::string functions = loss_functions(lab), shared = functions + sample(lab);
  switch (lab.view) {
    case MarginView::bounds:
      return script("the room there is for a margin", bounds(lab));
    case MarginView::plane:
      return script("the angle a rival has to keep", shared + plane(lab));
    case MarginView::circle:
      return script("the loss as the sample turns", shared + circle(lab));
    case MarginView::sphere:
      return script("a sample among classes on the sphere", shared + sphere_code +
                                                                "results[\"target_logit\"] = curve(theta, " +
                                                                loss_id(lab.loss) + "(theta)[0])\n");
    case MarginView::training:
      return script("eight classes embedded by a small network",
                    functions + "margin = " + loss_id(lab.loss) + "\n" + margin_training_code(lab));
    case MarginView::curves:
      break;
  }
  return script("the target's logit and its slopes", shared + curves(lab));
}

}  // namespace theta
