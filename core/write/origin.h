// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "core/model/state.h"

#include <optional>
#include <string>

namespace theta {

/// The published model a figure's parameters were read from.
struct ModelOrigin {
  Text name;
  Imported::Variant variant;
};

/// What a figure was drawn from: with it the figure can be drawn again.
struct Origin {
  const Lab* lab = nullptr;
  State state;
  std::string version;  ///< of the program
  std::optional<ModelOrigin> model = {};
};

}  // namespace theta
