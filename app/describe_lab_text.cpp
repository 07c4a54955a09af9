// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe_lab.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace theta {
namespace {

using Json = nlohmann::ordered_json;

/// A word filled up with spaces; ids are ASCII, so a byte is a column.
std::string padded(std::string word, std::size_t width) {
  word.resize(std::max(word.size(), width), ' ');
  return word;
}

std::size_t widest_id(const Json& things) {
  std::size_t width = 0;
  for (const Json& thing : things) width = std::max(width, thing["id"].get_ref<const std::string&>().size());
  return width;
}

std::string word(const Json& thing, const char* member) { return thing[member].get<std::string>(); }

/// "  base  Base: The larger, …" and below it kind, what is allowed, default.
std::string parameter_text(const Json& parameter, std::size_t width) {
  const std::string symbol = word(parameter, "symbol"), unit = word(parameter, "unit");
  std::string text = "  " + padded(word(parameter, "id"), width) + "  " + word(parameter, "label");
  if (!symbol.empty()) text += " (" + symbol + ")";
  text += ": " + word(parameter, "help") + "\n";
  text += "  " + std::string(width, ' ') + "  " + word(parameter, "kind") + ", " + word(parameter, "allowed");
  if (!unit.empty()) text += " " + unit;
  text += "; default " + parameter["default"].dump();
  if (!parameter["applies"].get<bool>()) text += "; applies only with some values of others";
  return text + "\n";
}

std::string parameters_text(const Json& parameters) {
  const std::size_t width = widest_id(parameters);
  std::string text, group;
  for (const Json& parameter : parameters) {
    if (word(parameter, "group") != group || text.empty()) {
      group = word(parameter, "group");
      text += "\nParameters" + (group.empty() ? "" : ": " + group) + "\n";
    }
    text += parameter_text(parameter, width);
  }
  return text;
}

}  // namespace

std::string labs_text(const std::vector<Lab>& labs) {
  const Json all = labs_json(labs);
  const std::size_t width = widest_id(all);
  std::string text;
  for (const Json& lab : all)
    text += padded(word(lab, "id"), width) + "  " + word(lab, "name") + ": " + word(lab, "summary") + "\n";
  return text;
}

std::string lab_text(const Lab& lab) {
  const Json json = lab_json(lab);
  std::string text = word(json, "id") + ": " + word(json, "name") + "\n" + word(json, "summary") + "\n";
  if (!word(json, "source").empty()) text += "Source: " + word(json, "source") + "\n";
  text += parameters_text(json["parameters"]);
  text += "\nPresets\n";
  for (const Json& preset : json["presets"])
    text += "  " + padded(word(preset, "id"), widest_id(json["presets"])) + "  " + word(preset, "name") +
            ": " + word(preset, "look_for") + "\n";
  text += "\nReadings\n";
  for (const Json& reading : json["readings"]) {
    const std::string unit = word(reading, "unit");
    text += "  " + padded(word(reading, "id"), widest_id(json["readings"])) + "  " + word(reading, "label") +
            (unit.empty() ? "" : ", " + unit) + "\n";
  }
  text += "\nPanels and their layers\n";
  for (const Json& panel : json["panels"]) {
    text += "  " + word(panel, "id") + ":";
    for (const Json& layer : panel["layers"]) text += " " + word(layer, "id");
    text += "\n";
  }
  return text;
}

}  // namespace theta
