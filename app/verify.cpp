// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify.h"

#include "app/offscreen.h"
#include "app/open_file.h"
#include "app/save_file.h"
#include "core/labs/all.h"
#include "core/model/problem.h"
#include "ui/export/embedded_state.h"

#include <QImage>

#include <algorithm>
#include <string>
#include <string_view>

namespace theta {
namespace {

/// The first line in which two texts differ, counted from 1.
std::string line_that_differs(std::string_view is, std::string_view should) {
  const auto [here, there] = std::ranges::mismatch(is, should);
  const auto line = 1 + std::count(is.begin(), here, '\n');
  return "line " + std::to_string(line) + " differs";
}

std::string pixels_that_differ(const std::string& is, const std::string& should) {
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
  return line_that_differs(is, should);
}

}  // namespace

int run_verify(const Verify& verify) {
  const std::string bytes = read_figure_file(verify.figure);
  const std::optional<FileFormat> format = format_of_figure(bytes);
  if (!format)
    throw InputError(Problem{verify.figure.string(), say("a file of another kind, or one without a state,"),
                             say("a figure exported by Thetalab with its state: {}", format_names())});
  const FigureState figure = read_figure_state(all_labs(), embedded_state(bytes, *format));
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
