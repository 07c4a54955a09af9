// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/receptive_field_gradient_code.h"
#include "core/labs/receptive_field_scene.h"

namespace theta {
namespace {

/// Sizes of all layers, with the padding before each and where two that are joined start.
constexpr const char* sizes_code = R"(

def extent(shape):
    return shape["dilation"] * (shape["kernel"] - 1) + 1


def output_size(shape, n):
    if n < 1:
        return 0
    if shape["kind"] == "transposed":
        if n * shape["stride"] > 2**53:
            return 0
        return n * shape["stride"] if pads_same(shape) else (n - 1) * shape["stride"] - 2 * padding_of(shape) + extent(shape)
    if pads_same(shape):
        return -(-n // shape["stride"])
    return max(n + 2 * padding_of(shape) - extent(shape), -shape["stride"]) // shape["stride"] + 1


def pads_same(shape):
    if padding_rule == "same_but_strided":
        return shape["stride"] == 1 or shape["kind"] == "pooling"
    return padding_rule == "same"


def padding_of(shape):
    return shape["padding"] if padding_rule != "none" else 0


def padding_before(shape, n):
    if not pads_same(shape):
        return padding_of(shape)
    if shape["kind"] == "transposed":
        return max(extent(shape) - shape["stride"], 0) // 2
    return max((output_size(shape, n) - 1) * shape["stride"] + extent(shape) - n, 0) // 2 if n > 0 else 0


# One item a layer, the image first: its size, the padding before its input, the units left out at a join.
size, own_size, padding, crop, join_crop, source, joined = [input_size], [0], [0], [0], [0], [0], [None]
paths, share = [1], [1.0]  # down to the image, one for each branch; the part of them through the layer's own kernel
for l, shape in enumerate(layers, 1):
    source.append(max(l - max(shape["from_"], 1), 0))
    joined.append(max(l - shape["join"], 0) if shape["join"] > 0 else None)
    own_size.append(output_size(shape, size[source[l]]))
    padding.append(padding_before(shape, size[source[l]]))
    size.append(own_size[l] if joined[l] is None else min(own_size[l], size[joined[l]]))
    crop.append((own_size[l] - size[l]) // 2 if size[l] > 0 else 0)
    join_crop.append((size[joined[l]] - size[l]) // 2 if joined[l] is not None and size[l] > 0 else 0)
    paths.append(paths[source[l]] + (0 if joined[l] is None else paths[joined[l]]))
    share.append(paths[source[l]] / paths[l])


def over_layers(numbers):
    values = [math.nan if each is None else float(each) for each in numbers]
    return curve(np.arange(len(values)), np.asarray(values))


)";

/// The region of the image that each layer's units read, from the bottom up.
constexpr const char* fields_code = R"(def reads(l, unit):
    """Where a unit of a layer reads its input, beyond its ends too."""
    shape = layers[l - 1]
    steps = [tap * shape["dilation"] for tap in range(shape["kernel"])]
    if shape["kind"] == "transposed":  # the taps that meet a unit of the input
        met = [unit + padding[l] - step for step in steps]
        return [each // shape["stride"] for each in met if each % shape["stride"] == 0]
    return [unit * shape["stride"] - padding[l] + step for step in steps]


def hull(ranges):
    there = [each for each in ranges if each and each[0] <= each[1]]
    return (min(each[0] for each in there), max(each[1] for each in there)) if there else None


def region(field, unit):
    """First and last pixel a unit reads: with transposed convolutions units read alike only every so often."""
    turns, phase = divmod(unit, len(field["regions"]))
    ends = field["regions"][phase]
    return ends and (ends[0] + turns * field["shift"], ends[1] + turns * field["shift"])


def field_of(l, shape):
    below = fields[source[l]]
    if below is None:
        return None
    before, shift = len(below["regions"]), below["shift"]
    if shape["kind"] == "transposed":
        period = before * shape["stride"]
    else:
        common = math.gcd(before, shape["stride"])
        period, shift = before // common, shift * shape["stride"] // common
    if period > 1024:
        return None
    places = [reads(l, unit) for unit in range(period)]
    farthest = max([abs(each) for read in places for each in read], default=0) + 1
    regions = [hull([region(below, each) for each in read]) for read in places]
    numbers = [shift, (farthest / before + 2) * below["shift"]] + [abs(each) for ends in regions for each in ends or []]
    exact = max(numbers) <= 2**53
    return dict(shift=shift, regions=regions, misalignment=0.0) if exact else None


def joined_fields(own, other, left, right):
    """Branches whose units stand equally far apart, each from the unit where it is joined on."""
    if own is None or other is None or jump(own) != jump(other):
        return None
    period = math.lcm(len(own["regions"]), len(other["regions"]))
    if period > 1024:
        return None
    pairs = [(region(own, left + unit), region(other, right + unit)) for unit in range(period)]
    apart = [abs(a[0] + a[1] - b[0] - b[1]) / 2 for a, b in pairs if a and b]
    shift = own["shift"] * period // len(own["regions"])
    return dict(shift=shift, regions=[hull(each) for each in pairs], misalignment=max(apart, default=0.0))


def jump(field):
    return field["shift"] / len(field["regions"])


def start(field):
    """Centre of unit 0; where it reads nothing, it stands where its like would."""
    middles = [sum(ends) / 2 - unit * jump(field) for unit, ends in enumerate(field["regions"]) if ends]
    return middles[0] if middles else 0.0


def width(ends):
    return ends[1] - ends[0] + 1 if ends else 0


def widest(field):
    return max(width(ends) for ends in field["regions"])


def padded(field):
    return -field["regions"][0][0] if field["regions"][0] else 0


# None has no field: branches of unequal jump, numbers beyond 2**53, over 1024 units that differ.
fields = [dict(shift=1, regions=[(0, 0)], misalignment=0.0)]
for l, shape in enumerate(layers, 1):
    fields.append(field_of(l, shape))
    if joined[l] is not None:
        fields[l] = joined_fields(fields[l], fields[joined[l]], crop[l], join_crop[l])

# Mean and variance of where the paths down from unit 0 end, as if the image had no ends.
moments = [(0.0, 0.0)]
for l, shape in enumerate(layers, 1):
    if fields[l] is None:
        moments.append(None)
        continue
    step, to_middle = jump(fields[source[l]]), (extent(shape) - 1) / 2 - padding[l]
    if shape["kind"] == "transposed":
        step, to_middle = step / shape["stride"], -to_middle
    mean, variance = moments[source[l]]
    mean, variance = mean + to_middle * step, variance + (shape["dilation"] * step) ** 2 * (shape["kernel"] ** 2 - 1) / 12
    if joined[l] is not None:
        mean += crop[l] * jump(fields[l])
        apart = moments[joined[l]][0] + join_crop[l] * jump(fields[l]) - mean
        mean += (1 - share[l]) * apart
        variance = share[l] * variance + (1 - share[l]) * moments[joined[l]][1] + share[l] * (1 - share[l]) * apart**2
    moments.append((mean, variance))

results["receptive_field"] = over_layers(f and widest(f) for f in fields)
)";

constexpr const char* jumps_shown = R"(results["jump"] = over_layers(f and jump(f) for f in fields)
)";

constexpr const char* least_shown =
    R"(results["least_receptive_field"] = over_layers(f and min(width(ends) for ends in f["regions"]) for f in fields)
)";

constexpr const char* sizes_shown =
    R"(results["output_size"] = over_layers(n if n >= 1 else None for n in size)
results["start"] = over_layers(f and start(f) for f in fields)
results["effective_padding"] = over_layers(f and padded(f) for f in fields)
)";

constexpr const char* readings_code = R"(
layer = min(layer, len(layers))
chosen = fields[layer]
results["readings"] = {
    "receptive_field": chosen and widest(chosen),
    "jump": chosen and jump(chosen),
    "start": chosen and start(chosen),
    "effective_padding": chosen and padded(chosen),
    "output_size": size[layer] if size[layer] >= 1 else None,
    "deviation": chosen and math.sqrt(moments[layer][1]),
    "misalignment": chosen and chosen["misalignment"],
    "from_above": None,
    "pixels_read": None,
    "effective_width": None,
    "effective_ratio": None,
}
)";

