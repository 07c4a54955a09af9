// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "core/model/sheet.h"
#include "core/model/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// One parameter at several values, as the command line has it: what follows `--vary`, and the panel that
/// follows `--grid`; empty where the values' curves are laid over each other.
struct SweepOf {
  std::string vary, grid;
  bool operator==(const SweepOf&) const = default;
};

/// What a figure's file carries: with it the same file can be written again.
struct FigureState {
  State state;
  Sheet sheet;
  std::string program;  ///< the version that wrote it
  std::optional<ModelOrigin> model = {};
  std::optional<SweepOf> sweep = {};
  bool operator==(const FigureState&) const = default;
};

/// A state as write_state gives it, on one line of ASCII, with the sheet and the program's version.
std::string write_figure_state(const Lab& lab, const FigureState& figure);

/// Throws InputError. A state that was saved without a sheet has the usual one.
FigureState read_figure_state(const std::vector<Lab>& labs, std::string_view text);

}  // namespace theta
