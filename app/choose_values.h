// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vary.h"
#include "core/write/origin.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace theta {

/// The lab with this id; throws InputError where there is none.
const Lab& lab_named(const std::string& id);

/// How a command line sets a lab's parameters.
struct Choosing {
  std::optional<std::string> preset = {};
  std::optional<std::filesystem::path> model = {};
  std::optional<std::string> layers =
      {};                             ///< which kind of layer of the model, by id; the first unless given
  std::vector<std::string> set = {};  ///< id=value
};

/// The initial values, then the preset, then the model, then all of `set` together. Throws InputError with
/// all that is wrong; a parameter that is set though it does not apply with these values is refused. Where
/// one is varied, it is refused among `set`, and applying at one of its values is enough.
Origin choose_values(const Lab& lab, const Choosing& choosing,
                     const std::optional<Variation>& variation = {});

}  // namespace theta
