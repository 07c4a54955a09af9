// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/receptive_field_parameters.h"

#include <algorithm>

namespace theta {
namespace {

/// Sizes of all layers, with the padding before each and where two that are joined start.
constexpr const char* sizes_code = R"(

def extent(row):
    return row["dilation"] * (row["kernel"] - 1) + 1


def output_size(row, n):
    if n < 1:
        return 0
    if row["kind"] == "transposed":
        return n * row["stride"] if pads_same(row) else (n - 1) * row["stride"] - 2 * padding_of(row) + extent(row)
    if pads_same(row):
        return -(-n // row["stride"])
    return max(n + 2 * padding_of(row) - extent(row), -row["stride"]) // row["stride"] + 1


def pads_same(row):
    if padding_rule == "same_but_strided":
        return row["stride"] == 1 or row["kind"] == "pooling"
    return padding_rule == "same"


def padding_of(row):
    return row["padding"] if padding_rule != "none" else 0


def padding_before(row, n):
    if not pads_same(row):
        return padding_of(row)
    if row["kind"] == "transposed":
        return max(extent(row) - row["stride"], 0) // 2
    return max((output_size(row, n) - 1) * row["stride"] + extent(row) - n, 0) // 2 if n > 0 else 0


# One item a layer, the image first: its size, the padding before its input, the units left out at a join.
size, own_size, padding, crop, join_crop, source, joined = [input_size], [0], [0], [0], [0], [0], [None]
paths, share = [1], [1.0]  # down to the image, one for each branch; the part of them through the layer's own kernel
for l, row in enumerate(layers, 1):
    source.append(max(l - max(row["from_"], 1), 0))
    joined.append(max(l - row["join"], 0) if row["join"] > 0 else None)
    own_size.append(output_size(row, size[source[l]]))
    padding.append(padding_before(row, size[source[l]]))
    size.append(own_size[l] if joined[l] is None else min(own_size[l], size[joined[l]]))
    crop.append((own_size[l] - size[l]) // 2 if size[l] > 0 else 0)
    join_crop.append((size[joined[l]] - size[l]) // 2 if joined[l] is not None and size[l] > 0 else 0)
    paths.append(paths[source[l]] + (0 if joined[l] is None else paths[joined[l]]))
    share.append(paths[source[l]] / paths[l])


def over_layers(numbers):
    values = [math.nan if each is None else float(each) for each in numbers]
    return curve(np.arange(len(values)), np.asarray(values))


)";

/// First and last pixel and jump of unit 0 of every layer, from the bottom up.
constexpr const char* fields_code = R"(
# What unit 0 of a layer reads of the image: (first pixel, last pixel, jump, mean, variance); None has no field.
fields = [(0, 0, 1, 0.0, 0.0)]
for l, row in enumerate(layers, 1):
    below = fields[source[l]]
    if below is None:
        fields.append(None)
        continue
    first, last, jump, mean, variance = below
    reach = extent(row) - 1 - padding[l]
    spread = (row["dilation"] * jump) ** 2 * (row["kernel"] ** 2 - 1) / 12
    own = [first - padding[l] * jump, last + reach * jump, jump * row["stride"]]
    own += [mean - (padding[l] - (extent(row) - 1) / 2) * jump, variance + spread]
    if joined[l] is not None:
        other = fields[joined[l]]
        if other is None or other[2] != own[2]:
            fields.append(None)
            continue
        left, right = crop[l] * own[2], join_crop[l] * own[2]
        centres = own[3] + left, other[3] + right
        spread = share[l] * (1 - share[l]) * (centres[0] - centres[1]) ** 2
        own[:2] = min(own[0] + left, other[0] + right), max(own[1] + left, other[1] + right)
        own[3] = share[l] * centres[0] + (1 - share[l]) * centres[1]
        own[4] = share[l] * own[4] + (1 - share[l]) * other[4] + spread
    largest = max(own[2], abs(own[0]), abs(own[1]))
    fields.append(tuple(own) if largest <= 2**53 else None)

results["receptive_field"] = over_layers(f and f[1] - f[0] + 1 for f in fields)
)";

constexpr const char* jumps_shown = R"(results["jump"] = over_layers(f and f[2] for f in fields)
)";

constexpr const char* sizes_shown =
    R"(results["output_size"] = over_layers(n if n >= 1 else None for n in size)
)";

constexpr const char* starts_shown =
    R"(results["start"] = over_layers(f and (f[0] + f[1]) / 2 for f in fields)
results["effective_padding"] = over_layers(f and -f[0] for f in fields)
)";

