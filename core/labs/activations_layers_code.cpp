// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_network_code.h"
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/activations_written.h"
#include "core/labs/code_script.h"

#include <string>

namespace theta {
namespace {

constexpr const char* law_code = R"(
half = reach / bins
deviation = math.sqrt(variance[layer])
x = np.asarray([-reach + half + 2 * (reach - half) * n / 240 for n in range(241)])
law = np.where(np.abs(x) <= half, 0 * x + 1, 0 * x)
if deviation > 0:
    law = distribution((x + half) / deviation) - distribution((x - half) / deviation)
results["received_law"] = curve(x, law)
results["readings"] = {"layer_variance": variance[layer]}

deviations = np.asarray([2 * math.sqrt(q) if 2 * math.sqrt(q) <= reach else math.nan for q in variance])
layers = np.asarray([float(n) for n in range(depth + 1)])
results["two_deviations"], results["minus_two_deviations"] = curve(layers, deviations), curve(layers, -deviations)
)";

constexpr const char* counts_code = R"(

def shares(numbers, start, end):
    """What share of some numbers falls into each bin between start and end."""
    counted = [0] * bins
    for number in numbers.tolist():
        if start <= number <= end:
            counted[min(int((number - start) // ((end - start) / bins)), bins - 1)] += 1
    return [count / len(numbers) for count in counted]


def bars(numbers, start, end):
    middles = [start + (end - start) / bins * (n + 0.5) for n in range(bins)]
    return {"x": middles, "y": shares(numbers, start, end)}


columns = [shares(z, -reach, reach) for z in received]
results["received_by_layer"] = {"values": [[each[n] / max(max(each), 1e-12) for each in columns] for n in range(bins)]}
put_out = bounded(f(received[layer]), 1e150)
results["received/received"] = bars(received[layer], -reach, reach)
results["put_out/put_out"] = bars(put_out, put_out_low, put_out_high)
mean = float(put_out.sum()) / width
results["readings"]["layer_mean_square"] = mean_squares[layer]
results["readings"]["put_out_mean"] = mean
results["readings"]["put_out_deviation"] = math.sqrt(float(((put_out - mean) ** 2).sum()) / width)
results["readings"]["share_without_slope"] = sum(each == 0 for each in df(received[layer]).tolist()) / width
)";

}  // namespace

std::string activations_layers_code(const Activations& a) {
  const std::string axis = "\nbins = " + std::to_string(received_bins) +
                           "\nreach = " + python_number(received_reach(a)) + "  # of the axis\n";
  const Limits put_out = put_out_limits(a);
  const std::string put_out_axis = "\nput_out_low, put_out_high = " + python_number(put_out.low) + ", " +
                                   python_number(put_out.high) + "  # of the axis\n";
  return expectations_code(written(a.highlight, a)) + variance_code + axis + law_code +
         (follows_network(a) ? network_code + put_out_axis + counts_code : no_network_code);
}

}  // namespace theta
