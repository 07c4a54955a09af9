// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// all that is wrong; a parameter that is set though it does not apply with these values is refused.
Origin choose_values(const Lab& lab, const Choosing& choosing);

}  // namespace theta
