// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

namespace theta {

/// What a model's config.json says about the lab `rope`, a variant for each kind of layer. Throws InputError,
/// also where the model lies outside the lab's ranges.
Imported import_rope(const std::filesystem::path& path);

}  // namespace theta
