// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace theta {

/// A point or vector in the plane.
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

/// What a random content is drawn from; the same seed gives the same content on every machine.
struct Seed {
  std::uint64_t number = 0;
  bool operator==(const Seed&) const = default;
};

/// A formula the user types.
struct Formula {
  std::string text;
  bool operator==(const Formula&) const = default;
};

/// One of a choice's options, by its place in the list.
struct Option {
  std::size_t index = 0;
  bool operator==(const Option&) const = default;
};

/// Any of a list's options, by their places, ascending and without repetition.
struct Options {
  std::vector<std::size_t> indices;
  bool operator==(const Options&) const = default;
};

struct Row;

/// A parameter's value, whatever its kind.
using Value = std::variant<double, std::int64_t, bool, Option, Options, std::vector<double>, Point, Seed,
                           Formula, std::vector<Row>>;

/// One small record of a list of rows: its cells in the order of its fields.
struct Row {
  std::vector<Value> cells;
};
bool operator==(const Row& left, const Row& right);

/// The values of a lab's parameters, in the order of its fields.
using Values = std::vector<Value>;

}  // namespace theta
