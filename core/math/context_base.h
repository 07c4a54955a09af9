// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <stop_token>

namespace theta {

// A base supports a context of L tokens where C(s) = Σ_i cos(s·base^(−2i/d)) ≥ 0 for all s < L: a query then
// scores its like no lower than chance at any distance. Men et al., Base of RoPE Bounds Context Length, 2024.

/// The first whole distance below `limit` at which Σ_i cos(s·frequencies[i]) is negative; none where there is
/// none, or once `stop` is requested.
std::optional<std::int64_t> first_negative(const Eigen::ArrayXd& frequencies, std::int64_t limit,
                                           const std::stop_token& stop = {});

/// The least base from `low` to `high`, in steps of the factor 1 + `step`, that supports `context`. The bases
/// that do have gaps, so all are tried; one that lies between two steps is not seen. None where none does, or
/// once `stop` is requested.
std::optional<double> least_base(int rotary_dimensions, std::int64_t context, double low, double high,
                                 double step, const std::stop_token& stop = {});

}  // namespace theta
