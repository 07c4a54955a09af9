// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify.h"

#include "app/complain.h"
#include "app/offscreen.h"
#include "app/open_file.h"
#include "app/pdf_difference.h"
#include "app/picture_difference.h"
#include "app/save_file.h"
#include "app/text_difference.h"
#include "core/labs/all.h"
#include "core/model/json_difference.h"
#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "ui/export/embedded_state.h"

#include <string>
#include <string_view>

namespace theta {
namespace {

constexpr const char* written_otherwise = "the content is the same, it is written otherwise";

std::string content_that_differs(const std::string& is, const std::string& should) {
  const auto read = [](const std::string& text) {
    return parse_ordered_json(text, "figure", say("a figure exported by Thetalab"), {.bytes = 256u << 20});
  };
  const std::string place = json_difference(read(is), read(should));
  return place.empty() ? written_otherwise : place;
}

std::string difference(const std::string& is, const std::string& should, FileFormat format) {
  switch (format) {
    case FileFormat::png:
      return picture_difference(is, should);
    case FileFormat::pdf:
      return pdf_difference(is, should);
    case FileFormat::json:
      return content_that_differs(is, should);
    case FileFormat::svg:
      if (says_the_same_in_xml(is, should)) return written_otherwise;
      break;
    case FileFormat::csv:
    case FileFormat::tex:
      break;
  }
  return line_that_differs(is, should);
}

/// A text as Thetalab writes it, without what editors and version control do to the ends of lines.
std::string with_own_line_ends(std::string_view text) {
  std::string own(without_byte_order_mark(text));
  for (std::size_t at = own.find("\r\n"); at != own.npos; at = own.find("\r\n", at)) own.erase(at, 1);
  return own;
}

}  // namespace

int run_verify(const Verify& verify) {
  const std::string bytes = read_figure_file(verify.figure);
  const std::optional<FileFormat> format = format_of_figure(bytes);
  if (!format) throw InputError(without_state(verify.figure.string()));
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
  const bool is_text = *format != FileFormat::png && *format != FileFormat::pdf;
  const std::string text = is_text ? with_own_line_ends(bytes) : bytes;
  if (text == again) {
    write_stdout("identical, but for the ends of its lines or a byte order mark\n");
    return 0;
  }
  std::string what = difference(text, again, *format);
  if (!figure.program.empty() && figure.program != origin.version)
    what += "; it was drawn by version " + figure.program + ", this is " + origin.version;
  write_stdout("differs: " + in_one_line(what) + "\n");
  return figure_differs;
}

}  // namespace theta
