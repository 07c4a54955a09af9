// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_gradient_code.h"

namespace theta {
namespace {

constexpr const char* widths_code = R"(

def effective(values):
    """Width of what is not below 4.55 % of the highest."""
    counts = [n for n, value in enumerate(values.tolist()) if value >= 0.0455 * float(np.amax(values))]
    return counts[-1] - counts[0] + 1


# The share of the paths down from unit 0 that end at each pixel, in an image without ends: a layer's kernel in
# steps of the jump below it. Transposed convolutions have units that differ; long sums are left out.
spreads, work = [np.asarray([1.0])], 0
for l, shape in enumerate(layers, 1):
    spreads.append(None)
    below, field = spreads[source[l]], fields[l]
    branch = None if joined[l] is None else spreads[joined[l]]
    if field is None or shape["kind"] == "transposed" or below is None or len(field["regions"]) > 1:
        continue
    if joined[l] is not None and branch is None:
        continue
    work += min(shape["kernel"], 8) * widest(field)
    if work > {work}:
        break
    values, step = np.asarray([0.0] * widest(field)), fields[source[l]]["shift"]
    first = crop[l] * field["shift"] - padded(fields[source[l]]) - padding[l] * step + padded(field)
    for tap in range(shape["kernel"]):
        place = first + tap * shape["dilation"] * step
        values[place : place + len(below)] += share[l] / shape["kernel"] * below
    if branch is not None:
        place = join_crop[l] * field["shift"] - padded(fields[joined[l]]) + padded(field)
        values[place : place + len(branch)] += (1 - share[l]) * branch
    spreads[l] = values
spreads += [None] * (len(layers) + 1 - len(spreads))
widths = [None if each is None else effective(each) for each in spreads]
results["effective_width"] = over_layers(widths)
)";

/// Few layers read less than the Gaussian is wide.
constexpr const char* gaussian_code = R"(gaussian = []
for field, moment in zip(fields, moments):
    limit = 2 * math.sqrt(-2 * math.log(0.0455) * moment[1]) if field else 0
    gaussian.append(limit if 0 < limit <= widest(field or fields[0]) else None)
results["gaussian_width"] = over_layers(gaussian)
)";

constexpr const char* ratios_code =
    R"(for name, each in [("ratio", widths), ("gaussian_ratio", gaussian)]:
    results[name] = over_layers(w and w / widest(f) for w, f in zip(each, fields))
)";

constexpr const char* paths_code = R"(

def through(l, first, values, weigh):
    """What a layer's units from `first` on hand down to its input: the first place there, and each one's."""
    low, high = range_read(l, first, first + len(values) - 1)
    low, high = max(low, 0), min(high, size[source[l]] - 1)
    below, units = np.asarray([0.0] * (high - low + 1)), np.arange(first, first + len(values))
    alike = 1 if layers[l - 1]["kind"] == "transposed" else len(values)  # so many read with the same taps
    for n in range(0, len(values), alike):
        places = reads(l, units[n : n + alike])
        for place in places:
            inside = (place >= low) & (place <= high)
            below[place[inside] - low] += weigh(values[n : n + alike][inside], len(places))
    return low, below


def added(parts):
    parts = [each for each in parts if each and len(each[1])]
    if len(parts) < 2:
        return parts[0] if parts else None
    low, end = min(first for first, _ in parts), max(first + len(values) for first, values in parts)
    both = np.asarray([0.0] * (end - low))
    for first, values in parts:
        both[first - low : first - low + len(values)] += values
    return low, both


def gradient(unit, weigh, part):
    """Walks down from a unit to the image: the first pixel reached, and what reaches each."""
    found = [None] * layer + [(unit, np.asarray([1.0]))]
    for l in range(layer, 0, -1):
        if found[l] is None:
            continue
        first, values = found[l]
        below, read = through(l, first + crop[l], values, weigh)
        found[source[l]] = added([found[source[l]], (below, part(share[l]) * read)])
        if joined[l] is not None:
            found[joined[l]] = added([found[joined[l]], (first + join_crop[l], part(1 - share[l]) * values)])
    return found[0]


