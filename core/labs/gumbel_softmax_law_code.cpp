// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_law_code.h"

namespace theta {
namespace {

constexpr const char* histograms_code = R"(

def histogram(shares):
    counts = [0.0] * 50
    for each in shares.tolist():
        counts[min(int(50 * each), 49)] += 1 / samples
    return counts


drawn_shares = softmax(x[:, :samples], temperature_now)[0]
)";

constexpr const char* binary_histogram_code =
    R"(results["law/histogram"] = curve(centres, 50 * np.asarray(histogram(drawn_shares[0])))
)";

constexpr const char* binary_law_code = R"(

# The density of the first of two shares, and its distribution function.
def log_density(y):
    terms = [math.log(each) - temperature_now * log_y for each, log_y in zip(p.tolist(), (np.log(y), np.log1p(-y)))]
    logs = math.log(temperature_now) + np.log(p).sum() - (temperature_now + 1) * (np.log(y) + np.log1p(-y))
    return logs - 2 * np.logaddexp(*terms)


def distribution(y):
    return 1 / (1 + np.exp(np.log(p[0] / p[1]) - temperature_now * (np.log(y) - np.log1p(-y))))


near = [1e-6 * 1.5**n for n in range(23)]  # closer steps towards both ends
y = np.asarray(near + [n / 400 for n in range(4, 397)] + [1 - each for each in near[::-1]])
results["law/concrete_density"] = curve(y, np.exp(log_density(y)))
below = [0.0] + distribution(np.arange(1, 50) / 50).tolist() + [1.0]
centres = (np.arange(50) + 0.5) / 50
results["law/bin_density"] = curve(centres, 50 * (np.asarray(below[1:]) - np.asarray(below[:-1])))
)";

constexpr const char* simplex_code = R"(

def on_simplex(y):
    """Class 1 at the left corner, 2 at the right, 3 at the top."""
    return curve(y[1] + y[2] / 2, math.sqrt(3) / 2 * y[2])


results["law/samples"] = on_simplex(softmax(x[:, : min(samples, 2000)], temperature_now)[0])
results["law/mean"] = on_simplex(np.asarray(expected["mean"])[:, None])
results["law/probabilities"] = on_simplex(p[:, None])
results["law/draw"] = on_simplex(shares[:, None])
)";

constexpr const char* components_code = R"(
results["law/mean"] = curve(np.asarray(expected["mean"]), classes)
results["law/draw"] = curve(shares, classes)
)";

constexpr const char* component_histograms_code =
    R"(logs = [[max(math.log10(each), -6) if each > 0 else -6 for each in histogram(row)] for row in drawn_shares]
results["component_histograms"] = {"values": logs}
)";

}  // namespace

const char* const expectation_code = R"(

def laguerre(degree, x):
    """The polynomials of the degree below and of the degree, times exp(-x / 2)."""
    before, now = 0 * x, np.exp(-x / 2)
    for n in range(degree):
        before, now = now, ((2 * n + 1 - x) * now - n * before) / (n + 1)
    return before, now


def quadrature(step, low, high, error):
    """Over t by Gauss-Laguerre, scaled for products of exp(-t u), and over ln e and ln X at even steps."""
    scale = math.sqrt(len(probabilities))
    count = math.ceil(math.log(error) / (2 * math.log((scale - 1) / (scale + 1))))
    rows = [[2 * i + 1.0 if i == j else float(max(i, j) * (abs(i - j) == 1)) for j in range(count)] for i in range(count)]
    nodes = np.linalg.eigvalsh(np.asarray(rows))
    before, now = laguerre(count, nodes)
    nodes = nodes - nodes * now / (count * (now - before))  # a step of Newton's for the last digits
    _, now = laguerre(count + 1, nodes)
    t, weights = nodes / scale, nodes / ((count + 1) * now) ** 2 / scale
    logs = low + step * np.arange(int((high - low) / step) + 1)
    density = np.exp(logs - np.exp(logs))
    return t[:, None], weights[:, None] * np.exp(-t[:, None]), logs, density / density.sum()


def expectation(temperature, rule):
    """Of each share, of the largest and of the entropy, exactly.

    Of exponential numbers with rates p the least, e, wins; another exceeds it by X / p_k and has the share u_k =
    (1 + X / (p_k e))^(-1/temperature) times the winner's, which is 1 / (1 + sum u) = the integral of
    exp(-t) times all exp(-t u_k) over t.
    """
    t, weights, logs, exponential = rule
    kept, losers, product, wins, hidden = [], [], 1.0, 0.0, 0.0
    for each in p.tolist():
        surprise = np.log1p(np.exp(logs - logs[:, None]) / each) / temperature  # -ln u: rows e, columns X
        u = np.exp(-surprise)
        decay = np.exp(-t[:, :, None] * u)
        kept.append(decay @ exponential)
        losers.append([(decay * u * factor) @ exponential for factor in (1.0, u, surprise)])
        product, wins = product * kept[-1], wins + each / kept[-1]
    weight = weights * exponential
    mean, variance = [], []
    for each, own, (share, square, surprise) in zip(p.tolist(), kept, losers):
        won, lost = each / own, (wins - each / own) / own
        mean.append(float((weight * product * (won + lost * share)).sum()))
        variance.append(float((weight * t * product * (won + lost * square)).sum()) - mean[-1] ** 2)
        hidden = hidden + lost * surprise
    return {
        "mean": mean,
        "variance": variance,
        "maximum": float((weight * product * wins).sum()),
        "entropy": float((weight * ((1 - product * wins) / t + product * hidden)).sum()),
    }


accurate = quadrature(0.3, -30, 3.5, 1e-13)
expected = expectation(temperature_now, accurate)
)";

std::string expectation_curves_code(const GumbelSoftmax& lab) {
  const bool accurate = lab.classes() <= 3;
  return std::string(R"(
along = np.asarray([0.01 * 2000 ** (n / 60) for n in range(60)] + [20.0])
)") + (accurate ? "" : "coarse = quadrature(0.45, -20, 3.1, 1e-9)  # to 1e-7, and faster\n") +
         "expectations = [expectation(each, " + (accurate ? "accurate" : "coarse") +
         ") for each in along.tolist()]\n";
}

std::string law_code(const GumbelSoftmax& lab, bool all_drawn) {
  const bool counted = all_drawn && lab.classes() != 3;
  const std::string drawn = counted ? histograms_code : "";
  switch (lab.classes()) {
    case 2:
      return drawn + binary_law_code + (counted ? binary_histogram_code : "");
    case 3:
      return simplex_code;
    default:
      return drawn + components_code + (counted ? component_histograms_code : "");
  }
}

}  // namespace theta
