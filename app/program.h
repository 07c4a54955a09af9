// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// Runs the program and returns its exit code: 0 done, 2 bad usage or input, 3 could not write; after 2 and 3
/// one line on stderr says why.
int run_program(int argc, char** argv);

}  // namespace theta
