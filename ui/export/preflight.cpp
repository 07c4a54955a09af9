// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/preflight.h"

#include "core/model/on_sheet.h"
#include "ui/colour_vision.h"
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace theta {
namespace {

constexpr double alike = 0.08;

/// The smallest letters and the thinnest line of a figure as it is painted, in points.
struct Smallest {
  double letters = std::numeric_limits<double>::infinity(), line = letters;
};

Smallest smallest(const Figure& figure, Sheet sheet) {
  sheet.text = SheetText::keep;  // outlines are as large
  sheet.dpi = 30;                // maps are not looked at
  const double points = page_layout(sheet).millimetres / typographic_point;
  Smallest found;
  QXmlStreamReader xml(figure_svg(figure, sheet, {}));
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const auto least = [&](const char* name, double so_far) {
      const auto attribute = xml.attributes().value(QLatin1String(name));
      return attribute.isEmpty() ? so_far : std::min(so_far, points * attribute.toDouble());
    };
    found.letters = least("font-size", found.letters);
    found.line = least("stroke-width", found.line);
  }
  return found;
}

double rounded_up(double value, double step) { return std::ceil(value / step - 1e-9) * step; }

PreflightItem width_item(const Sheet& sheet, const Venue& venue) {
  PreflightItem item{.id = "width", .finding = say("{} mm wide, as {} prints it.", sheet.width, venue.name)};
  const VenueWidth& nearest = *std::ranges::min_element(
      venue.widths, {}, [&](const VenueWidth& each) { return std::abs(each.millimetres - sheet.width); });
  item.passes = std::abs(nearest.millimetres - sheet.width) < 0.5;
  if (item.passes) return item;
  std::string widths;
  for (const VenueWidth& each : venue.widths)
    widths += (widths.empty() ? "" : ", ") + fill(say("{} mm ({})", each.millimetres, each.name));
  item.finding = say("{} mm wide; {} prints {}.", sheet.width, venue.name, widths);
  item.mend = say("Make it {} mm", nearest.millimetres);
  item.mended = sheet;
  item.mended->width = nearest.millimetres;
  item.mended->height = std::min(sheet.height * nearest.millimetres / sheet.width, venue.greatest_height);
  return item;
}

PreflightItem height_item(const Sheet& sheet, const Venue& venue) {
  PreflightItem item{
      .id = "height",
      .passes = sheet.height <= venue.greatest_height + 0.05,
      .finding = say("{} mm high; there is room for {} mm.", sheet.height, venue.greatest_height)};
  if (item.passes) return item;
  item.mend = say("Make it {} mm", venue.greatest_height);
  item.mended = sheet;
  item.mended->height = venue.greatest_height;
  return item;
}

/// What is painted too small to print, and grows with one of the sheet's numbers, in steps.
struct PaintedSize {
  double found, least;
  double Sheet::*number;
  double step;
};

/// The same sheet with that number large enough; none where it is.
std::optional<Sheet> enlarged(const Sheet& sheet, const PaintedSize& size) {
  if (size.found >= size.least - size.step / 10) return {};
  Sheet mended = sheet;
  mended.*size.number = rounded_up(sheet.*size.number * size.least / size.found, size.step);
  return mended;
}

/// The panel whose plot is smallest beside what it should be, and how small it is, in millimetres.
struct Tightest {
  std::size_t panel = 0;
  double room = std::numeric_limits<double>::infinity();  ///< its plot's shorter side; 1 is just enough
  double millimetres = 0;
};

/// Axes need some room for curves beside their names: seven lines of words in width, five and a half in
/// height.
Tightest tightest(const Figure& figure, const Sheet& sheet) {
  constexpr double line = 11, least_width = 7 * line, least_height = 5.5 * line;
  const PageLayout page = page_layout(sheet);
  Tightest found;
  for (const PanelPlace& place : panel_places(figure, page)) {
    const double across = place.plot.width() / least_width, up = place.plot.height() / least_height;
    if (std::min(across, up) >= found.room) continue;
    found = {place.panel, std::min(across, up),
             std::min(place.plot.width(), place.plot.height()) * page.millimetres};
  }
  return found;
}

PreflightItem letters_item(const Sheet& sheet, double letters, double least) {
  const std::optional<Sheet> mended = enlarged(sheet, {letters, least, &Sheet::font_size, 0.1});
  return {.id = "letters",
          .passes = !mended,
          .finding = say("The smallest letters are {} pt; {} pt are the least.",
                         std::round(letters * 10) / 10, least),
          .mend = mended ? say("Set it in {} pt", mended->font_size) : Text(),
          .mended = mended};
}

PreflightItem lines_item(const Sheet& sheet, double line, double least) {
  const std::optional<Sheet> mended = enlarged(sheet, {line, least, &Sheet::line_width, 0.05});
  return {.id = "lines",
          .passes = !mended,
          .finding =
              say("The thinnest lines are {} pt; {} pt are the least.", std::round(line * 100) / 100, least),
          .mend = mended ? say("Draw curves {} pt wide", mended->line_width) : Text(),
          .mended = mended};
}

PreflightItem fonts_item(const Figure& figure, const Sheet& sheet, FileFormat format) {
  PreflightItem item{.id = "fonts"};
  if (format == FileFormat::png) {
    item.finding = "A picture needs no fonts.";
  } else if (format == FileFormat::tex) {
    item.finding = "LaTeX sets the words, in its own fonts.";
  } else if (sheet.text == SheetText::outline) {
    item.finding = "Words are outlines: no font is needed.";
  } else if (format == FileFormat::svg) {
    item.finding = "Words stay text; who opens it needs Arial or a font of its widths.";
  } else {
    const QByteArray pdf = figure_pdf({&figure, 1}, sheet, {});
    item.passes = !pdf.contains("/Type3") && pdf.contains("/FontFile2");
    item.finding = item.passes ? Text("Fonts are TrueType, embedded, none of Type 3.")
                               : Text("A font would be of Type 3, or not embedded.");
    if (item.passes) return item;
    item.mend = "Outline words";
    item.mended = sheet;
    item.mended->text = SheetText::outline;
  }
  return item;
}

/// What tells one named layer from another without its colour.
struct Look {
  Role role;
  Dash dash = Dash::solid;
  Marker marker = Marker::none;
  std::size_t kind = 0;
};

std::vector<Look> looks(const Panel& panel) {
  std::vector<Look> all;
  for (const Layer& layer : panel.layers) {
    if (mark_of(layer).label.empty()) continue;
    Look look{.role = mark_of(layer).role, .kind = layer.index()};
    if (const auto* curve = std::get_if<Curve>(&layer)) {
      look.dash = curve->dash;
      look.marker = curve->marker;
    } else if (const auto* points = std::get_if<Points>(&layer)) {
      look.marker = points->marker;
    } else if (!std::holds_alternative<Bars>(layer)) {
      continue;
    }
    all.push_back(look);
  }
  return all;
}

/// The least distance between two series of one panel that nothing but colour tells apart.
double least_distance(const Figure& figure, const Theme& theme) {
  double least = 1;
  for (const Panel& panel : figure.panels) {
    const std::vector<Look> all = looks(panel);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Look &a = all[i], &b = all[j];
        if (a.role == b.role || a.dash != b.dash || a.marker != b.marker || a.kind != b.kind) continue;
        least = std::min(least, least_colour_distance(theme.colour(a.role), theme.colour(b.role)));
      }
    }
  }
  return least;
}