constexpr const char* readings_code = R"(
layer = min(layer, len(layers))
chosen = fields[layer]
results["readings"] = {
    "receptive_field": chosen and chosen[1] - chosen[0] + 1,
    "jump": chosen and chosen[2],
    "start": chosen and (chosen[0] + chosen[1]) / 2,
    "effective_padding": chosen and -chosen[0],
    "output_size": size[layer] if size[layer] >= 1 else None,
    "deviation": chosen and math.sqrt(chosen[4]),
}
)";

/// The share of the paths down from a unit that end at each pixel.
constexpr const char* gradient_code = R"(
# The gradient of one unit with respect to every pixel, each unit the mean of what it reads.
unit = math.floor((position - (chosen[0] + chosen[1]) / 2) / chosen[2] + 0.5)
unit = 0 if position <= -0.5 else size[layer] - 1 if position >= input_size - 0.5 else unit
unit = min(max(unit, 0), size[layer] - 1)
gradients = [np.asarray([0.0] * max(n, 0)) for n in size]
gradients[layer][unit] = 1.0
for l in range(layer, 0, -1):
    row = layers[l - 1]
    own = np.asarray([0.0] * own_size[l])
    own[crop[l] : crop[l] + size[l]] = gradients[l]
    below = gradients[source[l]]
    for tap in range(row["kernel"]):
        offset, stride = tap * row["dilation"] - padding[l], row["stride"]
        first, last = max(0, -(offset // stride)), min(own_size[l] - 1, (len(below) - 1 - offset) // stride)
        if first <= last:
            read = slice(first * stride + offset, last * stride + offset + 1, stride)
            below[read] += share[l] / row["kernel"] * own[first : last + 1]
    if joined[l] is not None:
        gradients[joined[l]][join_crop[l] : join_crop[l] + size[l]] += (1 - share[l]) * gradients[l]

first = max(chosen[0] + unit * chosen[2], 0)
pixels = np.arange(first, min(chosen[1] + unit * chosen[2], input_size - 1) + 1)
)";

/// Whether the figure follows a unit.
bool follows(const Receptive& receptive) {
  const std::vector<LayerField> fields = receptive_fields(receptive.axis_layers(), receptive.input_size);
  const LayerField& field = fields[std::min(static_cast<std::size_t>(receptive.layer), fields.size() - 1)];
  return field.missing == NoField::defined && field.output_size >= 1;
}

bool transposes(const Receptive& receptive) {
  return std::ranges::any_of(receptive.layers,
                             [](const LayerRow& row) { return row.kind == LayerKind::transposed; });
}

}  // namespace

std::string receptive_field_code(const Receptive& receptive, CodeLibrary library) {
  const char* title = "Receptive field: what every layer reads, and how much each pixel counts";
  std::string body = sizes_code;
  if (transposes(receptive)) {  // its units read differently from each other; the sizes are what is simple
    body += receptive.view == ReceptiveView::overview ? sizes_shown : "";
    return code_script(title, receptive, library,
                       body + "results[\"readings\"] = {\"output_size\": size[min(layer, len(layers))]}\n");
  }
  body += fields_code;
  if (receptive.view == ReceptiveView::overview) body += std::string(sizes_shown) + starts_shown;
  if (receptive.view != ReceptiveView::effective) body += jumps_shown;
  body += readings_code;
  if (receptive.view != ReceptiveView::pyramid && follows(receptive)) {
    body += gradient_code;
    body += std::string("results[\"") +
            (receptive.weights == GradientWeights::signs ? "expected" : "effective_receptive_field") +
            "\"] = curve(pixels, gradients[0][pixels])\n";
  }
  return code_script(title, receptive, library, body);
}

}  // namespace theta
