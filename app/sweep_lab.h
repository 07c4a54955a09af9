// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/origin.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace theta {

/// The sweep of one number, at `varied`, as a lab of its own: its parameters are which values are shown and
/// how they stand, its figure is the sweep's. One that cannot be has no panels, and its remark says why.
/// `present`: the figure at the present values, whose panels may stand side by side.
Lab sweep_lab(const Origin& origin, std::size_t varied, const Figure& present);

/// What the parameters of such a lab say, as the command line has it.
SweepOf sweep_of(const Field& varied, const std::vector<Field>& fields, const Values& values);

/// The parameters of such a lab that say what a command line said; none where they cannot: it is of another
/// kind of parameter or of more values, or makes no sense.
std::optional<Values> values_of_sweep(const Lab& sweep, const SweepOf& said);

/// The parameters of another number's sweep, which stands as this one does.
Values with_arrangement(Values values, const Values& arranged);

/// Whether some curve stands once a value, where the values are laid over each other.
bool shows_each_value(const Figure& sweep);

}  // namespace theta
