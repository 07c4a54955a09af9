// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_bounds_code.h"

namespace theta {
namespace {

constexpr const char* filling_caps_code = R"(
def log_cap(sine, d):
    """ln of the part of the sphere within an angle of a point, by the angle's sine."""
    power, term, total = d - 1, 1.0, 0.0
    for k in range(60):
        total += term / (power + 2 * k)
        term *= (2 * k + 1) / (2 * k + 2) * sine * sine
    gammas = math.lgamma(d / 2) - math.lgamma(power / 2)
    return power * math.log(sine) + math.log(total) + gammas - math.log(math.pi) / 2


def filled_by_caps(count, d):
    """Twice the angle of caps that together are as large as the sphere, at most a right angle."""
    low, high = 0.0, math.sqrt(0.5)
    if log_cap(high, d) <= -math.log(count):
        return math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if log_cap(middle, d) <= -math.log(count) else (low, middle)
    return 2 * math.asin(high)

)";

constexpr const char* widest_angle_code = R"(
def widest_angle(count, d):
    """Between the nearest two of so many weights in d dimensions, at most."""
    if d == 2:
        return 2 * math.pi / count
    if count <= d + 1:
        return math.acos(-1 / (count - 1))
    if count <= 2 * d:
        return math.pi / 2
)";

constexpr const char* on_sphere_bound_code =
    R"(    cotangent = 1 / math.tan(count / (count - 2) * math.pi / 6)
    return math.acos((cotangent**2 - 1) / 2)
)";

constexpr const char* bound_curves_code = R"(

def least_scale(count, probability):
    odds = (count - 1) * probability / (1 - probability)
    return max(0.0, (count - 1) / count * math.log(odds))


def loss_floor(s):
    """The loss where all angles are those of a simplex."""
    exponent = math.log(classes - 1) - s * classes / (classes - 1)
    return np.clip(exponent, 0, None) + np.log1p(np.exp(-np.abs(exponent)))


counts = sorted({round(2 * (1e7 / 2) ** (n / 200)) for n in range(201)})
x = np.asarray([float(count) for count in counts])
for name, d in bounds.items():
    results[name] = curve(x, np.asarray([2 * math.sin(widest_angle(count, d) / 2) ** 2 for count in counts]))
for n, probability in enumerate([0.9, 0.99, 0.999]):
    results[f"scale_{n}"] = curve(x, np.asarray([least_scale(count, probability) for count in counts]))

s = 0.1 * 2560 ** (np.arange(201) / 200)
results["loss_floor"] = curve(s, loss_floor(s))
)";

/// Half a class's sector on the circle is drawn for up to a thousand classes.
constexpr const char* even_circle_code = R"(
k = np.arange(classes)
perfect = np.exp(np.outer(s, np.cos(2 * math.pi * k / classes) - 1)).sum(1)
results["circle_floor"] = curve(s, np.log(perfect))

half = math.pi / classes


def sector_arcface(margin):
    return np.clip((half - margin / 2) * 180 / math.pi, 0, None)


def sector_cosface(margin):
    angle = half - np.arcsin(np.clip(margin / (2 * math.sin(half)), None, 1))
    return np.clip(angle * 180 / math.pi, 0, None)


margin = np.arange(201) / 200
chosen = sector_arcface(np.asarray([m2])), sector_cosface(np.asarray([m3]))
results["sector_arcface"] = curve(margin, sector_arcface(margin))
results["sector_cosface"] = curve(margin, sector_cosface(margin))
results["chosen_margins"] = {"x": [m2, m3], "y": [float(each[0]) for each in chosen]}
)";

constexpr const char* bound_readings_code = R"(
results["readings"] = {
    "angle_bound": widest_angle(classes, dimensions),
    "cosine_bound": 2 * math.sin(widest_angle(classes, dimensions) / 2) ** 2,
    "scale_for_90": least_scale(classes, 0.9),
    "scale_for_99": least_scale(classes, 0.99),
    "scale_for_999": least_scale(classes, 0.999),
    "least_loss": float(loss_floor(np.asarray([scale]))[0]),
    "largest_probability": 1 / (1 + (classes - 1) * math.exp(-scale * classes / (classes - 1))),
}
)";

/// The dimensions a bound is drawn for, by the name of its curve.
std::string drawn_bounds(const AngularMargin& lab) {
  std::string others;
  if (lab.dimensions != 2) others += ", \"bound_circle\": 2";
  if (lab.dimensions != 3) others += ", \"bound_sphere\": 3";
  return "\nbounds = {\"bound\": dimensions" + others + "}\n\n";
}

}  // namespace

std::string margin_bounds_code(const AngularMargin& lab) {
  const bool many_dimensions = lab.dimensions > 3;
  return drawn_bounds(lab) + (many_dimensions ? filling_caps_code : "") + widest_angle_code +
         (many_dimensions ? "    if d > 3:\n        return filled_by_caps(count, d)\n" : "") +
         on_sphere_bound_code + bound_curves_code + (lab.classes > 1000 ? "" : even_circle_code) +
         bound_readings_code;
}

}  // namespace theta
