// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/labs/receptive_field_networks.h"
#include "core/labs/receptive_field_panels.h"
#include "core/labs/receptive_field_words.h"

#include <utility>

namespace theta {
namespace {

std::vector<Panel> panels(const ReceptiveScene& scene) {
  switch (scene.receptive.view) {
    case ReceptiveView::overview:
      return {growth_panel(scene, {0, 0}), pyramid_panel(scene, {0, 1}), sizes_panel(scene, {1, 0}),
              effective_panel(scene, {1, 1})};
    case ReceptiveView::pyramid:
      return {pyramid_panel(scene, {.row = 0, .column = 0, .rows = 2, .columns = 2}),
              footprint_panel(scene, {.row = 0, .column = 2}), growth_panel(scene, {.row = 1, .column = 2})};
    case ReceptiveView::effective:
      return {effective_panel(scene, {0, 0}), effective_map_panel(scene, {0, 1}), width_panel(scene, {1, 0}),
              ratio_panel(scene, {1, 1})};
  }
  return {};
}

Binding to_layer(Binding::Coordinate coordinate) {
  return {.parameter = id_of(&Receptive::layer), .coordinate = coordinate};
}

std::vector<Handle> handles(const ReceptiveScene& scene) {
  const Receptive& receptive = scene.receptive;
  const double layer = static_cast<double>(scene.layer);
  const double column = scene.followed ? scene.centre() : receptive.position;
  const Binding to_position = {.parameter = id_of(&Receptive::position),
                               .coordinate = Binding::Coordinate::x};
  std::vector<Handle> handles;
  const bool effective = receptive.view == ReceptiveView::effective;
  if (!effective)
    handles.push_back({.id = "unit",
                       .panel = "pyramid",
                       .label = "Unit: layer and place",
                       .at = {column, layer},
                       .role = unit_role,
                       .bindings = {to_position, to_layer(Binding::Coordinate::y)}});
  if (receptive.view != ReceptiveView::overview) {
    const double row = scene.followed ? scene.centre_of_row() : receptive.row;
    handles.push_back(
        {.id = "place",
         .panel = effective ? "effective_map" : "footprint",
         .label = "Unit: place along both axes",
         .at = {column, row},
         .role = unit_role,
         .bindings = {to_position,
                      {.parameter = id_of(&Receptive::row), .coordinate = Binding::Coordinate::y}}});
  }
  if (scene.defined(scene.layer))
    handles.push_back({.id = "layer",
                       .panel = effective ? "width" : "growth",
                       .label = "Layer",
                       .at = {layer, static_cast<double>(scene.field().largest())},
                       .role = unit_role,
                       .bindings = {to_layer(Binding::Coordinate::x)}});
  return handles;
}

Figure draw_receptive(const Receptive& receptive, const Pass& pass) {
  const ReceptiveScene scene = receptive_scene(receptive, pass);
  Figure figure{.title = "Receptive field"};
  figure.panels = panels(scene);
  figure.handles = handles(scene);
  figure.readings = receptive_readings(scene);
  figure.table = receptive_table(scene);
  figure.worked = receptive_worked(scene);
  figure.description = receptive_description(scene);
  figure.remarks = receptive_remarks(scene);
  figure.partial = scene.partial;
  return figure;
}

std::vector<LayerRow> convolutions(std::initializer_list<LayerRow> rows) { return rows; }

std::vector<LayerRow> dilations(std::initializer_list<int> each_layers) {
  std::vector<LayerRow> rows;
  for (const int dilation : each_layers)
    rows.push_back({.kind = LayerKind::dilated, .padding = dilation, .dilation = dilation});
  return rows;
}

/// A network shown from its last layer, about the middle of its image.
Preset preset(std::string id, Text name, Text look_for, Receptive receptive) {
  receptive.layer = static_cast<int>(receptive.layers.size());
  receptive.position = receptive.row = (receptive.input_size - 1) / 2.0;
  return {std::move(id), std::move(name), std::move(look_for), edits_to(receptive)};
}

/// `row` is set only where it applies.
Preset in_overview(std::string id, Text name, Text look_for, Receptive receptive) {
  Preset made = preset(std::move(id), std::move(name), std::move(look_for), std::move(receptive));
  const std::size_t row = *find_field(fields<Receptive>(), id_of(&Receptive::row));
  std::erase_if(made.edits, [&](const Edit& edit) { return edit.field == row; });
  return made;
}

std::vector<LayerRow> halving() {
  return std::vector<LayerRow>(1000, LayerRow{.kernel = 2, .stride = 2, .padding = 1});
}

std::vector<Preset> lessons() {
  return {
      preset("pyramid", "A unit and what it reads",
             "Drag the ring up a layer: the base widens by (k − 1) times the jump. Drag it to an end: zeros "
             "are read.",
             {.view = ReceptiveView::pyramid}),
      in_overview(
          "stride_first", "Stride first: 7 pixels",
          "The stride of 2 stands below the second kernel, so that kernel steps by 2. Move the row down "
          "and it reads 5.",
          {.layers = convolutions({{.stride = 2}, {}}), .input_size = 15}),
      in_overview("stride_last", "Stride last: 5 pixels",
                  "The same two layers in the other order: a stride multiplies only what stands above it.",
                  {.layers = convolutions({{}, {.stride = 2}}), .input_size = 15}),
      preset("two_threes", "Two kernels of 3 or one of 5",
             "Both read 5 pixels, with 18 weights or 25 a pair of channels. The middle pixel is reached by "
             "three paths, the outer ones by one.",
             {.layers = convolutions({{.padding = 1}, {.padding = 1}}),
              .input_size = 15,
              .view = ReceptiveView::effective}),
      preset("holes", "Dilations 2, 2, 2: holes",
             "The region spans 13 pixels, yet only every other one is read: 7 along an axis, 49 of 169 in "
             "the image.",
             {.layers = dilations({2, 2, 2}), .input_size = 33, .view = ReceptiveView::pyramid}),
      preset("no_holes", "Dilations 1, 2, 4: none",
             "With a first dilation of 1 the gaps are filled: 15 of 15. Dilation widens the reach and adds "
             "no weight.",
             {.layers = dilations({1, 2, 4}), .input_size = 33, .view = ReceptiveView::pyramid}),
      preset("depth", "The effective field grows like the root of depth",
             "Follow the ring: the field grows evenly, what counts in it like √l. Their ratio at 5, 10, 20 "
             "and 40 layers: 0.82, 0.62, 0.46, 0.31.",
             {.layers = std::vector<LayerRow>(40, LayerRow{.padding = 1}),
              .input_size = 128,
              .view = ReceptiveView::effective}),
      preset("random_signs", "Gradients of random networks",
             "One network's gradient is ragged; the mean of their squares follows the count of paths. Set "
             "the networks to 1, then to 1 000.",
             {.layers = std::vector<LayerRow>(20, LayerRow{.padding = 1}),
              .input_size = 64,
              .view = ReceptiveView::effective,
              .weights = GradientWeights::signs}),
      in_overview(
          "padding", "Padding moves, it does not grow",
          "Change the padding: size and jump stay, the centre of the first unit and the output size move. "
          "The "
          "unit at the border reads zeros.",
          {.layers = convolutions(
               {{.padding = 1}, {.stride = 2, .padding = 1}, {.padding = 1}, {.stride = 2, .padding = 1}}),
           .input_size = 24,
           .padding_rule = PaddingRule::same,
           .position = 0}),
      in_overview("one_by_one", "A 1×1 convolution that matters",
                  "A kernel of 1 reads no more, but its stride doubles what every kernel above it adds.",
                  {.layers = convolutions(
                       {{.padding = 1}, {.kernel = 1, .stride = 2}, {.padding = 1}, {.padding = 1}}),
                   .input_size = 24}),
      in_overview(
          "up_again", "Down and up again",
          "After a transposed convolution neighbours differ: the smallest and the largest field part.",
          {.layers = convolutions({{.padding = 1},
                                   {.kind = LayerKind::pooling, .kernel = 2, .stride = 2},
                                   {.padding = 1},
                                   {.kind = LayerKind::transposed, .kernel = 2, .stride = 2, .join = 3},
                                   {.padding = 1}}),
           .input_size = 24}),
      in_overview(
          "misaligned", "Breaks: branches with different centres",
          "The kernel of 2 stands half a pixel beside the kernel of 3: the union is larger than either, "
          "and the remark says so.",
          {.layers = convolutions({{.padding = 1}, {.kernel = 4, .padding = 2, .from = 2, .join = 1}}),
           .input_size = 16}),
      in_overview(
          "unequal_jumps", "Breaks: a shortcut past a stride",
          "Joining a layer of jump 2 with one of jump 1: the region grows with the place, so there is "
          "no field.",
          {.layers = convolutions(
               {{.padding = 1}, {.stride = 2, .padding = 1}, {.padding = 1, .join = 2}, {.padding = 1}}),
           .input_size = 24}),
      in_overview("shrinks_away", "Breaks: nothing left",
                  "Without padding each layer takes two pixels: after 11 layers one of 23 is left, then "
                  "none, though the recursion goes on.",
                  {.layers = std::vector<LayerRow>(16), .input_size = 23}),
      in_overview(
          "halving", "Breaks: a thousand layers of stride 2",
          "The jump doubles layer by layer, past 2³¹ at 31 layers and past 2⁵³ at 53: the curves end there.",
          {.layers = halving(), .input_size = 4096, .scale = GrowthScale::log}),
      in_overview("thousand", "A thousand layers, 4 096 pixels",
                  "2 001 pixels are read, and 129 of them count.",
                  {.layers = std::vector<LayerRow>(1000, LayerRow{.padding = 1}), .input_size = 4096}),
  };
}

std::vector<Preset> receptive_field_presets() {
  std::vector<Preset> all = lessons();
  for (const PublishedNetwork& network : published_networks())
    all.push_back(in_overview(network.id, verbatim(network.name), Text(network.note, {}),
                              {.layers = network.layers, .input_size = network.input_size}));
  return all;
}

}  // namespace

Lab receptive_field_lab() {
  return make_lab<Receptive>(
      {.id = "receptive-field",
       .name = "Receptive field",
       .group = "Vision",
       .summary =
           "Which pixels a unit of a deep network reads, how that grows with every layer, and how much each "
           "of them counts.",
       .source =
           "Araujo, Norris and Sim, Distill, 2019; Luo et al., 2016. Pixel centres lie at whole numbers, "
           "layers are counted from 1, the image is layer 0."},
      draw_receptive, receptive_field_presets, receptive_field_code);
}

}  // namespace theta
