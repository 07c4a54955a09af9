// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/settings_of_format.h"

#include "core/model/problem.h"

#include <algorithm>
#include <map>
#include <string>

namespace theta {
namespace {

using Formats = std::vector<FileFormat>;

const std::map<std::string, Formats, std::less<>>& table() {
  using enum FileFormat;
  static const Formats all(file_formats.begin(), file_formats.end()), painted = {png, svg, pdf, tex};
  static const std::map<std::string, Formats, std::less<>> formats = {
      {id_of(&Sheet::width), painted},       {id_of(&Sheet::height), painted},
      {id_of(&Sheet::columns), painted},     {id_of(&Sheet::family), painted},
      {id_of(&Sheet::font_size), painted},   {id_of(&Sheet::line_width), painted},
      {id_of(&Sheet::theme), painted},       {id_of(&Sheet::text), {svg, pdf}},
      {id_of(&Sheet::dpi), {png, svg, pdf}}, {id_of(&Sheet::transparent), painted},
      {id_of(&Sheet::numbers), {csv}},       {id_of(&Sheet::build_up), {pdf}},
      {id_of(&Sheet::state), all},
  };
  return formats;
}

/// "--build-up"
std::string option_of(std::string id) {
  std::ranges::replace(id, '_', '-');
  return "--" + id;
}

}  // namespace

const std::vector<FileFormat>& formats_of_setting(std::string_view id) { return table().find(id)->second; }

bool has_setting(FileFormat format, std::string_view id) {
  return std::ranges::count(formats_of_setting(id), format) > 0;
}

void check_settings(const Sheet& sheet, FileFormat format) {
  const std::vector<Field> described = fields<Sheet>();
  const Values values = to_values(sheet);
  for (std::size_t i = 0; i < described.size(); ++i) {
    const std::string& id = described[i].name.id;
    const std::vector<FileFormat>& formats = formats_of_setting(id);
    if (formats.size() > 1 || formats.front() == format || values[i] == described[i].initial) continue;
    throw InputError(
        Problem{option_of(id), verbatim(format_name(format)), verbatim(format_name(formats.front()))});
  }
}

}  // namespace theta
