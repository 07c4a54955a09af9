// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/provenance.h"

#include "core/model/number.h"
#include "core/model/tex.h"
#include "core/model/value_text.h"
#include "core/model/vary.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>

namespace theta {
namespace {

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

/// A word as a shell takes it, so that the settings can be handed to the command line again.
std::string shell_word(const std::string& word) {
  constexpr std::string_view safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.,:+-=^/";
  if (word.find_first_not_of(safe) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

std::string unit_of(const Field& field) {
  if (const auto* real = std::get_if<Real>(&field.kind)) return real->unit;
  if (const auto* integer = std::get_if<Integer>(&field.kind)) return integer->unit;
  return {};
}

std::string words_on_line(const Text& text) { return one_line(plain_words(text)); }

std::vector<std::string> provenance(const Figure& figure, const Origin& origin) {
  const Lab& lab = *origin.lab;
  std::vector<std::string> lines = {"thetalab " + origin.version, "lab: " + lab.id,
                                    "title: " + words_on_line(figure.title)};
  if (!figure.description.empty()) lines.push_back("description: " + words_on_line(figure.description));
  if (origin.model) lines.push_back("model: " + words_on_line(origin.model->name));
  std::string units;
  const auto add_unit = [&](const Field& field) {
    if (const std::string unit = unit_of(field); !unit.empty())
      units += (units.empty() ? "units: " : ", ") + field.name.id + " in " + unit;
  };
  const std::vector<Values> drawn_at = values_drawn(origin);
  const std::size_t varied =
      origin.sweep ? parse_variation(lab.fields, origin.sweep->vary).field : lab.fields.size();
  for (std::size_t i = 0; i < lab.fields.size(); ++i) {
    const Field& field = lab.fields[i];
    if (i == varied) continue;
    if (!applies_to_any(field, drawn_at)) continue;  // it would be refused when set
    const std::string setting = field.name.id + "=" + value_text(field, origin.state.values[i]);
    lines.push_back("--set " + shell_word(one_line(setting)));
    add_unit(field);
  }
  if (origin.sweep) {
    lines.push_back("--vary " + shell_word(one_line(origin.sweep->vary)));
    add_unit(lab.fields[varied]);
  }
  if (origin.sweep && !origin.sweep->grid.empty()) lines.push_back("--grid " + origin.sweep->grid);
  if (!units.empty()) lines.push_back(units);
  for (const Reading& reading : figure.readings) {
    const std::string value = std::isfinite(reading.value) ? exact(reading.value) : "none";
    lines.push_back("reading " + reading.id + ": " + value +
                    (reading.unit.empty() ? "" : " " + reading.unit));
  }
  return lines;
}

std::string comments(const std::vector<std::string>& lines, const std::string& start) {
  std::string text;
  for (const std::string& line : lines) text += start + " " + line + "\n";
  return text;
}

}  // namespace theta
