// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/preflight.h"

#include "core/model/listed.h"
#include "ui/export/crowding.h"
#include "ui/export/figure_file.h"
#include "ui/export/look_alike.h"
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

/// The smallest words, raised or lowered signs and the thinnest line of a figure as it is painted, in points;
/// infinite where there is none.
struct Smallest {
  double words = std::numeric_limits<double>::infinity(), signs = words, line = words;
};

Smallest smallest(const Figure& figure, Sheet sheet) {
  constexpr double least_words = 0.85;  // of the sheet's letters: of remarks; what is smaller is a sign
  sheet.text = SheetText::keep;         // outlines are as large
  sheet.dpi = 30;                       // maps are not looked at
  const PageLayout page = page_layout(sheet);
  const double points = page.millimetres / typographic_point;
  Smallest found;
  QXmlStreamReader xml(figure_svg(figure, sheet, {}));
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const auto size = [&](const char* name) {
      const auto attribute = xml.attributes().value(QLatin1String(name));
      return attribute.isEmpty() ? std::numeric_limits<double>::infinity() : points * attribute.toDouble();
    };
    const double letters = size("font-size");
    double& kind = letters < least_words * page.font_size ? found.signs : found.words;
    kind = std::min(kind, letters);
    found.line = std::min(found.line, size("stroke-width"));
  }
  return found;
}

/// To a tenth of a millimetre or point.
double rounded(double size) { return std::round(10 * size) / 10; }

double rounded_up(double value, double step) { return std::ceil(value / step - 1e-9) * step; }

PreflightItem width_item(const Sheet& sheet, const Venue& venue) {
  PreflightItem item{.id = "width",
                     .finding = say("{} mm wide, as {} prints it.", rounded(sheet.width), venue.name)};
  const VenueWidth& nearest = *std::ranges::min_element(
      venue.widths, {}, [&](const VenueWidth& each) { return std::abs(each.millimetres - sheet.width); });
  item.passes = std::abs(nearest.millimetres - sheet.width) < 0.5;
  if (item.passes) return item;
  std::string widths;
  for (const VenueWidth& each : venue.widths)
    widths += (widths.empty() ? "" : ", ") + fill(say("{} mm ({})", rounded(each.millimetres), each.name));
  item.finding = say("{} mm wide; {} prints {}.", rounded(sheet.width), venue.name, widths);
  item.mend = say("Make it {} mm", rounded(nearest.millimetres));
  item.mended = sheet;
  item.mended->width = nearest.millimetres;
  item.mended->height = std::min(sheet.height * nearest.millimetres / sheet.width, venue.greatest_height);
  return item;
}

