// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_gradient_code.h"

namespace theta {
namespace {

constexpr const char* probabilities_shown = R"(
results["probability"] = curve(classes, p)
)";

constexpr const char* frequencies_shown = R"(results["winner_frequency"] = curve(classes, won)
)";

constexpr const char* exact_code = R"(
# f(y) = (sum a_k y_k - target)^2 + offset, its gradient with respect to one logit.
a = 1.0 - classes / (len(probabilities) - 1)
i = component - 1
f = (a - target) ** 2 + offset
exact = float(p[i] * (f[i] - (p * f).sum()))


def moments(values):
    """Mean and variance of a number that depends on the class drawn."""
    mean = (p * values).sum()
    return float(mean), float((p * (values - mean) ** 2).sum())


# Straight-through without noise: its mean does not hang on the temperature.
through, through_variance = moments(2 * (a - target) * p[i] * (a[i] - (p * a).sum()))
score = np.where(classes == i, 1.0, 0.0) - p[i]
)";

constexpr const char* no_baseline = R"(b = 0.0
)";

constexpr const char* mean_baseline_code = R"(b = float((p * f).sum())
)";

constexpr const char* best_baseline_code = R"(weight = p * (1 - 2 * p + (p**2).sum())  # of |class - p|^2
b = float((weight * f).sum() / weight.sum())
)";

constexpr const char* score_code = R"(score_variance = moments((f - b) * score)[1]
)";

/// A U-statistic of degree 2.
constexpr const char* leave_one_out_code =
    R"(# Each sample less the mean of the others: that mean's variance comes on top.
score_variance += moments(f)[1] / (batch - 1) * float(p[i] * (1 - p[i]))
# The mean of a batch is one over pairs (Hoeffding, 1948).
pairs = [moments((each - f) * (s - score) / 2) for each, s in zip(f.tolist(), score.tolist())]
first = moments(np.asarray([mean for mean, _ in pairs]))[1]
both = first + moments(np.asarray([variance for _, variance in pairs]))[0]
batch_variance = (4 * (batch - 2) * first + 2 * both) / (batch * (batch - 1))
)";

constexpr const char* relaxed_code = R"(

def relaxed_gradients(x, temperature):
    """Of each draw: Gumbel-Softmax, and straight-through with the winner in the slope of f."""
    y, _ = softmax(x, temperature)
    mean = a @ y
    slope = 2 * y[i] * (a[i] - mean) / temperature
    return slope * (mean - target), slope * (a[np.argmax(x, 0)] - target)

)";

/// With three classes and more the relaxed estimators' moments are those of the draws.
constexpr const char* sampled_moments_code = R"(
def relaxed_moments(temperature):
    return [
        (float(g.mean()), float((g**2).mean() - g.mean() ** 2)) for g in relaxed_gradients(x[:, :2000], temperature)
    ]

)";

constexpr const char* binary_moments_code = R"(
def relaxed_moments(temperature):
    """Exact for two classes: ln y_1 - ln y_2 = (logit + L) / temperature with L logistic, winner by winner."""
    n = -3.7 + np.arange(241) / 32
    v = np.exp(n - np.exp(-n)) * min(1.0, 1 / temperature)
    step = v * (1 + np.exp(-n)) / 32 * temperature
    moments = [[0.0, 0.0], [0.0, 0.0]]
    for winner, side in enumerate([1.0, -1.0]):
        tail = np.exp(-np.abs(side * temperature * v - math.log(p[0] / p[1])))
        weight = step * tail / (1 + tail) ** 2
        small, large = np.exp(-v) / (1 + np.exp(-v)), 1 / (1 + np.exp(-v))
        mean = a[winner] * large + a[1 - winner] * small
        slope = 2 * small * large * (a[i] - a[1 - i]) / temperature
        for k, g in enumerate([slope * (mean - target), slope * (a[winner] - target)]):
            moments[k][0] += float((weight * g).sum())
            moments[k][1] += float((weight * g**2).sum())
    return [(mean, square - mean**2) for mean, square in moments]

)";

constexpr const char* curves_code = R"(

def deviation(variance):
    return math.sqrt(max(0.0, variance))


