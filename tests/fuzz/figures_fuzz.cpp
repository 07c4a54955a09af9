// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds damaged figures to what opens them: `fuzz_figures [how many [seed]]`. Each must give a state that
// comes back from what is written of it, or be refused with a reason; within a second.
#include "app/offscreen.h"
#include "core/labs/all.h"
#include "tests/fuzz/fuzz.h"
#include "ui/export/embedded_state.h"
#include "ui/export/figure_file.h"
#include "ui/export/png_text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace theta {
namespace {

struct WholeFigure {
  FileFormat kind;
  std::string bytes;
};

Origin origin() {
  const Lab& lab = all_labs().front();
  return {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "1.2.3"};
}

std::vector<WholeFigure> whole_figures() {
  const Offscreen offscreen;
  Figure figure{.title = "A slope"};
  figure.panels = {{.id = "slope", .layers = {Curve{.mark = {.id = "line"}, .x = {0, 1}, .y = {0, 1}}}}};
  const Sheet sheet{.width = 30, .height = 20, .dpi = 50};
  const auto file = [&](FileFormat format) { return figure_file(figure, origin(), format, sheet); };
  return {{FileFormat::png, file(FileFormat::png)},
          {FileFormat::svg, file(FileFormat::svg)},
          {FileFormat::pdf, file(FileFormat::pdf)},
          {FileFormat::csv, file(FileFormat::csv)},
          {FileFormat::json, file(FileFormat::json)},
          {FileFormat::json, write_state(*origin().lab, origin().state)},
          {FileFormat::tex,
           "% state: " + write_figure_state(*origin().lab, {origin().state, sheet, "1.2.3"}) + "\n"}};
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

/// As a picture that was made to be opened: its check sum is right, whatever it carries.
std::string picture_with(const std::string& picture, const std::string& state) {
  return with_png_text(QByteArray::fromStdString(picture), png_state_key, QByteArray::fromStdString(state))
      .toStdString();
}

/// Half of the wounds lie in the state, which is little of a file.
std::string damaged_figure(const WholeFigure& whole, Random& random) {
  std::string bytes = whole.bytes, state = embedded_state(bytes, whole.kind);
  const std::size_t wounds = 1 + below(random, 6), at = bytes.find("format"), length = state.size();
  const bool in_state = below(random, 2) == 0 && at != bytes.npos;
  if (whole.kind != FileFormat::png) state = in_state ? bytes.substr(at, length) : std::string();
  for (std::size_t i = 0; i < wounds; ++i) damage_figure(in_state ? state : bytes, random);
  if (!in_state) return bytes;
  return whole.kind == FileFormat::png ? picture_with(bytes, state) : bytes.replace(at, length, state);
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
                 }};
  });
}
