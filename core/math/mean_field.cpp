// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/mean_field.h"

#include "core/math/gaussian.h"
#include "core/math/random.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr double largest = 1e300, largest_kept = 1e100;  // of mean squares, of units

double bounded(double number) { return std::isfinite(number) ? std::min(number, largest) : largest; }

/// After an explosion numbers stay where they end, so that what follows can be computed.
void keep_finite(Eigen::VectorXd& numbers) {
  numbers = numbers.unaryExpr(
      [](double number) { return std::isnan(number) ? 0 : std::clamp(number, -largest_kept, largest_kept); });
}

}  // namespace

Unit unit_of(Activation activation, const ActivationParameters& parameters) {
  Unit unit{.at = [=](double x) { return evaluate(activation, x, parameters); }};
  for (const Kink& kink : kinks(activation, parameters)) unit.corners.push_back(kink.x);
  return unit;
}

Moments moments(const Unit& unit, double q) {
  const GaussianRule points = gaussian_rule(0, std::sqrt(q), unit.corners);
  Moments moments;
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const ActivationValue f = unit.at(points.x[i]);
    moments.mean += points.weight[i] * f.value;
    moments.second_moment += points.weight[i] * bounded(f.value * f.value);
    moments.slope_second_moment += points.weight[i] * bounded(f.slope * f.slope);
  }
  return moments;
}

double next_variance(const Unit& unit, const Initialisation& init, double q) {
  return bounded(init.weight_variance * moments(unit, q).second_moment + init.bias_variance);
}

double gradient_factor(const Unit& unit, const Initialisation& init, double q) {
  constexpr double nearly_none = 1e-200;
  return bounded(init.weight_variance * moments(unit, std::max(q, nearly_none)).slope_second_moment);
}

double variance_factor(const Unit& unit, const Initialisation& init, double q) {
  if (q == 0) return gradient_factor(unit, init, q);
  const GaussianRule points = gaussian_rule(0, std::sqrt(q), unit.corners);
  double sum = 0;  // E[φ φ′ z]/√q, which needs no second derivative (Stein)
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const ActivationValue f = unit.at(points.x[i]);
    sum += points.weight[i] * bounded(f.value * f.slope * points.x[i]) / q;
  }
  return bounded(init.weight_variance * sum);
}

Trajectory trajectory(const Unit& unit, const Initialisation& init, double q0, int depth) {
  Trajectory path{.variance = {q0},
                  .gradient = std::vector<double>(static_cast<std::size_t>(depth) + 1, 1.0)};
  std::vector<double> factors;
  Moments of_layer;
  for (int l = 0; l < depth; ++l) {
    const double q = path.variance.back();
    const bool settled = l > 0 && q == path.variance[path.variance.size() - 2];
    if (!settled) of_layer = moments(unit, q);
    factors.push_back(bounded(init.weight_variance * of_layer.slope_second_moment));
    path.variance.push_back(bounded(init.weight_variance * of_layer.second_moment + init.bias_variance));
  }
  for (std::size_t l = factors.size(); l > 0; --l)
    path.gradient[l - 1] = bounded(path.gradient[l] * factors[l - 1]);
  return path;
}

std::optional<double> settled_variance(const Unit& unit, const Initialisation& init) {
  constexpr double tolerance = 1e-13;
  constexpr int most_steps = 2000;
  // On the edge of chaos the way to 0 is so slow that it ends in rounding: what falls towards it gets there.
  const bool none_attracts = next_variance(unit, init, 0) == 0 && gradient_factor(unit, init, 0) <= 1 + 1e-12;
  const auto stalls = [&](double at) { return std::abs(variance_factor(unit, init, at) - 1) < 1e-6; };
  double q = 1;
  for (int step = 0; step < most_steps; ++step) {
    const double q1 = next_variance(unit, init, q), q2 = next_variance(unit, init, q1);
    if (!(q2 < 1e12)) return {};
    if (q1 < (none_attracts ? 1e-4 : 1e-12)) return 0;
    if (std::abs(q1 - q) <= tolerance * q) return step > 0 && none_attracts && stalls(q1) ? 0 : q1;
    // Where steps shrink, Aitken's extrapolation of the three: a plain iteration creeps near the edge of
    // chaos.
    const double first = q1 - q, second = q2 - q1;
    const double ahead = q - first * first / (second - first);
    q = std::abs(second) < std::abs(first) && ahead >= 0 ? ahead : q2;
  }
  if (none_attracts && q < 1) return 0;  // still falling
  return {};
}

FiniteRun finite_run(const Unit& unit, const Initialisation& init, double q0, int depth, int width,
                     std::uint64_t seed, const std::stop_token& stop) {
  using Vector = Eigen::VectorXd;
  Random random(seed);
  const auto normals = [&](Eigen::Index count) {
    return Vector(Vector::NullaryExpr(count, [&](Eigen::Index) { return random.normal(); }));
  };
  const Eigen::Index n = width;
  std::vector<Eigen::MatrixXd> weights;
  std::vector<Vector> slopes;
  FiniteRun run;
  Vector z = normals(n);
  z *= std::sqrt(q0 * static_cast<double>(n) / z.squaredNorm());
  const auto enter = [&](double variance) {
    run.variance.push_back(variance);
    run.pre_activations.emplace_back(z.begin(), z.end());
  };
  enter(q0);
  const double weight_deviation = std::sqrt(init.weight_variance / width),
               bias_deviation = std::sqrt(init.bias_variance);
  for (int l = 0; l < depth; ++l) {
    if (stop.stop_requested()) return run;
    const Vector active = z.unaryExpr([&](double x) { return unit.at(x).value; });
    slopes.push_back(z.unaryExpr([&](double x) { return unit.at(x).slope; }));
    weights.push_back(
        Eigen::MatrixXd::NullaryExpr(n, n, [&](Eigen::Index, Eigen::Index) { return random.normal(); }));
    z = weight_deviation * (weights.back() * active) + bias_deviation * normals(n);
    const double variance = bounded(z.squaredNorm() / width);
    keep_finite(z);
    enter(variance);
  }
  Vector back = normals(n);
  back.normalize();
  run.gradient.assign(static_cast<std::size_t>(depth) + 1, 1.0);
  for (std::size_t l = static_cast<std::size_t>(depth); l > 0; --l) {
    back = (weight_deviation * (weights[l - 1].transpose() * back)).cwiseProduct(slopes[l - 1]).eval();
    run.gradient[l - 1] = bounded(back.squaredNorm());
    keep_finite(back);
  }
  return run;
}

}  // namespace theta
