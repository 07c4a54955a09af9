// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

namespace theta {

/// How many there are, in the grammar of one or of several: counted(rows, "{} row", "{} rows") is "1 row" or
/// "0 rows". Both are messages, so that a language with other forms has its own.
Text counted(const Argument& count, const char* one, const char* several);

/// A list of so many, which is one thing and takes "was": a_list_of(counted(rows, "{} row", "{} rows")).
Text a_list_of(const Text& elements);

}  // namespace theta