constexpr const char* ranges_code = R"(

def nearest_unit(pixel):
    unit = math.floor((pixel - start(chosen)) / jump(chosen) + 0.5)
    unit = 0 if pixel <= -0.5 else size[layer] - 1 if pixel >= input_size - 0.5 else unit
    return min(max(unit, 0), size[layer] - 1)


def range_read(l, first, last):
    """From the first to the last unit of its input that some units of a layer read."""
    reach, stride = extent(layers[l - 1]) - 1, layers[l - 1]["stride"]
    if layers[l - 1]["kind"] == "transposed":
        return -((reach - first - padding[l]) // stride), (last + padding[l]) // stride
    return first * stride - padding[l], last * stride - padding[l] + reach


# What the unit reads of every layer, from above, as if none had ends.
unit = nearest_unit(position)
read = [None] * layer + [(unit, unit)]
for l in range(layer, 0, -1):
    if read[l] is not None:
        first, last = read[l]
        read[source[l]] = hull([read[source[l]], range_read(l, first + crop[l], last + crop[l])])
        if joined[l] is not None:
            read[joined[l]] = hull([read[joined[l]], (first + join_crop[l], last + join_crop[l])])
results["readings"]["from_above"] = width(read[0])
)";

constexpr const char* ranges_shown =
    R"(results["from_above"] = over_layers([ends and width(ends) for ends in read] + [None] * (len(layers) - layer))
)";

}  // namespace

std::string receptive_field_code(const Receptive& receptive, CodeLibrary library) {
  const ReceptiveScene scene = receptive_scene(receptive, {});
  const bool overview = receptive.view == ReceptiveView::overview;
  std::string body = std::string(sizes_code) + fields_code;
  if (receptive.view != ReceptiveView::effective)
    body += std::string(jumps_shown) + (scene.varies() ? least_shown : "");
  if (overview) body += sizes_shown;
  body += effective_widths_code(scene) + readings_code;
  if (!scene.ranges.empty()) body += std::string(ranges_code) + (overview ? ranges_shown : "");
  if (scene.followed) body += gradient_code(scene);
  Receptive shown = receptive;
  if (scene.draws > 0) shown.draws = scene.draws;  // as many as there is time for
  return code_script("Receptive field: what every layer reads, and how much each pixel counts", shown,
                     library, body);
}

}  // namespace theta
