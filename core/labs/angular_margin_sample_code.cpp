// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_sample_code.h"

#include "core/labs/angular_margin_loss_code.h"

namespace theta {
namespace {

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

constexpr const char* loss_at_code = R"(
def at(theta, function):
    """The numbers at one angle of a function of arrays."""
    return [float(each[0]) for each in function(np.asarray([theta]))]


def loss_at(direction, margin):
    """The loss, and its slope along each logit: p_j, and p_y - 1 for the target, without cancellation."""
    angles = [angle_to(direction, each) for each in directions]
    logits = [s * math.cos(angle) for s, angle in zip(scales, angles)]
    own = logits[target] = scales[target] * at(angles[target], margin)[0]
    highest = max(logits)
    parts = [math.exp(each - highest) for each in logits]
    others = sum(parts[:target] + parts[target + 1 :])
    total = parts[target] + others
    value = math.log1p(others) if own == highest else math.log(total) + highest - own
    by_logit = [each / total for each in parts]
    by_logit[target] = -others / total
    return value, by_logit


)";

std::string scales_code(const AngularMargin& lab) {
  return lab.has_lengths() ? "lengths = (class_lengths + [1.0] * len(class_angles))[: len(class_angles)]\n"
                             "scales = [scale * length for length in lengths]\n"
                           : "scales = [scale] * len(class_angles)\n";
}

/// When training has lowered softmax's share to its present value.
std::string annealing_reading(const AngularMargin& lab) {
  if (!lab.mixes_cosine(lab.loss)) return "";
  return "    \"annealing_iteration\": max(0.0, (1000 / " + softmax_share(lab, lab.loss) + " - 1) / 0.12),\n";
}

}  // namespace

std::string margin_sample_code(const AngularMargin& lab) {
  const std::string loss = margin_loss_id(lab.loss), released = released_slope_code(lab);
  return released + (lab.has_latitudes() ? on_sphere_code : on_circle_code) + loss_at_code +
         scales_code(lab) +
         R"(angles = [angle_to(sample, each) for each in directions]
theta_y = angles[target]
logits = [s * math.cos(angle) for s, angle in zip(scales, angles)]
rival = max((j for j in range(len(logits)) if j != target), key=lambda j: logits[j])
level = logits[rival] / scales[target]
value, _, along_cosine = at(theta_y, )" +
         loss + ")\nown_loss, by_logit = loss_at(sample, " + loss + R"()
by_cosine = [s * each for s, each in zip(scales, by_logit)]
by_cosine[target] *= )" +
         (released.empty() ? "along_cosine" : "float(released_slope(np.asarray([theta_y]))[0])") + R"(
results["readings"] = {
    "theta": theta_y,
    "theta_degrees": math.degrees(theta_y),
    "target_value": value,
    "rival_value": level,
    "gap": value - level,
    "cosine_slope_value": along_cosine,
    "loss_value": own_loss,
    "probability": 1 + by_logit[target],
    "target_gradient": by_cosine[target],
    "rival_gradient": by_cosine[rival],
)" + annealing_reading(lab) +
         "}\n";
}

}  // namespace theta
