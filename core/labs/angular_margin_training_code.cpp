// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_training_code.h"

#include "core/labs/angular_margin_view_code.h"

namespace theta {
namespace {

constexpr int together = 900;  // steps

constexpr const char* margin_network_code = R"(
samples, step_size, keep_mean, keep_square = 60, 3e-3, 0.9, 0.999
centres = [2 * math.pi * (n // samples) / 8 for n in range(8 * samples)]
shifts = [normals(seed, n, 2) for n in range(8 * samples)]
inputs = np.asarray([[math.cos(a) + noise * x, math.sin(a) + noise * y] for a, (x, y) in zip(centres, shifts)])
own = np.arange(8 * samples) // samples
one_hot = np.where(own[:, None] == np.arange(8)[None, :], 1.0, 0.0)

drawn = seeded(seed, 1000000)


def layer(inwards, outwards):
    """Weights drawn evenly, column by column, as PyTorch's linear layers start."""
    bound = 1 / math.sqrt(inwards)
    return np.asarray([[bound * (2 * next(drawn) - 1) for _ in range(outwards)] for _ in range(inwards)]).T


def normal():
    return math.sqrt(-2 * math.log(next(drawn))) * math.cos(2 * math.pi * next(drawn))


first, second, third = layer(2, width), layer(width, width), layer(width, embedding_dimensions)
classes_first = np.asarray([[0.1 * normal() for _ in range(embedding_dimensions)] for _ in range(8)])
parameters = [first, 0 * first[:, 0], second, 0 * second[:, 0], third, 0 * third[:, 0], classes_first]


def lengths_of(rows):
    return np.clip(np.sqrt((rows * rows).sum(1)), 1e-9, None)

)";

constexpr const char* margin_gradient_code = R"(
def loss_and_gradient(parameters):
    """The mean loss, how many are right without the margin, the features, and the slope along each parameter."""
    first, first_bias, second, second_bias, third, third_bias, weights = parameters
    hidden = np.tanh(inputs @ first.T + first_bias)
    deep = np.tanh(hidden @ second.T + second_bias)
    features = deep @ third.T + third_bias
    feature_lengths, weight_lengths = lengths_of(features), lengths_of(weights)
    x, w = features / feature_lengths[:, None], weights / weight_lengths[:, None]
    common = 0 * feature_lengths + scale if features_fixed else feature_lengths
    by_class = 0 * weight_lengths + 1 if weights_fixed else weight_lengths
    scales = common[:, None] * by_class[None, :]
    cosines = np.clip(x @ w.T, -1, 1)
    value, _, along_cosine = margin(np.arccos((one_hot * cosines).sum(1)))
    unscaled = np.where(one_hot == 1, value[:, None], cosines)
    logits = scales * unscaled
    above = logits - np.amax(logits, 1)[:, None]
    entropy = np.log(np.exp(above).sum(1)) - (one_hot * above).sum(1)
    rivals = np.where(one_hot == 1, -math.inf, scales * cosines)
    right = (one_hot * scales * cosines).sum(1) > np.amax(rivals, 1)
    by_logit = np.exp(above) / np.exp(above).sum(1)[:, None] - one_hot
    by_cosine = by_logit * scales * np.where(one_hot == 1, along_cosine[:, None], 1.0)
    by_feature = (by_cosine @ w - (by_cosine * cosines).sum(1)[:, None] * x) / feature_lengths[:, None]
    by_weight = (by_cosine.T @ x - (by_cosine * cosines).sum(0)[:, None] * w) / weight_lengths[:, None]
    if not features_fixed:
        by_feature = by_feature + (by_logit * unscaled * by_class[None, :]).sum(1)[:, None] * x
    if not weights_fixed:
        by_weight = by_weight + (by_logit * unscaled * common[:, None]).sum(0)[:, None] * w
    by_feature, by_weight = by_feature / len(own), by_weight / len(own)
    by_deep = by_feature @ third * (1 - deep * deep)
    by_hidden = by_deep @ second * (1 - hidden * hidden)
    slopes = [by_hidden.T @ inputs, by_hidden.sum(0), by_deep.T @ hidden, by_deep.sum(0)]
    slopes += [by_feature.T @ deep, by_feature.sum(0), by_weight]
    right = float(np.where(right, 1.0, 0.0).sum()) / len(own)
    return float(entropy.sum()) / len(own), right, features, slopes


def angle(a, b):
    length = np.clip(np.sqrt((a * a).sum(-1)) * np.sqrt((b * b).sum(-1)), 1e-9, None)
    return np.arccos(np.clip((a * b).sum(-1) / length, -1, 1))


def spread(features):
    """Degrees from a feature to the middle of its class, and from a class to the nearest other."""
    means = one_hot.T @ (features / lengths_of(features)[:, None])
    inside = float(angle(features, means[own]).sum()) / len(own)
    itself = np.arange(8)[:, None] == np.arange(8)[None, :]
    apart = np.where(itself, math.inf, angle(means[:, None], means[None, :]))
    return math.degrees(inside), math.degrees(float(np.amin(apart, 1).sum()) / 8)

)";

/// The widest half a sector that meets the margin, before λ changes.
constexpr const char* sector_code = R"(
def half_sector(gap):
    """How far from the middle of its sector a sample still meets the margin, by bisection."""

