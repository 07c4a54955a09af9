// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rotary_import.h"

#include "core/model/change.h"
#include "core/read/text_file.h"

#include <string>
#include <utility>

namespace theta {
namespace {

Text kind_name(const std::string& kind) {
  if (kind == "global") return "global layers";
  if (kind == "local") return "local layers";
  return "all layers";
}

}  // namespace

Imported import_model(const std::filesystem::path& path, const std::vector<Field>& fields,
                      const std::function<Values(const RotaryConfig&)>& values_of) {
  const std::string file = path.string();
  const ModelConfig model = read_model_config(read_text_file(path), file);
  Imported imported{.name = verbatim(model.name.empty() ? path.filename().string() : model.name),
                    .variants = {}};
  for (const RotaryConfig& layer : model.layers) {
    const Values values = values_of(layer);
    std::vector<Problem> problems = check(fields, values);
    for (Problem& problem : problems) problem.where = file + ": " + problem.where;
    if (!problems.empty()) throw InputError(std::move(problems));
    Imported::Variant variant{.id = layer.kind,
                              .name = kind_name(layer.kind),
                              .edits = {},
                              .read = layer.read,
                              .assumed = layer.assumed};
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!(values[i] == fields[i].initial)) variant.edits.push_back({i, values[i]});
    }
    imported.variants.push_back(std::move(variant));
  }
  return imported;
}

}  // namespace theta
