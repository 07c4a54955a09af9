// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/row.h"

namespace theta {

/// The row that suits a field's kind; it belongs to the parent.
ParameterRow* make_row(const Field& field, ParameterRow::Check check, QWidget* parent);

}  // namespace theta