temperatures = [0.01 * 2000 ** (n / 66) for n in range(66)] + [20.0]
t = np.asarray(temperatures)
along = [relaxed_moments(each) for each in temperatures]
present = relaxed_moments(temperature)
for k, name in enumerate(["gumbel_softmax", "straight_through_gumbel"]):
    bias = np.asarray([each[k][0] for each in along]) - exact
    results[name + "_bias"] = curve(t, bias)
    spread = [deviation(each[k][1]) for each in along]
    results[name + "_deviation"] = curve(t, np.asarray([max(each, 1e-9) for each in spread]))
)";

constexpr const char* bands_code = R"(    error = 2 * np.asarray(spread) / math.sqrt(2000)
    results[name + "_bias_error"] = {"x": temperatures, "low": (bias - error).tolist(), "high": (bias + error).tolist()}
)";

constexpr const char* values_code = R"(

# The values single draws give, in even bins.
widest = 0.5 / temperature * max(abs(target), abs(1 - target))
power = 10.0 ** math.floor(math.log10(widest))
reach = min(n * power for n in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if n * power >= widest * (1 - 1e-12))
centres = -reach + (np.arange(61) + 0.5) * (2 * reach / 61)


def binned(values):
    """Shares in the bins, the outermost for what lies beyond."""
    shares = [0.0] * 61
    for each in values:
        shares[min(max(int((each + reach) / (2 * reach / 61)), 0), 60)] += 1 / len(values)
    return shares


few = min(samples, 2000)
gradients = relaxed_gradients(x[:, :few], temperature)[0].tolist()
results["gumbel_softmax_gradients"] = curve(centres, np.asarray(binned(gradients)))
)";

constexpr const char* class_values_code = R"(values = zip(((f - b) * score).tolist(), p.tolist())
inside = [each for each in values if abs(each[0]) <= reach]
results["score_function_values"] = curve(np.asarray([v for v, _ in inside]), np.asarray([q for _, q in inside]))
)";

constexpr const char* batch_values_code = R"(values = []
for first in range(0, max(1, few // batch) * batch, batch):
    hit = winners[first : first + batch]
    others = (f[hit].sum() - f[hit]) / (batch - 1)
    values += ((f[hit] - others) * score[hit]).tolist()
inside = [each for each in values if abs(each) <= reach]
shares = [each * len(inside) / len(values) for each in binned(inside)]
hit = [n for n in range(61) if shares[n] > 0]
results["score_function_values"] = curve(centres[hit], np.asarray([shares[n] for n in hit]))
)";

constexpr const char* readings_code = R"(
results["readings"] = {
    "exact_gradient": exact,
    "gumbel_softmax_mean": present[0][0],
    "gumbel_softmax_deviation": deviation(present[0][1]),
    "straight_through_gumbel_mean": present[1][0],
    "straight_through_gumbel_deviation": deviation(present[1][1]),
    "straight_through_mean": through,
    "score_function_deviation": deviation(score_variance),
    "baseline": b,
}
results["straight_through_bias"] = {"at": through - exact}
for name, variance in [("score_function", score_variance), ("straight_through", through_variance)]:
    if deviation(variance) > 1e-3:  # below the plot
        results[name + "_deviation"] = {"at": deviation(variance)}
)";

constexpr const char* batch_reading_code =
    R"(results["readings"]["score_function_batch_deviation"] = deviation(batch_variance)
)";

const char* baseline_code(ScoreBaseline baseline) {
  switch (baseline) {
    case ScoreBaseline::none:
      return no_baseline;
    case ScoreBaseline::best:
      return best_baseline_code;
    case ScoreBaseline::mean:
    case ScoreBaseline::leave_one_out:
      break;
  }
  return mean_baseline_code;
}

}  // namespace

std::string gradient_estimators_code(const GumbelSoftmax& lab, bool all_drawn) {
  const bool in_batches = lab.baseline == ScoreBaseline::leave_one_out, exact = lab.classes() == 2;
  std::string body = probabilities_shown;
  if (all_drawn) body += frequencies_shown;
  body += std::string(exact_code) + baseline_code(lab.baseline) + score_code;
  if (in_batches) body += leave_one_out_code;
  body += std::string(relaxed_code) + (exact ? binary_moments_code : sampled_moments_code) + curves_code;
  if (!exact) body += bands_code;
  body += std::string(values_code) + (in_batches ? batch_values_code : class_values_code) + readings_code;
  return in_batches ? body + batch_reading_code : body;
}

}  // namespace theta
