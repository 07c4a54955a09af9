// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_file.h"

#include "core/model/build_up.h"
#include "core/model/on_sheet.h"
#include "core/model/problem.h"
#include "core/model/visible_part.h"
#include "core/model/without_controls.h"
#include "core/write/figure_csv.h"
#include "core/write/figure_json.h"
#include "ui/export/figure_tex.h"
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"

#include <algorithm>

namespace theta {
namespace {

/// What a file of this figure carries to be opened again; empty where it is to carry nothing.
std::string state_of_file(const Origin& origin, const Sheet& sheet) {
  if (!sheet.state) return {};
  return write_figure_state(*origin.lab, {origin.state, sheet, origin.version, origin.model, origin.sweep});
}

/// More would not fit into memory, or into what others can open.
void check_pixels(const Sheet& sheet) {
  constexpr int largest_side = 30'000;
  constexpr double most = 300e6;
  const QSize size = pixels(sheet);
  if (std::max(size.width(), size.height()) <= largest_side &&
      static_cast<double>(size.width()) * size.height() <= most)
    return;
  throw InputError(Problem{"dpi", say("{} by {} pixels", size.width(), size.height()),
                           say("at most {} a side and {} million in all", largest_side, most / 1e6)});
}

}  // namespace

Figure figure_in_file(const Figure& whole, const Sheet& sheet) {
  return without_controls(on_sheet(whole, sheet));
}

std::string figure_picture(const Figure& figure, const Origin& origin, const Sheet& sheet,
                           const std::vector<PanelPlace>& places, LabelMemory& labels) {
  check_pixels(sheet);
  return figure_png(figure, sheet, places, labels, state_of_file(origin, sheet)).toStdString();
}

std::string figure_file(const Figure& whole, const Origin& origin, FileFormat format, const Sheet& sheet) {
  const Figure figure = figure_in_file(whole, sheet);
  const std::string state = state_of_file(origin, sheet);
  switch (format) {
    case FileFormat::png:
      check_pixels(sheet);
      return figure_png(figure, sheet, state).toStdString();
    case FileFormat::svg:
      return figure_svg(figure, sheet, state).toStdString();
    case FileFormat::pdf:
      if (sheet.build_up) return figure_pdf(build_up(figure), sheet, state, &figure).toStdString();
      return figure_pdf({&figure, 1}, sheet, state).toStdString();
    case FileFormat::tex:
      return figure_tex(figure, origin, sheet, state);
    case FileFormat::csv:
      if (sheet.numbers == SheetNumbers::table) return write_table_csv(figure, origin, state);
      return write_figure_csv(sheet.numbers == SheetNumbers::visible ? visible_part(figure) : figure, origin,
                              state);
    case FileFormat::json:
      return write_figure_json(figure, origin, state);
  }
  return {};
}

std::string figure_file(const Origin& origin, FileFormat format, const Sheet& sheet) {
  return figure_file(drawn(origin), origin, format, sheet);
}

}  // namespace theta