PreflightItem colours_item(const Figure& figure, const Sheet& sheet) {
  PreflightItem item{.id = "colours",
                     .passes = least_distance(figure, page_layout(sheet).theme) >= alike,
                     .finding = "Series differ to colour-blind readers too."};
  if (item.passes) return item;
  item.finding = "Two series of one panel look alike to colour-blind readers, and have the same dashes.";
  for (const SheetTheme theme : {SheetTheme::print, SheetTheme::light, SheetTheme::greyscale}) {
    Sheet other = sheet;
    other.theme = theme;
    if (least_distance(figure, page_layout(other).theme) < alike) continue;
    item.mend = "Change the theme";
    item.mended = other;
    break;
  }
  return item;
}

bool has_map(const Figure& figure) {
  return std::ranges::any_of(figure.panels, [](const Panel& panel) {
    return std::ranges::any_of(panel.layers,
                               [](const Layer& layer) { return std::holds_alternative<Map>(layer); });
  });
}

PreflightItem pixels_item(const Figure& figure, const Sheet& sheet, FileFormat format, std::int64_t least) {
  const bool picture = format == FileFormat::png, map = has_map(figure) && format != FileFormat::tex;
  if (!picture && !map)
    return {.id = "pixels", .finding = "All lines and areas: it stays sharp at any size."};
  PreflightItem item{
      .id = "pixels",
      .passes = sheet.dpi >= least,
      .finding =
          picture ? say("A picture of {} dpi; {} are the least.", sheet.dpi, least)
                  : say("Its map is a picture of {} dpi within lines; {} are the least.", sheet.dpi, least)};
  if (item.passes) return item;
  item.mend = say("Make it {} dpi", least);
  item.mended = sheet;
  item.mended->dpi = least;
  return item;
}

}  // namespace

PreflightItem room_item(const Figure& whole, const Sheet& sheet, double greatest_height) {
  const Figure figure = on_sheet(whole, sheet);
  const Tightest found = tightest(figure, sheet);
  PreflightItem item{
      .id = "room", .passes = found.room >= 1, .finding = "All plots have room beside their words."};
  if (item.passes) return item;
  item.finding = say("The plot of “{}” is only {} mm small.", figure.panels[found.panel].title,
                     std::round(found.millimetres));
  Sheet taller = sheet;
  const auto has_room = [&] { return tightest(on_sheet(whole, taller), taller).room >= 1; };
  while (taller.height < greatest_height && !has_room())
    taller.height = std::min(std::ceil(taller.height * 1.1), greatest_height);
  if (has_room()) {
    item.mend = say("Make it {} mm high", taller.height);
    item.mended = taller;
  } else if (figure.panels.size() > 1) {
    item.mend = say("Show “{}” alone", figure.panels.front().title);
    item.mended = sheet;
    item.mended->panels = {figure.panels.front().id};
  }
  return item;
}

std::vector<PreflightItem> preflight(const Figure& figure, const Sheet& sheet, FileFormat format,
                                     const Venue* venue) {
  if (format == FileFormat::csv || format == FileFormat::json) return {};
  Venue asked;
  asked.least_font_size = 5;
  if (venue) asked = *venue;
  std::vector<PreflightItem> items;
  if (venue) items = {width_item(sheet, *venue), height_item(sheet, *venue)};
  items.push_back(venue ? room_item(figure, sheet, venue->greatest_height) : room_item(figure, sheet));
  const Smallest found = smallest(figure, sheet);
  items.push_back(letters_item(sheet, found.letters, asked.least_font_size));
  items.push_back(lines_item(sheet, found.line, asked.least_line_width));
  items.push_back(fonts_item(figure, sheet, format));
  items.push_back(colours_item(figure, sheet));
  items.push_back(pixels_item(figure, sheet, format, asked.least_dpi));
  return items;
}

}  // namespace theta
