// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/receptive_field.h"
#include "core/model/describe.h"

#include <cstddef>
#include <vector>

namespace theta {

enum class LayerKind { convolution, pooling, dilated, transposed };

struct LayerRow {
  LayerKind kind = LayerKind::convolution;
  int kernel = 3, stride = 1, padding = 0, dilation = 1;
  int from = 1, join = 0;

  bool operator==(const LayerRow&) const = default;

  static void describe(auto&& field) {
    field(&LayerRow::kind,
          Name{.id = "kind",
               .label = "Kind",
               .help = "What the layer is; all but a transposed convolution read alike.",
               .group = "Layer"},
          Choice{.options = {{"convolution", "conv"},
                             {"pooling", "pool"},
                             {"dilated", "dilated"},
                             {"transposed", "transp."}}});
    field(&LayerRow::kernel,
          Name{.id = "kernel",
               .label = "Kernel",
               .symbol = "k",
               .help = "How many units it reads along an axis."},
          Integer{.low = 1, .high = 255});
    field(&LayerRow::stride,
          Name{.id = "stride",
               .label = "Stride",
               .symbol = "s",
               .help =
                   "How far neighbouring units' readings lie apart; a transposed convolution makes this many "
                   "units of one."},
          Integer{.low = 1, .high = 64});
    field(&LayerRow::padding,
          Name{.id = "padding",
               .label = "Padding",
               .symbol = "p",
               .help = "Zeros before the first unit and after the last."},
          Integer{.low = 0, .high = 4096});
    field(&LayerRow::dilation,
          Name{.id = "dilation",
               .label = "Dilation",
               .symbol = "\\delta",
               .help = "How far apart the units lie that it reads; 1 leaves no holes."},
          Integer{.low = 1, .high = 1024});
    field(&LayerRow::from,
          Name{.id = "from",
               .label = "From",
               .help = "How many rows back its input stands: 1 is the row above."},
          Integer{.low = 1, .high = 1000});
    field(
        &LayerRow::join,
        Name{.id = "join",
             .label = "Join",
             .help =
                 "How many rows back the output stands that is added to this one's: a shortcut or the end of "
                 "another branch; 0 is none."},
        Integer{.low = 0, .high = 1000});
  }
};

enum class ReceptiveView { overview, pyramid, effective };
enum class GrowthScale { linear, log };
enum class PaddingRule { given, same, same_but_strided, none };
enum class GradientWeights { mean, signs };

struct Receptive {
  std::vector<LayerRow> layers = {
      {.padding = 1}, {.padding = 1}, {.kind = LayerKind::pooling, .kernel = 2, .stride = 2},
      {.padding = 1}, {.padding = 1}, {.kind = LayerKind::pooling, .kernel = 2, .stride = 2}};
  int input_size = 32;
  PaddingRule padding_rule = PaddingRule::given;
  int layer = 6;
  double position = 13.5, row = 13.5;
  ReceptiveView view = ReceptiveView::overview;
  GrowthScale scale = GrowthScale::linear;
  GradientWeights weights = GradientWeights::mean;
  Seed seed = {1};
  int draws = 64;

  std::vector<AxisLayer> axis_layers() const {
    std::vector<AxisLayer> shapes;
    shapes.reserve(layers.size());
    for (const LayerRow& each : layers) {
      const bool same = pads_same(each);
      shapes.push_back({.transposed = each.kind == LayerKind::transposed,
                        .kernel = each.kernel,
                        .stride = each.stride,
                        .padding = same || padding_rule == PaddingRule::none ? 0 : each.padding,
                        .dilation = each.dilation,
                        .same = same,
                        .from = static_cast<std::size_t>(each.from),
                        .join = static_cast<std::size_t>(each.join)});
    }
    return shapes;
  }

  bool pads_same(const LayerRow& shape) const {
    if (padding_rule != PaddingRule::same_but_strided) return padding_rule == PaddingRule::same;
    return shape.stride == 1 || shape.kind == LayerKind::pooling;
  }

  static Limits image(const Receptive& receptive) { return {-0.5, receptive.input_size - 0.5}; }

  static void describe(auto&& field) {
    field(&Receptive::layers,
          Name{.id = "layers",
               .label = "Layers",
               .help = "The network from the image up, one layer a row.",
               .group = "Network"},
          Records{.fields = fields<LayerRow>(), .least = 1, .most = 1000});
    field(&Receptive::input_size,
          Name{.id = "input_size",
               .label = "Image",
               .symbol = "n_0",
               .help = "Pixels of the image along each axis."},
          Integer{.low = 1, .high = 16384, .scale = Scale::log, .unit = "px"});
    field(
        &Receptive::padding_rule,
        Name{.id = "padding_rule",
             .label = "Padding",
             .help = "The zeros of the table; TensorFlow's SAME, which depends on the image; as TF-Slim's "
                     "ResNets have it, SAME but for strided convolutions, which follow the table; or none."},
        Choice{.options = {{"given", "as in the table"},
                           {"same", "SAME"},
                           {"same_but_strided", "SAME, strides as in the table"},
                           {"none", "none (VALID)"}}});

    field(&Receptive::layer,
          Name{.id = "layer",
               .label = "Layer",
               .symbol = "l",
               .help = "The layer whose unit is followed; 0 is the image.",
               .group = "Unit"},
          Integer{.low = 0, .high = 1000},
          Rules<Receptive>{.limits =
                               [](const Receptive& r) {
                                 return Limits{0, static_cast<double>(r.layers.size())};
                               },
                           .fills = true});
    field(&Receptive::position,
          Name{.id = "position",
               .label = "Position",
               .symbol = "x",
               .help = "The unit nearest to this pixel is followed."},
          Real{.low = -0.5, .high = 16383.5, .unit = "px"}, Rules<Receptive>{.limits = image});
    field(&Receptive::row,
          Name{.id = "row",
               .label = "Row",
               .symbol = "y",
               .help = "The same along the second axis of the image."},
          Real{.low = -0.5, .high = 16383.5, .unit = "px"},
          Rules<Receptive>{.applies = [](const Receptive& r) { return r.view != ReceptiveView::overview; },
                           .limits = image});

    field(&Receptive::view,
          Name{.id = "view", .label = "Show", .help = "Which panels stand side by side.", .group = "Picture"},
          Choice{.options = {{"overview", "overview"},
                             {"pyramid", "what a unit reads"},
                             {"effective", "effective field"}}});
    field(&Receptive::scale,
          Name{.id = "scale",
               .label = "Growth axis",
               .help = "On a logarithmic axis growth by a factor is a straight line."},
          Choice{.options = {{"linear", "linear"}, {"log", "logarithmic"}}});

    field(&Receptive::weights,
          Name{.id = "weights",
               .label = "Weights",
               .help =
                   "Equal weights count the paths from a pixel; random signs give a network of its own each "
                   "draw.",
               .group = "Gradient"},
          Choice{.options = {{"mean", "equal"}, {"signs", "random signs"}}});
    field(&Receptive::seed, Name{.id = "seed", .label = "Seed", .help = "Another number, other signs."},
          SeedNumber{}, Rules<Receptive>{.applies = [](const Receptive& r) {
            return r.weights == GradientWeights::signs;
          }});
    field(
        &Receptive::draws,
        Name{.id = "draws",
             .label = "Networks",
             .help = "How many are drawn; the squares of their gradients are averaged."},
        Integer{.low = 1, .high = 1000, .scale = Scale::log},
        Rules<Receptive>{.applies = [](const Receptive& r) { return r.weights == GradientWeights::signs; }});
  }
};

}  // namespace theta