PreflightItem height_item(const Sheet& sheet, const Venue& venue) {
  PreflightItem item{.id = "height",
                     .passes = sheet.height <= venue.greatest_height + 0.05,
                     .finding = say("{} mm high; there is room for {} mm.", rounded(sheet.height),
                                    rounded(venue.greatest_height))};
  if (item.passes) return item;
  item.mend = say("Make it {} mm", rounded(venue.greatest_height));
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

/// Guides mean running words; raised and lowered signs are smaller in any text, but must still be read.
PreflightItem letters_item(const Sheet& sheet, const Smallest& found, double least) {
  constexpr double of_signs = 0.7;
  const double least_signs = std::round(of_signs * least * 10) / 10;
  std::optional<Sheet> mended = enlarged(sheet, {found.words, least, &Sheet::font_size, 0.1});
  const auto for_signs = enlarged(sheet, {found.signs, least_signs, &Sheet::font_size, 0.1});
  if (for_signs && (!mended || mended->font_size < for_signs->font_size)) mended = for_signs;
  if (!std::isfinite(found.words)) return {.id = "letters", .finding = "There are no words in it."};
  PreflightItem item{.id = "letters",
                     .passes = !mended,
                     .finding = std::isfinite(found.signs)
                                    ? say("The smallest words are {} pt, raised and lowered signs {} pt; {} "
                                          "and {} pt are the least.",
                                          rounded(found.words), rounded(found.signs), least, least_signs)
                                    : say("The smallest words are {} pt; {} pt are the least.",
                                          rounded(found.words), least)};
  if (!mended) return item;
  item.mend = say("Set it in {} pt", mended->font_size);
  item.mended = mended;
  return item;
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
    item.finding = say("Words stay text; who opens it needs {} or a font of its widths.",
                       sheet.family == SheetFamily::serif ? "Times New Roman" : "Arial");
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

Text readers_with(Vision vision) {
  switch (vision) {
    case Vision::protan:
      return "readers who see no red (protanopia)";
    case Vision::deutan:
      return "readers who see no green (deuteranopia)";
    case Vision::tritan:
      return "readers who see no blue (tritanopia)";
    case Vision::normal:
      break;
  }
  return "all readers";
}

PreflightItem colours_item(const Figure& figure, const Sheet& sheet) {
  PreflightItem item{.id = "colours", .finding = "Series differ to colour-blind readers too."};
  const std::optional<LookAlike> found = look_alike(figure, page_layout(sheet).theme);
  if (!found) return item;
  item.passes = false;
  item.finding = say("In “{}”, {} and {} differ in colour alone, and look alike to {}.", found->panel,
                     found->first, found->second, readers_with(found->colours.vision));
  const std::pair<SheetTheme, Text> themes[] = {{SheetTheme::print, "Take the print theme"},
                                                {SheetTheme::light, "Take the light theme"},
                                                {SheetTheme::greyscale, "Take the greyscale theme"}};
  for (const auto& [theme, mend] : themes) {
    Sheet other = sheet;
    other.theme = theme;
    if (look_alike(figure, page_layout(other).theme)) continue;
    item.mend = mend;
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

/// The same with labels that are left out apart from words that are cut, and none for labels over lines.
std::vector<CrowdingCheck> checks_for_warnings() {
  std::vector<CrowdingCheck> checks = crowding_checks();
  std::erase_if(checks, [](const CrowdingCheck& check) { return check.id == "labels"; });
  std::erase(checks.back().kinds, Crowded::label_left_out);
  checks.push_back({"left_out", {Crowded::label_left_out}, {}});
  return checks;
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
  const Figure figure = figure_in_file(whole, sheet);
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
  std::vector<PreflightItem> items =
      crowding_items(whole, sheet, format, room_at(venue, panels_can_be_chosen), checks_for_warnings());
  if (sheet.text == SheetText::outline)
    items.push_back(fonts_item(figure_in_file(whole, sheet), sheet, format, venue));
  const auto needs_fewer_panels = [&](const PreflightItem& item) {
    return !item.mended || item.mended->panels != sheet.panels;
  };
  std::erase_if(items, [&](const PreflightItem& item) {
    return item.passes || (item.id == "left_out" && needs_fewer_panels(item));
  });
  return items;
}

std::vector<PreflightItem> preflight(const Figure& whole, const Sheet& sheet, FileFormat format,
                                     const Venue* venue) {
  if (format == FileFormat::csv || format == FileFormat::json) return {};
  Venue asked;
  asked.least_font_size = 5;
  if (venue) asked = *venue;
  const Figure figure = figure_in_file(whole, sheet);
  std::vector<PreflightItem> items;
  if (venue) items = {width_item(sheet, *venue), height_item(sheet, *venue)};
  std::ranges::move(crowding_items(whole, sheet, format, room_at(venue, true), crowding_checks()),
                    std::back_inserter(items));
  const Smallest found = smallest(figure, sheet);
  items.push_back(letters_item(sheet, found, asked.least_font_size));
  items.push_back(lines_item(sheet, found.line, asked.least_line_width));
  items.push_back(fonts_item(figure, sheet, format, venue));
  items.push_back(colours_item(figure, sheet));
  items.push_back(pixels_item(figure, sheet, format, asked.least_dpi));
  return items;
}

}  // namespace theta
