// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace theta {

/// By what part a base grows from step to step of the search; none where context times pairs is beyond 64
/// million, and nothing is searched for.
std::optional<double> least_base_step(int rotary_dimensions, std::int64_t context);

/// Remembers the least base that supports a context, by rotary dimensions and context, so that it is searched
/// for once however often it is asked for. Any thread may ask.
class LeastBaseMemo {
 public:
  struct Answer {
    std::optional<double> base = {};  ///< none up to a base of 10⁹
    bool known = false;               ///< false in a quick pass that did not search, and where it was stopped
  };
  Answer at(int rotary_dimensions, std::int64_t context, const Pass& pass);

 private:
  std::mutex mutex_;
  std::map<std::pair<int, std::int64_t>, std::optional<double>> found_;
};

}  // namespace theta
