// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify.h"

#include "app/offscreen.h"
#include "app/open_file.h"
#include "app/save_file.h"
#include "core/labs/all.h"
#include "core/model/json_difference.h"
#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "ui/export/embedded_state.h"
#include "ui/export/png_text.h"

#include <QImage>

#include <algorithm>
#include <string>
#include <string_view>

namespace theta {
namespace {

/// The line a place in a text stands in.
std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).rfind('\n');
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

/// About so many bytes of a line from shortly before a place on, in whole characters.
std::string excerpt(std::string_view line, std::size_t at) {
  constexpr std::size_t before = 30, longest = 70;
  const auto starts_character = [&](std::size_t i) {
    return (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80;
  };
  std::size_t begin = std::min(at, line.size()) > before ? std::min(at, line.size()) - before : 0;
  while (begin > 0 && begin < line.size() && !starts_character(begin)) --begin;
  std::size_t end = std::min(begin + longest, line.size());
  while (end < line.size() && !starts_character(end)) ++end;
  std::string words(line.substr(begin, end - begin));
  std::ranges::replace_if(
      words, [](unsigned char c) { return c < ' '; }, ' ');
  return "“" + std::string(begin > 0 ? "…" : "") + words + (end < line.size() ? "…”" : "”");
}

/// The first line in which two texts differ, counted from 1, and what stands in it.
std::string line_that_differs(std::string_view is, std::string_view should) {
  const auto [here, there] = std::ranges::mismatch(is, should);
  const auto at = static_cast<std::size_t>(here - is.begin());
  const auto number = 1 + std::count(is.begin(), here, '\n');
  const std::size_t before = is.substr(0, at).rfind('\n');
  const std::size_t column = before == is.npos ? at : at - before - 1;
  return "line " + std::to_string(number) + " is " + excerpt(line_around(is, at), column) + " instead of " +
         excerpt(line_around(should, at), column);
}

std::string content_that_differs(const std::string& is, const std::string& should) {
  const auto read = [](const std::string& text) {
    return parse_ordered_json(text, "figure", say("a figure exported by Thetalab"), {.bytes = 256u << 20});
  };
  const std::string place = json_difference(read(is), read(should));
  return place.empty() ? "the content is the same, it is written otherwise" : place;
}

std::string pixels_that_differ(const std::string& is, const std::string& should) {
  if (!is_whole_png(QByteArray::fromStdString(is))) return "the file is cut short or damaged";
  const QImage before =
                   QImage::fromData(QByteArray::fromStdString(is)).convertToFormat(QImage::Format_ARGB32),
               after =
                   QImage::fromData(QByteArray::fromStdString(should)).convertToFormat(QImage::Format_ARGB32);
  if (before.isNull()) return "the picture cannot be read";
  if (before.size() != after.size()) return "its size differs";
  std::int64_t count = 0;
  for (int y = 0; y < before.height(); ++y)
    for (int x = 0; x < before.width(); ++x) count += before.pixel(x, y) != after.pixel(x, y);
  if (count == 0) return "the pixels are the same, what stands beside them differs";
  return std::to_string(count) + " of " + std::to_string(std::int64_t{before.width()} * before.height()) +
         " pixels differ";
}

std::string difference(const std::string& is, const std::string& should, FileFormat format) {
  if (format == FileFormat::png) return pixels_that_differ(is, should);
  if (format == FileFormat::pdf)
    return is.size() == should.size() ? "what is drawn differs" : "what is drawn differs, in its length too";
  return format == FileFormat::json ? content_that_differs(is, should) : line_that_differs(is, should);
}

}  // namespace

int run_verify(const Verify& verify) {
  const std::string bytes = read_figure_file(verify.figure);
  const std::optional<FileFormat> format = format_of_figure(bytes);
  if (!format)
    throw InputError(Problem{verify.figure.string(), say("a file of another kind, or one without a state,"),
                             say("a figure exported by Thetalab with its state: {}", format_names())});
  const FigureState figure =
      read_figure_state(all_labs(), embedded_state(bytes, *format, verify.figure.string()));
  const Origin origin{.lab = find_lab(figure.state.lab),
                      .state = figure.state,
                      .version = THETA_VERSION,
                      .model = figure.model,
                      .sweep = figure.sweep};
  const Offscreen offscreen;
  const std::string again = figure_file(origin, *format, figure.sheet);
  if (again == bytes) {
    write_stdout("identical\n");
    return 0;
  }
  std::string what = difference(bytes, again, *format);
  if (!figure.program.empty() && figure.program != origin.version)
    what += "; it was drawn by version " + figure.program + ", this is " + origin.version;
  write_stdout("differs: " + what + "\n");
  return figure_differs;
}

}  // namespace theta
