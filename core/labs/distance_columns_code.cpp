// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/distance_columns_code.h"

namespace theta {

std::string distance_columns_code(bool logarithmic) {
  return std::string(R"(

def columns_of(limit, count):
    """The first distances of columns of one )") +
         (logarithmic ? "ratio" : "width") + R"(, none empty, and the end of the last."""
    starts, end = [0], limit + 1
    while len(starts) < count and starts[-1] < end:
        start = )" +
         (logarithmic ? "float(end) ** ((len(starts) - 1) / (count - 1.0))"
                      : "float(end) * len(starts) / count") +
         R"(
        starts.append(min(max(math.ceil(start), starts[-1] + 1), end))
    return starts if starts[-1] == end else starts + [end]


def samples(starts, each):
    """Distances spread over each column, moved by parts of a stretch that no period repeats."""
    distances = []
    for first, end in zip(starts, starts[1:]):
        for n in range(each):
            within = len(distances) * ((1 + math.sqrt(5)) / 2 - 1) % 1 if end - first > each else 0
            distances.append(float(math.floor(first + (n + within) * ((end - first) / each))))
    return distances

)";
}

}  // namespace theta
