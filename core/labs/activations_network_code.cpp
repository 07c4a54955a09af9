// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_network_code.h"

#include "core/labs/activations_shown.h"
#include "core/math/mean_field.h"

namespace theta {

const char* const variance_code = R"(
def bounded(value, most):
    """Nothing where there is no value, a large number where it is infinite."""
    return np.where(np.isnan(value), np.zeros_like(value), np.clip(value, -most, most))


def second_moment(q):
    """E f(x)^2 of a normal x of variance q."""
    x, weight = normal_points(0.0, math.sqrt(q))
    return float((weight * bounded(f(x), 1e150) ** 2).sum())


def next_variance(q):
    return min(weight_variance * second_moment(q) + bias_variance, 1e300)


variance = [1.0]
for _ in range(depth):
    variance.append(next_variance(variance[-1]))
)";

const char* const network_code = R"(
# One network of finite width: normal weights, as drawn, column by column.
drawn = iter(normals(seed, 0, width * (2 + depth * (width + 1))))


def vector():
    return np.asarray([next(drawn) for _ in range(width)])


z = vector()
z = z * math.sqrt(width / float((z * z).sum()))
received, weights, mean_squares = [z], [], [1.0]
for _ in range(depth):
    weights.append(np.asarray([[next(drawn) for _ in range(width)] for _ in range(width)]).T)
    z = math.sqrt(weight_variance / width) * (weights[-1] @ bounded(f(z), 1e150))
    z = z + math.sqrt(bias_variance) * vector()
    mean_squares.append(min(float((z * z).sum()) / width, 1e300))
    z = bounded(z, 1e100)
    received.append(z)
)";

const char* const no_network_code = R"(
# The network of finite width is left out: its weights are too many for plain Python to draw in a moment, or
# it is chaotic and rounding errors grow to what one sees.
)";

bool follows_network(const Activations& a) {
  const Unit unit = unit_of(highlighted_function(a));
  const Trajectory path = trajectory(unit, {a.weight_variance, a.bias_variance}, 1, a.depth);
  return a.width * a.width * a.depth <= 1'400'000 && path.gradient.front() < 1e4;
}

}  // namespace theta
