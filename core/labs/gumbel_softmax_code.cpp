// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/gumbel_softmax_gradient_code.h"
#include "core/labs/gumbel_softmax_law_code.h"
#include "core/labs/lab_code.h"

namespace theta {
namespace {

constexpr std::int64_t most_drawn = 20'000;  // what plain Python draws in a moment

constexpr const char* samples_code = R"(
# Gumbel-Max and Gumbel-Softmax: logits with noise, a row a class, a column a draw.
total = sum(probabilities)
classes = np.arange(len(probabilities))
p = np.asarray(probabilities) / total
uniform = [seeded(seed, k) for k in range(len(probabilities))]
u = np.asarray([[next(stream) for _ in range(drawn)] for stream in uniform])
x = np.log(np.asarray(probabilities))[:, None] - np.log(-np.log(u))


def softmax(x, temperature):
    z = (x - np.amax(x, 0)) / temperature
    weights = np.exp(z)
    y = weights / weights.sum(0)
    return y, np.log(weights.sum(0)) - (y * z).sum(0)


winners = np.argmax(x, 0)
)";

constexpr const char* frequencies_code =
    R"(won = np.asarray([float((winners[:samples] == k).sum()) / samples for k in range(len(probabilities))])
)";

constexpr const char* draw_code = R"(
shares, _ = softmax(x[:, draw], temperature_now)
winner = int(winners[draw])
results["readings"] = {
    "winner": winner + 1,
    "winner_share": float(shares[winner]),
    "law_entropy": float(-(p * np.log(p)).sum()),
    "expected_share": expected["mean"][0],
    "share_deviation": math.sqrt(max(0.0, expected["variance"][0])),
    "expected_maximum": expected["maximum"],
    "expected_entropy": expected["entropy"],
}
)";

constexpr const char* off_code =
    R"(results["readings"]["farthest_frequency"] = float(np.amax(np.abs(won - p) / np.sqrt(p * (1 - p) / samples)))
)";

constexpr const char* sampled_code = R"(
# Means over the first draws at some temperatures.
few = min(samples, 2000)
temperatures = [0.02 * 500 ** (n / 8) for n in range(8)] + [10.0]
means = [softmax(x[:, :few], each) for each in temperatures]
t = np.asarray(temperatures)
)";

constexpr const char* sharpness_code =
    R"(results["sampled_maximum"] = curve(t, np.asarray([float(np.amax(y, 0).mean()) for y, _ in means]))
results["sampled_entropy"] = curve(t, np.asarray([float(entropy.mean()) for _, entropy in means]))
for name in ["maximum", "entropy"]:
    results["expected_" + name] = curve(along, np.asarray([each[name] for each in expectations]))
)";

std::string overview(bool all_drawn) {
  return std::string(R"(
hot = np.where(classes == winner, 1.0, 0.0)
results["probability"] = curve(classes, p)
results["sample"] = curve(classes - 0.2, shares)
results["one_hot"] = curve(classes + 0.2, hot)
)") + (all_drawn ? "results[\"winner_frequency\"] = curve(classes, won)\n" : "") +
         sampled_code + sharpness_code;
}

std::string means(bool all_drawn) {
  return std::string(R"(
results["probabilities/probability"] = curve(classes, p)
results["mean_bars/probability"] = curve(classes - 0.2, p)
results["expected_share"] = curve(classes + 0.2, np.asarray(expected["mean"]))
)") +
         (all_drawn ? R"(results["probabilities/winner_frequency"] = curve(classes, won)
results["mean_bars/winner_frequency"] = curve(classes - 0.2, won)
results["sampled_share"] = curve(classes + 0.2, softmax(x[:, :samples], temperature_now)[0].mean(1))
)"
                    : "") +
         sampled_code + sharpness_code + R"(for k in range(len(probabilities)):
    results[f"sampled_share_{k + 1}"] = curve(t, np.asarray([float(y[k].mean()) for y, _ in means]))
    results[f"expected_share_{k + 1}"] = curve(along, np.asarray([each["mean"][k] for each in expectations]))
)";
}

std::string annealed(Annealing schedule) {
  const char* rule = "    return temperature\n";
  switch (schedule) {
    case Annealing::exponential:
      rule = "    return max(lowest, temperature * math.exp(-rate * set_at))\n";
      break;
    case Annealing::linear:
      rule = "    return temperature - min(1.0, set_at / steps) * (temperature - lowest)\n";
      break;
    case Annealing::cosine:
      rule =
          "    return lowest + (temperature - lowest) * (1 + math.cos(math.pi * min(1.0, set_at / steps))) / "
          "2\n";
      break;
    case Annealing::constant:
      return "\ndef annealed(step_now):\n    return temperature\n\n";
  }
  return std::string(R"(
def annealed(step_now):
    set_at, lowest = step_now // refresh * refresh, min(floor, temperature)
)") + rule +
         "\n";
}

