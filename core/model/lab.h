// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/describe.h"
#include "core/model/field.h"
#include "core/model/figure.h"
#include "core/model/text.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace theta {

/// A change of one parameter, by the place of its field.
struct Edit {
  std::size_t field = 0;
  Value value;
  bool operator==(const Edit&) const = default;
};
using Edits = std::vector<Edit>;

/// A setting worth looking at, and what to look for there. All other parameters have their initial values.
struct Preset {
  std::string id;
  Text name;
  Text look_for;
  Edits edits;
};

/// What a file from outside says about a lab's parameters. A model with several kinds of layer has a variant
/// for each, the first of them shown unless another is asked for.
struct Imported {
  struct Variant {
    std::string id;
    Text name;
    Edits edits;
    std::vector<Text> read;     ///< what stood in the file
    std::vector<Text> assumed;  ///< what did not, and where it comes from
    bool operator==(const Variant&) const = default;
  };
  Text name;
  std::vector<Variant> variants;
};

/// The published model a figure's parameters were read from.
struct ModelOrigin {
  Text name;
  Imported::Variant variant;
  bool operator==(const ModelOrigin&) const = default;
};

/// One pass of drawing. A quick one may leave a figure that takes longer than a frame partial: the same
/// figure from fewer samples, so that something follows the hand at once. The whole one comes after it.
struct Pass {
  std::stop_token stop = {};  ///< once requested, any figure may be returned early: it is thrown away
  bool quick = false;
};

/// What a script that recomputes a figure's numbers is written for.
enum class CodeLibrary { numpy, torch };

/// A lab as plain data and functions; nothing outside its own file sees its struct of parameters.
struct Lab {
  std::string id;
  Text name;
  Text group;    ///< heading in the list of labs
  Text summary;  ///< one sentence
  Text source;   ///< the convention it follows and where it is from
  std::vector<Field> fields;
  std::function<std::vector<Preset>()> presets;  ///< made when asked for: few are looked at
  /// Pure: the same values give the same figure.
  std::function<Figure(const Values&, const Pass&)> draw;
  /// Reads a published model's config.json; empty for labs with nothing to take from one. Throws InputError.
  std::function<Imported(const std::filesystem::path&)> import_model = {};
  /// A Python script that recomputes the main curves and readings shown at these values and prints them as
  /// JSON: {layer id: {"x": […], "y": […]}, "readings": {id: number}}. Empty for labs without one, and
  /// so is the script of a view that has none.
  std::function<std::string(const Values&, CodeLibrary)> code = {};
};

Values initial_values(const Lab& lab);

/// The values of a preset.
Values preset_values(const Lab& lab, const Preset& preset);

/// The edits that turn the initial values into these: what a preset or an import is written as.
template <class Parameters>
Edits edits_to(const Parameters& parameters) {
  const Values from = to_values(Parameters{}), to = to_values(parameters);
  Edits edits;
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (!(from[i] == to[i])) edits.push_back({i, to[i]});
  }
  return edits;
}

/// What a lab's file has to say beside its parameters and its drawing.
struct LabText {
  std::string id;
  Text name;
  Text group;
  Text summary;
  Text source;
};

/// A lab from a struct of parameters that describes itself, a pure drawing function of it, and the script for
/// the same numbers.
template <class Parameters>
Lab make_lab(LabText text, std::type_identity_t<std::function<Figure(const Parameters&, const Pass&)>> draw,
             std::function<std::vector<Preset>()> presets,
             std::type_identity_t<std::function<std::string(const Parameters&, CodeLibrary)>> code = {}) {
  Lab lab{.id = text.id,
          .name = std::move(text.name),
          .group = std::move(text.group),
          .summary = std::move(text.summary),
          .source = std::move(text.source),
          .fields = fields<Parameters>(),
          .presets = std::move(presets),
          .draw = [draw = std::move(draw), id = text.id](const Values& values, const Pass& pass) {
            Figure figure = draw(from_values<Parameters>(values), pass);
            if (figure.formula.empty()) figure.formula = id;
            return figure;
          }};
  if (code)
    lab.code = [code = std::move(code)](const Values& values, CodeLibrary library) {
      return code(from_values<Parameters>(values), library);
    };
  return lab;
}

}  // namespace theta
