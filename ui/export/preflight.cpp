// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/preflight.h"

#include "core/model/listed.h"
#include "core/model/on_sheet.h"
#include "core/model/series_look.h"
#include "ui/colour_vision.h"
#include "ui/export/crowding.h"
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"
#include "ui/export/roomier_sheet.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
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

PreflightItem fonts_item(const Figure& figure, const Sheet& sheet, FileFormat format, const Venue* venue) {
  PreflightItem item{.id = "fonts"};
  if (format == FileFormat::png) {
    item.finding = "A picture needs no fonts.";
  } else if (format == FileFormat::tex) {
    item.finding = "LaTeX sets the words, in its own fonts.";
  } else if (sheet.text == SheetText::outline) {
    item.passes = !venue || !venue->editable_text;
    item.finding = item.passes ? Text("Words are outlines: no font is needed.")
                               : say("Words are outlines; {} asks for text that can be edited.", venue->name);
    if (item.passes) return item;
    item.mend = "Keep words as text";
    item.mended = sheet;
    item.mended->text = SheetText::keep;
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

/// The least distance between two series of one panel that nothing but colour tells apart.
double least_distance(const Figure& figure, const Theme& theme) {
  double least = 1;
  for (const Panel& panel : figure.panels) {
    const std::vector<SeriesLook> all = series_looks(panel);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const SeriesLook &a = all[i], &b = all[j];
        if (!only_colours_differ(a, b)) continue;
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

/// What one item looks at, and what it says when all is well.
struct CrowdingCheck {
  std::string id;
  std::vector<Crowded> kinds;
  Text all_well;
};

std::vector<CrowdingCheck> crowding_checks() {
  return {{"room", {Crowded::small_plot}, "All plots have room beside their words."},
          {"legends", {Crowded::legend_over_drawing, Crowded::legend_left_out}, "Legends cover nothing."},
          {"labels", {Crowded::label_over_drawing}, "Labels stand beside what is drawn."},
          {"words",
           {Crowded::label_left_out, Crowded::title_cut, Crowded::axis_title_cut, Crowded::remarks_cut},
           "No words are cut or left out."}};
}

Text finding_of(const Crowding& found, const Panel& panel) {
  const Text& name = panel.title;
  constexpr std::size_t most_named = 3;
  const auto labels = [&] { return listed(found.words, most_named); };
  switch (found.kind) {
    case Crowded::small_plot:
      return say("The plot of “{}” is only {} mm small.", name, std::round(found.millimetres));
    case Crowded::legend_over_drawing:
      return say("The legend of “{}” covers some of what is drawn.", name);
    case Crowded::legend_left_out:
      return say("The legend of “{}” has no room and is left out.", name);
    case Crowded::label_over_drawing:
      return say("In “{}”, words stand over what is drawn: {}.", name, labels());
    case Crowded::label_left_out:
      return say("In “{}”, words have no room and are left out: {}.", name, labels());
    case Crowded::title_cut:
      return say("The title of “{}” is cut.", name);
    case Crowded::axis_title_cut:
      return say("What stands along an axis of “{}” is cut.", name);
    case Crowded::remarks_cut:
      break;
  }
  return "The remarks below the figure are cut.";
}

PageRoom room_at(const Venue* venue, bool panels_can_be_chosen) {
  PageRoom room{.fewer_panels = panels_can_be_chosen};
  if (!venue) return room;
  room.greatest_height = venue->greatest_height;
  for (const VenueWidth& width : venue->widths) room.widths.push_back(width.millimetres);
  return room;
}

/// What mends them fits on the venue's page.
std::vector<PreflightItem> crowding_items(const Figure& whole, const Sheet& sheet, FileFormat format,
                                          const PageRoom& room, const std::vector<CrowdingCheck>& checks) {
  const Figure figure = on_sheet(whole, sheet);
  const std::vector<Crowding> found = crowding(figure, sheet);
  RoomierSheets roomier(whole, sheet, room);
  std::vector<PreflightItem> items;
  for (const CrowdingCheck& check : checks) {
    const bool by_latex = format == FileFormat::tex && check.kinds.front() != Crowded::small_plot;
    if (by_latex) continue;  // which finds places for words by itself
    const auto is_meant = [&](const Crowding& each) {
      return std::ranges::find(check.kinds, each.kind) != check.kinds.end();
    };
    PreflightItem& item = items.emplace_back(PreflightItem{.id = check.id, .finding = check.all_well});
    const auto first = std::ranges::find_if(found, is_meant);
    if (first == found.end()) continue;
    const auto more = std::ranges::count_if(found, is_meant) - 1;
    const Panel& panel = figure.panels[first->panel];
    item.passes = false;
    item.finding = finding_of(*first, panel);
    if (more > 0) item.finding = say("{} {} more like it.", item.finding, more);
    item.mended = roomier.without(is_meant, panel.id);
    if (item.mended) item.mend = change_of_room(whole, sheet, *item.mended);
  }
  return items;
}

}  // namespace

std::vector<PreflightItem> warnings(const Figure& whole, const Sheet& sheet, FileFormat format,
                                    const Venue* venue, bool panels_can_be_chosen) {
  std::vector<CrowdingCheck> checks = crowding_checks();
  std::erase_if(checks, [](const CrowdingCheck& check) { return check.id == "labels"; });
  std::vector<PreflightItem> items =
      crowding_items(whole, sheet, format, room_at(venue, panels_can_be_chosen), checks);
  if (sheet.text == SheetText::outline)
    items.push_back(fonts_item(on_sheet(whole, sheet), sheet, format, venue));
  std::erase_if(items, &PreflightItem::passes);
  return items;
}

std::vector<PreflightItem> preflight(const Figure& whole, const Sheet& sheet, FileFormat format,
                                     const Venue* venue) {
  if (format == FileFormat::csv || format == FileFormat::json) return {};
  Venue asked;
  asked.least_font_size = 5;
  if (venue) asked = *venue;
  const Figure figure = on_sheet(whole, sheet);
  std::vector<PreflightItem> items;
  if (venue) items = {width_item(sheet, *venue), height_item(sheet, *venue)};
  std::ranges::move(crowding_items(whole, sheet, format, room_at(venue, true), crowding_checks()),
                    std::back_inserter(items));
  const Smallest found = smallest(figure, sheet);
  items.push_back(letters_item(sheet, found.letters, asked.least_font_size));
  items.push_back(lines_item(sheet, found.line, asked.least_line_width));
  items.push_back(fonts_item(figure, sheet, format, venue));
  items.push_back(colours_item(figure, sheet));
  items.push_back(pixels_item(figure, sheet, format, asked.least_dpi));
  return items;
}

}  // namespace theta
