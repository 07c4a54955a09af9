// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"
#include "core/model/value.h"

#include <cassert>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// A struct of parameters names each of them once:
//
//   struct Rope {
//     double base = 10'000;
//     static void describe(auto&& field) {
//       field(&Rope::base, Name{.id = "base", …}, Real{.low = 100, .high = 1e8, .scale = Scale::log});
//     }
//   };
//
// and what stands here turns it into plain data and back.

namespace theta {

/// What a field may add to its name and kind, in terms of the typed parameters.
template <class Parameters>
struct Rules {
  bool (*applies)(const Parameters&) = nullptr;
  Limits (*limits)(const Parameters&) = nullptr;
  bool fills = false;
  bool stays = false;
  double (*usual)(const Parameters&) = nullptr;
};

template <class Member>
struct Codec;

template <>
struct Codec<double> {
  static Value value(double member) { return member; }
  static double member(const Value& value) { return std::get<double>(value); }
};

template <class Member>
requires(std::is_same_v<Member, int> || std::is_same_v<Member, std::int64_t>) struct Codec<Member> {
  static Value value(Member member) { return std::int64_t{member}; }
  static Member member(const Value& value) { return static_cast<Member>(std::get<std::int64_t>(value)); }
};

template <class Member>
requires(std::is_same_v<Member, bool> || std::is_same_v<Member, std::vector<double>> ||
         std::is_same_v<Member, Point> || std::is_same_v<Member, Seed> ||
         std::is_same_v<Member, Formula>) struct Codec<Member> {
  static Value value(const Member& member) { return member; }
  static const Member& member(const Value& value) { return std::get<Member>(value); }
};

template <class Member>
requires std::is_enum_v<Member>
struct Codec<Member> {
  static Value value(Member member) { return Option{static_cast<std::size_t>(member)}; }
  static Member member(const Value& value) { return static_cast<Member>(std::get<Option>(value).index); }
};

template <class Member>
requires std::is_enum_v<Member>
struct Codec<std::vector<Member>> {
  static Value value(const std::vector<Member>& members) {
    Options options;
    for (const Member member : members) options.indices.push_back(static_cast<std::size_t>(member));
    return options;
  }
  static std::vector<Member> member(const Value& value) {
    std::vector<Member> members;
    for (const std::size_t index : std::get<Options>(value).indices)
      members.push_back(static_cast<Member>(index));
    return members;
  }
};

template <class Parameters>
Values to_values(const Parameters& parameters) {
  Values values;
  Parameters::describe([&]<class Member>(Member Parameters::*member, const auto&...) {
    values.push_back(Codec<Member>::value(parameters.*member));
  });
  return values;
}

template <class Parameters>
Parameters from_values(const Values& values) {
  Parameters parameters;
  std::size_t next = 0;
  Parameters::describe([&]<class Member>(Member Parameters::*member, const auto&...) {
    parameters.*member = Codec<Member>::member(values.at(next++));
  });
  return parameters;
}

/// Column by column, so that a thousand rows describe themselves once.
template <class Record>
requires std::is_class_v<Record>
struct Codec<std::vector<Record>> {
  static Value value(const std::vector<Record>& records) {
    std::vector<Row> rows(records.size());
    Record::describe([&]<class Member>(Member Record::*member, const auto&...) {
      for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].cells.push_back(Codec<Member>::value(records[i].*member));
    });
    return rows;
  }
  static std::vector<Record> member(const Value& value) {
    const auto& rows = std::get<std::vector<Row>>(value);
    std::vector<Record> records(rows.size());
    std::size_t cell = 0;
    Record::describe([&]<class Member>(Member Record::*member, const auto&...) {
      for (std::size_t i = 0; i < rows.size(); ++i)
        records[i].*member = Codec<Member>::member(rows[i].cells.at(cell));
      ++cell;
    });
    return records;
  }
};

/// The fields of a struct of parameters, as plain data.
template <class Parameters>
std::vector<Field> fields() {
  std::vector<Field> all;
  const Values initial = to_values(Parameters{});
  const auto add = [&](auto, Name name, Kind kind, Rules<Parameters> rules = {}) {
    if (name.group.empty() && !all.empty()) name.group = all.back().name.group;
    Field field{.name = std::move(name), .kind = std::move(kind), .initial = initial[all.size()]};
    if (rules.applies)
      field.applies = [rule = rules.applies](const Values& values) {
        return rule(from_values<Parameters>(values));
      };
    if (rules.limits)
      field.limits = [rule = rules.limits](const Values& values) {
        return rule(from_values<Parameters>(values));
      };
    field.fills = rules.fills;
    field.stays = rules.stays;
    if (rules.usual)
      field.usual = [rule = rules.usual](const Values& values) {
        return rule(from_values<Parameters>(values));
      };
    all.push_back(std::move(field));
  };
  Parameters::describe(add);
  return all;
}

/// The id under which `describe` names a member, for what refers to a parameter: a handle, a preset.
template <class Parameters, class Member>
std::string id_of(Member Parameters::*wanted) {
  std::string id;
  Parameters::describe([&]<class Other>(Other Parameters::*member, const Name& name, const auto&...) {
    if constexpr (std::is_same_v<Member, Other>) {
      if (member == wanted) id = name.id;
    }
  });
  assert(!id.empty());
  return id;
}

}  // namespace theta
