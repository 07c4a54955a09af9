// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/file_format.h"

#include <algorithm>
#include <cctype>

namespace theta {
namespace {

constexpr std::array<std::string_view, file_formats.size()> names = {"png", "svg", "pdf",
                                                                     "tex", "csv", "json"};

}  // namespace

std::optional<FileFormat> file_format(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto found = std::ranges::find(names, lower);
  if (found == names.end()) return {};
  return file_formats[static_cast<std::size_t>(found - names.begin())];
}

std::string format_name(FileFormat format) { return std::string(names[static_cast<std::size_t>(format)]); }

bool is_painted(FileFormat format) { return format != FileFormat::csv && format != FileFormat::json; }

std::string format_names() {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

}  // namespace theta