constexpr const char* annealing_code = R"(
at = [steps * n / 240 for n in range(241)]
taus = [annealed(each) for each in at]
results["schedule/temperature"] = curve(np.asarray(at), np.asarray(taus))
for name, logits in [("softmax", np.log(p)), ("relaxed", x[:, draw])]:
    rows = [softmax(logits, tau)[0].tolist() for tau in taus]
    for k in range(len(probabilities)):
        results[f"{name}_{k + 1}"] = curve(np.asarray(at), np.asarray([row[k] for row in rows]))
results["readings"]["temperature"] = temperature_now
)";

constexpr const char* sine_code = R"(
def gradient(k):
    """Exact gradient and variances: pathwise, of the score function, with the mean as baseline."""
    v, damped = deviation**2, math.exp(-(k**2) * deviation**2 / 2)
    slope, f = k * damped * math.cos(k * mean), damped * math.sin(k * mean)
    doubled = math.exp(-2 * k**2 * v) * math.cos(2 * k * mean)
    score = (1 - doubled * (1 - 4 * k**2 * v)) / (2 * v) - slope**2
    return slope, k**2 * (1 + doubled) / 2 - slope**2, score, score + f**2 * (2 * k**2 * v - 1) / v


at, here = [0.1 * 100 ** (n / 200) for n in range(201)], frequency
z = mean - 4 * deviation + 8 * deviation * np.arange(601) / 600
results["function"] = curve(z, np.sin(frequency * z))
)";

constexpr const char* square_code = R"(
def gradient(m):
    """Exact gradient and variances: pathwise, of the score function, with the mean as baseline."""
    v = deviation**2
    return 2 * m, 4 * v, m**4 / v + 14 * m**2 + 15 * v, 8 * m**2 + 10 * v


at, here = [-5 + n / 20 for n in range(201)], mean
z = mean - 4 * deviation + 8 * deviation * np.arange(601) / 600
results["function"] = curve(z, z**2)
)";

constexpr const char* spread_code = R"(moments = np.asarray([gradient(each) for each in at])
for column, name in enumerate(["pathwise", "score", "baseline"], 1):
    results[name + "_deviation"] = curve(np.asarray(at), np.sqrt(np.clip(moments[:, column], 0, None)))
exact = gradient(here)
results["readings"] = {
    "gradient": exact[0],
    "pathwise_variance": exact[1],
    "score_variance": exact[2],
    "baseline_variance": exact[3],
}
)";

constexpr const char* gaussian_draws_code = R"(
# The same from samples.
noise = np.asarray(normals(seed, 0, samples))
z = mean + deviation * noise
{along}
results["readings"]["sampled_gradient"] = float(path.mean())
spreads = [float((g**2).mean() - g.mean() ** 2) for g in (path, score)]
results["sampled_deviation"] = curve(np.asarray([here, here]), np.sqrt(np.asarray(spreads)))
)";

std::string gaussian(const GumbelSoftmax& lab) {
  const bool sine = lab.function == GaussianFunction::sine;
  const std::string exact = std::string(sine ? sine_code : square_code) + spread_code;
  if (lab.samples > most_drawn) return exact;
  std::string drawn = gaussian_draws_code;
  const std::string along = "{along}";
  drawn.replace(
      drawn.find(along), along.size(),
      sine ? "path, score = frequency * np.cos(frequency * z), np.sin(frequency * z) * noise / deviation"
           : "path, score = 2 * z, z**2 * noise / deviation");
  return exact + drawn;
}

}  // namespace

std::string gumbel_softmax_code(const GumbelSoftmax& lab, CodeLibrary library) {
  if (lab.view == GumbelView::gaussian)
    return code_script("Reparameterization of a Gaussian: how estimators of a gradient spread", lab, library,
                       gaussian(lab));
  const bool all_drawn = lab.samples <= most_drawn, annealing = lab.view == GumbelView::annealing;
  std::string body =
      all_drawn ? "drawn = max(samples, 2000)\n" : "drawn = 2000  # of all samples, the first\n";
  if (annealing) body += annealed(lab.schedule) + "\n";
  body += annealing ? "temperature_now = annealed(step)\n" : "temperature_now = temperature\n";
  body += samples_code;
  if (all_drawn) body += frequencies_code;
  if (lab.view == GumbelView::gradients)
    return code_script("Gumbel-Softmax: estimators of a gradient, their bias and spread", lab, library,
                       body + gradient_estimators_code(lab, all_drawn));
  body += expectation_code;
  body += draw_code;
  if (all_drawn) body += off_code;
  if (!annealing) body += expectation_curves_code(lab);
  if (lab.view == GumbelView::overview) body += overview(all_drawn);
  if (lab.view == GumbelView::means) body += means(all_drawn);
  if (annealing) body += annealing_code;
  if (lab.view != GumbelView::means) body += law_code(lab, all_drawn);
  return code_script("Gumbel-Softmax: draws of classes, sharp and smooth", lab, library, body);
}

}  // namespace theta