    def met(theta):
        return float(margin(np.asarray([theta]))[0][0]) >= math.cos(gap - theta)

    low, high = 0.0, gap / 2
    if met(high) or not met(low):
        return high if met(low) else low
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if met(middle) else (low, middle)
    return low


half_width = math.degrees(half_sector(2 * math.pi / 8))
)";

/// The samples of each class as they are drawn: by direction on the circle, those of one degree one beyond
/// the other, or on the sphere as it is seen.
constexpr const char* stacked_code = R"(
directions = features / lengths_of(features)[:, None]
for n in range(8):
    points, heights = {"x": [], "y": []}, {}
    for right, up in directions[own == n].tolist():
        angle = math.atan2(up, right)
        degree = math.floor(math.degrees(angle))
        heights[degree] = heights.get(degree, -1) + 1
        radius = 1.03 + 0.025 * min(heights[degree], 12)
        points["x"].append(radius * math.cos(angle))
        points["y"].append(radius * math.sin(angle))
    results[f"features_{n}"] = points
)";

constexpr const char* seen_code = R"(
right, up, towards = seen(*(features / lengths_of(features)[:, None]).T)
for n in range(8):
    for name, side in [("features", towards >= 0), ("features_behind", towards < 0)]:
        here = (own == n) & side
        results[f"{name}_{n}"] = {"x": right[here].tolist(), "y": up[here].tolist()}
)";

/// Adam's steps. `at_step`: what changes from step to step.
std::string steps_code(const std::string& at_step) {
  return R"(
mean = [0 * each for each in parameters]
square = [0 * each for each in parameters]
moments = []
for taken in range(step):
)" + at_step +
         R"(    mean_loss, _, features, slopes = loss_and_gradient(parameters)
    moments.append((mean_loss, *spread(features)))
    mean = [keep_mean * u + (1 - keep_mean) * g for u, g in zip(mean, slopes)]
    square = [keep_square * v + (1 - keep_square) * g * g for v, g in zip(square, slopes)]
    unbias = [1 / (1 - keep ** (taken + 1)) for keep in (keep_mean, keep_square)]
    parameters = [
        p - step_size * unbias[0] * u / (np.sqrt(unbias[1] * v) + 1e-8)
        for p, u, v in zip(parameters, mean, square)
    ]
)" + (at_step.empty() ? "" : "taken = step\n" + at_step.substr(4)) +
         R"(mean_loss, right, features, _ = loss_and_gradient(parameters)
moments.append((mean_loss, *spread(features)))
x = list(range(1, step)) + [max(step, 1)]
for name, place in [("training_loss", 0), ("inside", 1), ("between", 2)]:
    results[name] = {"x": x, "y": [each[place] for each in moments[-len(x) :]]}
results["readings"] = {
    "trained_step": step,
    "training_loss_value": mean_loss,
    "accuracy": 100 * right,
    "inside_angle": moments[-1][1],
    "between_angle": moments[-1][2],
    "sector_half_width": half_width,
}
)";
}

const char* python_bool(bool value) { return value ? "True" : "False"; }

}  // namespace

std::string margin_training_code(const AngularMargin& lab) {
  const MarginTask task = lab.task();
  const bool on_sphere = lab.embedding_dimensions == 3;
  const std::string parting =
      lab.step <= together ? ""
                           : "# Rounding alone parts two runs once Adam's steps outgrow what is left of the "
                             "loss, after some 900\n# steps: the last ones may differ from what is drawn.\n";
  return std::string("features_fixed, weights_fixed = ") + python_bool(features_are_normalised(lab.loss)) +
         ", " + python_bool(weights_are_normalised(lab.loss)) + "\nmargin = " + margin_loss_id(lab.loss) +
         "\n" + (task.annealed ? "least_lambda = lambda_\n" : "") + (on_sphere ? margin_view_code : "") +
         sector_code + parting + margin_network_code + margin_gradient_code +
         steps_code(task.annealed ? "    lambda_ = max(least_lambda, 1000 / (1 + 0.12 * (taken + 1)))\n"
                                  : "") +
         (on_sphere ? seen_code : stacked_code);
}

}  // namespace theta