def pixels_read(unit):
    """Which pixels of the image some path reaches: 1, from the first to the last of them."""
    first, values = gradient(unit, lambda values, taps: np.sign(values), lambda share: 1.0) or (0, np.asarray([0.0]))
    reached = np.sign(values).tolist()
    return reached[reached.index(1.0) : len(reached) - reached[::-1].index(1.0)] if 1.0 in reached else []


columns_read = pixels_read(unit)
results["readings"]["receptive_field"] = width(region(chosen, unit))
results["readings"]["pixels_read"] = sum(columns_read)
)";

constexpr const char* cells_code = R"(

def cells(values, factor):
    """Means over `factor` pixels, with an empty cell on either side."""
    count = -(-len(values) // factor) + 2
    values = [0.0] * factor + values + [0.0] * 2 * factor
    return np.asarray([sum(values[n * factor : (n + 1) * factor]) / factor for n in range(count)])

)";

constexpr const char* footprint_code = R"(
rows_read = pixels_read(nearest_unit(row))
factor = -(-max(len(columns_read), len(rows_read)) // 64)
results["footprint"] = {"values": np.outer(cells(rows_read, factor), cells(columns_read, factor)).tolist()}
)";

/// The share of the paths down from a unit that end at each pixel.
constexpr const char* mean_code = R"(

def mean_gradient(unit):
    """Each unit the mean of what it reads."""
    return gradient(unit, lambda values, taps: values / taps, lambda share: share)


first, paths = mean_gradient(unit)
profile = paths
)";

constexpr const char* signs_code = R"(

def signed(bits):
    """Weights whose signs are random bits, 64 from each number."""

    def weigh(values, taps):
        numbers = [next(bits) for _ in range(0, len(values), 64)]
        signs = [1.0 - 2 * (each >> n & 1) for each in numbers for n in range(64)]
        return values * np.asarray(signs[: len(values)]) / math.sqrt(taps)

    return weigh


results["expected"] = curve(np.arange(first, first + len(paths)), paths)
squares = [gradient(unit, signed(random_bits(seed, draw)), math.sqrt)[1] ** 2 for draw in range(draws)]
profile = sum(squares) / draws
)";

constexpr const char* profile_code =
    R"(results["effective_receptive_field"] = curve(np.arange(first, first + len(profile)), profile)
results["readings"]["effective_width"] = effective(profile)
results["readings"]["effective_ratio"] = effective(profile) / width(region(chosen, unit))
if moments[layer][1] > 0:
    low, high = region(chosen, unit)
    margin = 0.08 * (high - low + 1) + 1.5
    x = low - margin + (high - low + 2 * margin) * np.arange(257) / 256
    z = (x - moments[layer][0] - unit * jump(chosen)) / math.sqrt(moments[layer][1])
    results["gaussian"] = curve(x, np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi * moments[layer][1]))
)";

constexpr const char* effective_map_code = R"(
rows = mean_gradient(nearest_unit(row))[1]
factor = -(-max(len(paths), len(rows)) // 64)
columns, rows = cells(paths.tolist(), factor), cells(rows.tolist(), factor)
highest = float(np.amax(columns) * np.amax(rows))
results["effective_map/effective"] = {"values": (np.outer(rows, columns) / highest).tolist()}
)";

}  // namespace

std::string effective_widths_code(const ReceptiveScene& scene) {
  std::string body = widths_code;
  const std::string work = "{work}";
  body.replace(body.find(work), work.size(), std::to_string(static_cast<std::int64_t>(width_work)));
  const bool effective = scene.receptive.view == ReceptiveView::effective;
  if (effective || !scene.knows_all_widths()) body += gaussian_code;
  return effective ? body + ratios_code : body;
}

std::string gradient_code(const ReceptiveScene& scene) {
  const ReceptiveView view = scene.receptive.view;
  std::string body = paths_code;
  if (view == ReceptiveView::pyramid)
    return scene.read[0].runs.empty() || scene.read_of_row.runs.empty() ? body
                                                                        : body + cells_code + footprint_code;
  if (!scene.weighed || !(scene.profile.peak() > 0)) return body;
  body += std::string(mean_code) + (scene.draws > 0 ? signs_code : "") + profile_code;
  const bool mapped =
      view == ReceptiveView::effective && scene.paths.peak() > 0 && scene.row_profile.peak() > 0;
  return mapped ? body + cells_code + effective_map_code : body;
}

}  // namespace theta
