// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds damaged figures to what opens them: `fuzz_figures [how many [seed]]`. Each must give a state that
// comes back from what is written of it, or be refused with a reason; within a second.
#include "app/offscreen.h"
#include "app/pdf_content.h"
#include "core/labs/all.h"
#include "tests/fuzz/fuzz.h"
#include "ui/export/embedded_state.h"
#include "ui/export/figure_file.h"
#include "ui/export/png_text.h"

#include <QtEndian>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <zlib.h>

namespace theta {
namespace {

struct WholeFigure {
  FileFormat kind;
  std::string bytes;
  /// The file around another state, of which nothing else knows that it is damaged.
  std::function<std::string(const std::string&)> around = {};
};

Origin origin() {
  const Lab& lab = all_labs().front();
  return {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "1.2.3"};
}

std::string packed(const std::string& bytes) {
  return qCompress(QByteArray::fromStdString(bytes)).mid(4).toStdString();  // after their length
}

/// A picture whose state another program has packed.
std::string picture_with_packed(const std::string& picture, const std::string& state) {
  const auto number = [](std::uint32_t value) {
    std::string bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
  };
  const std::string body = std::string("zTXt") + png_state_key + std::string(2, '\0') + packed(state);
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  std::string chunk =
      number(static_cast<std::uint32_t>(body.size() - 4)) + body + number(static_cast<std::uint32_t>(sum));
  return std::string(picture).insert(picture.size() - 12, chunk);  // before its last chunk
}

std::string packed_stream(int number, const std::string& entries, const std::string& content) {
  const std::string bytes = packed(content);
  return std::to_string(number) + " 0 obj\n<< " + entries + " /Filter /FlateDecode /Length " +
         std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream\nendobj\n";
}

/// A PDF as qpdf writes it: the state packed, objects in an object stream. What is damaged may be any of it.
std::string packed_pdf(const std::string& state) {
  const std::string objects =
      "<< /Type /Catalog /Pages 2 0 R >><< /Type /Pages /Kids [ 3 0 R ] >><< /Type /Page /Contents 6 0 R "
      "/MediaBox [ 0 0 85 57 ] >>";
  return "%PDF-1.5\n" +
         packed_stream(5, "/Type /ObjStm /N 3 /First 15", "1 0 2 33 3 67  " + objects + state.substr(0, 99)) +
         packed_stream(6, "", "BT\n/F1 9 Tf\n1 2 Td <0001> Tj\nET\n") +
         packed_stream(7, "/Type /EmbeddedFile", state) +
         "8 0 obj\n<< /Type /XRef /Info 1 0 R /Root 1 0 R >>\nendobj\nstartxref\n9\n%%EOF\n";
}

/// As an editor saves a text.
std::string saved_elsewhere(const std::string& text) {
  std::string other = "\xEF\xBB\xBF";
  for (const char c : text) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return other;
}

/// As a picture that was made to be opened: its check sum is right, whatever it carries.
std::string picture_with(const std::string& picture, const std::string& state) {
  return with_png_text(QByteArray::fromStdString(picture), png_state_key, QByteArray::fromStdString(state))
      .toStdString();
}

std::vector<WholeFigure> whole_figures() {
  const Offscreen offscreen;
  Figure figure{.title = "A slope"};
  figure.panels = {{.id = "slope", .layers = {Curve{.mark = {.id = "line"}, .x = {0, 1}, .y = {0, 1}}}}};
  const Sheet sheet{.width = 30, .height = 20, .dpi = 50};
  Sheet blind = sheet;
  blind.state = false;
  const auto file = [&](FileFormat format) { return figure_file(figure, origin(), format, sheet); };
  const std::string png = figure_file(figure, origin(), FileFormat::png, blind);
  const std::string state = write_figure_state(*origin().lab, {origin().state, sheet, "1.2.3"});
  const auto in_picture = [png](const std::string& carried) { return picture_with(png, carried); };
  const auto in_packed = [png](const std::string& carried) { return picture_with_packed(png, carried); };
  return {{FileFormat::png, in_picture(state), in_picture},
          {FileFormat::png, in_packed(state), in_packed},
          {FileFormat::svg, file(FileFormat::svg)},
          {FileFormat::svg, saved_elsewhere(file(FileFormat::svg))},
          {FileFormat::pdf, file(FileFormat::pdf)},
          {FileFormat::pdf, packed_pdf(state), packed_pdf},
          {FileFormat::csv, file(FileFormat::csv)},
          {FileFormat::csv, saved_elsewhere(file(FileFormat::csv))},
          {FileFormat::json, file(FileFormat::json)},
          {FileFormat::json, saved_elsewhere(file(FileFormat::json))},
          {FileFormat::json, write_state(*origin().lab, origin().state)},
          {FileFormat::tex, "% state: " + state + "\n"}};
}

void damage_figure(std::string& bytes, Random& random) {
  static const std::vector<std::string> pieces = {"{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  "\"",
                                                  ",",
                                                  ":",
                                                  "null",
                                                  "-",
                                                  "1e999",
                                                  "0",
                                                  "\\u0000",
                                                  "\\ud800",
                                                  "\xff",
                                                  "θ",
                                                  "[[[[[[[[[[[[[[[[",
                                                  "1e308",
                                                  "<",
                                                  ">",
                                                  "&lt;",
                                                  "&#0;",
                                                  "&a;",
                                                  "<metadata>",
                                                  "</metadata>",
                                                  "<svg>",
                                                  "<![CDATA[",
                                                  "]]>",
                                                  "<!--",
                                                  "<!DOCTYPE a [<!ENTITY a \"b\">]>",
                                                  "stream\n",
                                                  "\nendstream",
                                                  "/Type /EmbeddedFile\n",
                                                  "/Type /ObjStm /N 9 /First 9 ",
                                                  "/Filter /FlateDecode ",
                                                  "/Length 4294967295 ",
                                                  "1 0 obj<<",
                                                  " 0 obj ",
                                                  "/Kids [ 3 0 R 2 0 R ]",
                                                  "zTXtthetalab",
                                                  ">>",
                                                  "iTXt",
                                                  "iTXtthetalab",
                                                  std::string("\0\0\0\0", 4),
                                                  "\xff\xff\xff\xff",
                                                  "\n",
                                                  "# state: ",
                                                  "% state: ",
                                                  "{\"state\":",
                                                  "\"format\":\"thetalab\"",
                                                  "\"sheet\":{",
                                                  "\"panels\":[",
                                                  "\"dpi\":1000000,"};
  damage(bytes, pieces, random);
}

/// Half of the wounds lie in the state, which is little of a file.
std::string damaged_figure(const WholeFigure& whole, Random& random) {
  std::string bytes = whole.bytes, state = embedded_state(bytes, whole.kind);
  const std::size_t wounds = 1 + below(random, 6), at = bytes.find("format"), length = state.size();
  const bool in_state = below(random, 2) == 0 && (whole.around || at != bytes.npos);
  if (!whole.around && in_state) state = bytes.substr(at, length);
  for (std::size_t i = 0; i < wounds; ++i) damage_figure(in_state ? state : bytes, random);
  if (!in_state) return bytes;
  return whole.around ? whole.around(state) : bytes.replace(at, length, state);
}

void open_figure(const std::string& bytes, FileFormat kind) {
  try {
    const FigureState figure = read_figure_state(all_labs(), embedded_state(bytes, kind));
    const std::string written = write_figure_state(*find_lab(figure.state.lab), figure);
    expect(read_figure_state(all_labs(), written) == figure, "written and read again, it is another");
  } catch (const InputError& error) {
    expect_reason(error);
  }
}

}  // namespace
}  // namespace theta

int main(int argc, char** argv) {
  using namespace theta;
  const std::vector<WholeFigure> figures = whole_figures();
  return fuzz(argc, argv, [&](Random& random) {
    const WholeFigure& whole = figures[below(random, figures.size())];
    const std::string bytes = damaged_figure(whole, random);
    return Trial{bytes, [bytes, meant = whole.kind] {
                   const std::optional<FileFormat> kind = format_of_figure(bytes);
                   if (kind) open_figure(bytes, *kind);
                   if (kind != meant) open_figure(bytes, meant);
                   if (meant == FileFormat::pdf) pdf_content(QByteArray::fromStdString(bytes));  // as verify
                 }};
  });
}
