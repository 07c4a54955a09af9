// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

namespace theta {

/// A figure for paper: without the layers and handles that are there for the hand alone.
Figure without_controls(Figure figure);

}  // namespace theta
