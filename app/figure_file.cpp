// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_file.h"

#include "core/write/figure_csv.h"
#include "core/write/figure_json.h"
#include "ui/export.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QSizeF>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace theta {
namespace {

constexpr std::array<std::pair<std::string_view, FileFormat>, 5> names = {{{"png", FileFormat::png},
                                                                           {"svg", FileFormat::svg},
                                                                           {"pdf", FileFormat::pdf},
                                                                           {"csv", FileFormat::csv},
                                                                           {"json", FileFormat::json}}};

}  // namespace

std::optional<FileFormat> file_format(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto found = std::ranges::find(names, lower, [](const auto& each) { return each.first; });
  if (found == names.end()) return {};
  return found->second;
}

std::string format_name(FileFormat format) {
  return std::string(std::ranges::find(names, format, [](const auto& each) { return each.second; })->first);
}

bool is_painted(FileFormat format) { return format != FileFormat::csv && format != FileFormat::json; }

std::string figure_file(const Origin& origin, FileFormat format, const Look& look) {
  const Figure figure = origin.lab->draw(origin.state.values, {});
  const Theme theme = look.dark ? dark_theme() : light_theme();
  const QSizeF size(look.width, look.height);
  switch (format) {
    case FileFormat::png:
      return figure_png(figure, theme, size, 1).toStdString();
    case FileFormat::svg:
      return figure_svg(figure, theme, size).toStdString();
    case FileFormat::pdf:
      return figure_pdf(figure, theme, size).toStdString();
    case FileFormat::csv:
      return write_figure_csv(figure, origin);
    case FileFormat::json:
      return write_figure_json(figure, origin);
  }
  return {};
}

}  // namespace theta
