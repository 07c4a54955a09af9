// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_words.h"
#include "core/math/nan.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace theta {
namespace {

TableColumn of_rows(const ReceptiveScene& scene, std::string id, int LayerRow::*number) {
  TableColumn column{.id = std::move(id)};
  for (const LayerRow& row : scene.receptive.layers) column.numbers.push_back(row.*number);
  return column;
}

/// Empty where a layer has no receptive field.
TableColumn of_fields(const ReceptiveScene& scene, std::string id, auto&& number) {
  TableColumn column{.id = std::move(id)};
  for (std::size_t at = 1; at <= scene.depth(); ++at)
    column.numbers.push_back(scene.defined(at) ? number(scene.fields[at]) : nan);
  return column;
}

TableColumn kinds(const ReceptiveScene& scene) {
  TableColumn column{.id = "kind"};
  const std::vector<Field> described = fields<LayerRow>();
  const auto& options = *options_of(described.at(*find_field(described, id_of(&LayerRow::kind))).kind);
  for (const LayerRow& row : scene.receptive.layers)
    column.words.push_back(options.at(static_cast<std::size_t>(row.kind)).id);
  return column;
}

TableColumn places(const ReceptiveScene& scene) {
  TableColumn column{.id = "layer"};
  for (std::size_t at = 1; at <= scene.depth(); ++at) column.numbers.push_back(static_cast<double>(at));
  return column;
}

TableColumn output_sizes(const ReceptiveScene& scene) {
  TableColumn column{.id = "output_size"};
  for (std::size_t at = 1; at <= scene.depth(); ++at)
    column.numbers.push_back(static_cast<double>(std::max<std::int64_t>(scene.fields[at].output_size, 0)));
  return column;
}

}  // namespace

std::vector<TableColumn> receptive_table(const ReceptiveScene& scene) {
  const auto reach = [](const LayerField& field) { return static_cast<double>(field.largest()); };
  const auto smallest = [](const LayerField& field) { return static_cast<double>(field.least()); };
  return {places(scene),
          kinds(scene),
          of_rows(scene, "kernel", &LayerRow::kernel),
          of_rows(scene, "stride", &LayerRow::stride),
          of_rows(scene, "padding", &LayerRow::padding),
          of_rows(scene, "dilation", &LayerRow::dilation),
          of_rows(scene, "from", &LayerRow::from),
          of_rows(scene, "join", &LayerRow::join),
          of_fields(scene, "receptive_field", reach),
          of_fields(scene, "least_receptive_field", smallest),
          of_fields(scene, "jump", [](const LayerField& field) { return field.jump(); }),
          of_fields(scene, "start", [](const LayerField& field) { return field.start(); }),
          of_fields(scene, "effective_padding",
                    [](const LayerField& field) { return field.effective_padding(); }),
          output_sizes(scene)};
}

}  // namespace theta
