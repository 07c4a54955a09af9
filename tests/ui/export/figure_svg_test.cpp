// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/svg_elements.h"
#include "tests/ui/figure/sample.h"
#include "ui/export/embedded_state.h"
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

/// Eight curves of 2,048 points each.
Figure eight_curves() {
  Figure figure{.title = "Eight curves"};
  Panel panel{.id = "curves",
              .title = "Eight curves",
              .x = {.label = "$x$", .low = -6, .high = 6},
              .y = {.label = "$f(x)$", .low = -3, .high = 3}};
  for (std::size_t i = 0; i < 8; ++i) {
    Curve curve{.mark = {.id = "curve_" + std::to_string(i), .label = "a curve", .role = series(i)}};
    for (int j = 0; j < 2048; ++j) {
      const double x = -6 + 12.0 * j / 2047, k = static_cast<double>(i);
      curve.x.push_back(x);
      curve.y.push_back(std::sin(x * (1 + 0.3 * k)) * (2 - 0.2 * k) + x / 6);
    }
    panel.layers.push_back(curve);
  }
  figure.panels = {panel};
  return figure;
}

const Sheet svg_sheet{.width = 180, .height = 120, .theme = SheetTheme::print};

std::vector<SvgElement> elements_of(const Figure& figure, const Sheet& sheet = svg_sheet,
                                    const std::string& state = {}) {
  const auto elements = svg_elements(figure_svg(figure, sheet, state));
  EXPECT_TRUE(elements);
  return elements.value_or(std::vector<SvgElement>{});
}

/// The lines of a layer's first path.
std::vector<std::vector<QPointF>> lines_of(const std::vector<SvgElement>& elements, const QString& group) {
  for (const SvgElement& element : elements)
    if (element.name == "path" && element.path.last() == group) return path_lines(element["d"]);
  return {};
}

TEST(FigureSvg, says_what_it_shows_and_how_large_it_is) {
  const auto elements = elements_of(four_panels(), {.width = 89, .height = 59.5, .font_size = 7});
  ASSERT_GT(elements.size(), 3u);
  const SvgElement& svg = elements[0];
  EXPECT_EQ(svg.name, "svg");
  EXPECT_EQ(svg["width"], "89mm");
  EXPECT_EQ(svg["height"], "59.5mm");
  EXPECT_EQ(svg["role"], "img");
  const QStringList box = svg["viewBox"].split(' ');
  ASSERT_EQ(box.size(), 4);
  EXPECT_NEAR(box[2].toDouble() * 7.0 / 11 * 25.4 / 72, 89, 0.01);  // labels 11 units high are 7 pt
  EXPECT_NEAR(box[3].toDouble() * 7.0 / 11 * 25.4 / 72, 59.5, 0.01);
  EXPECT_EQ(elements[1].name, "title");
  EXPECT_EQ(elements[1].text, "Rotary <embedding> & more");
  EXPECT_EQ(elements[2].name, "desc");
  EXPECT_EQ(elements[2].text, "A query at position 14 and a key at position 5.");
}

TEST(FigureSvg, carries_its_state_as_it_was_given) {
  const std::string state = R"({"a":"<&>\"'","b":[1,2]})";
  const QByteArray svg = figure_svg(four_panels(), svg_sheet, state);
  const auto elements = svg_elements(svg).value();
  ASSERT_EQ(named(elements, "metadata").size(), 1u);
  EXPECT_EQ(named(elements, "metadata")[0].text.toStdString(), state);
  EXPECT_EQ(embedded_state(svg.toStdString(), FileFormat::svg), state);
  EXPECT_TRUE(named(elements_of(four_panels()), "metadata").empty());
}

TEST(FigureSvg, has_a_group_for_each_panel_and_layer) {
  for (const Figure& figure : {four_panels(), all_kinds()}) {
    std::vector<QString> groups, expected;
    for (const SvgElement& group : named(elements_of(figure), "g"))
      groups.push_back(group.path.mid(1).join('/') + "/" + group["id"]);
    for (const Panel& panel : figure.panels) {
      const QString id = QString::fromStdString(panel.id);
      expected.push_back("/" + id);
      for (const Layer& layer : panel.layers)
        expected.push_back(id + "/" + id + "." + QString::fromStdString(mark_of(layer).id));
    }
    EXPECT_EQ(groups, expected);
  }
}

TEST(FigureSvg, has_no_pixels_but_those_of_maps) {
  EXPECT_TRUE(named(elements_of(four_panels()), "image").empty());
  EXPECT_TRUE(named(elements_of(eight_curves()), "image").empty());
  EXPECT_FALSE(named(elements_of(all_kinds()), "image").empty());
}

TEST(FigureSvg, has_its_words_as_text_or_as_outlines) {
  const auto words = named(elements_of(four_panels()), "text");
  const auto is = [](const char* text) {
    return [=](const SvgElement& element) { return element.text == text; };
  };
  EXPECT_TRUE(std::ranges::any_of(words, is("Wavelength of each pair")));
  EXPECT_FALSE(std::ranges::any_of(words, is("drag the ring")));  // on paper there is nothing to drag
  const auto outlined = elements_of(four_panels(), {.text = SheetText::outline});
  EXPECT_TRUE(named(outlined, "text").empty());
  EXPECT_TRUE(named(outlined, "tspan").empty());
}

TEST(FigureSvg, has_curves_within_the_plot_alone) {
  Figure figure = eight_curves();
  figure.panels[0].y = {.low = -1, .high = 1};  // the curves go beyond
  const auto elements = elements_of(figure);
  const QRectF plot =
      panel_places(figure, page_layout(svg_sheet))[0].plot.adjusted(-0.006, -0.006, 0.006, 0.006);
  for (const Layer& layer : figure.panels[0].layers) {
    const auto lines = lines_of(elements, "curves." + QString::fromStdString(mark_of(layer).id));
    EXPECT_GT(lines.size(), 1u);
    for (const auto& line : lines)
      for (const QPointF at : line) EXPECT_TRUE(plot.contains(at)) << at.x() << " " << at.y();
  }
}

/// How far a point is from a line of straight pieces.
double distance_to(const std::vector<QPointF>& line, QPointF point) {
  double least = INFINITY;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const QPointF step = line[i] - line[i - 1], off = point - line[i - 1];
    const double length = QPointF::dotProduct(step, step);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(off, step) / length, 0.0, 1.0) : 0;
    const QPointF rest = off - t * step;
    least = std::min(least, std::hypot(rest.x(), rest.y()));
  }
  return least;
}

TEST(FigureSvg, draws_each_curve_through_its_data) {
  const Figure figure = eight_curves();
  const auto elements = elements_of(figure);
  const Coordinates at = panel_places(figure, page_layout(svg_sheet))[0].coordinates();
  for (const Layer& layer : figure.panels[0].layers) {
    const Curve& curve = std::get<Curve>(layer);
    const auto lines = lines_of(elements, "curves." + QString::fromStdString(curve.mark.id));
    ASSERT_EQ(lines.size(), 1u) << curve.mark.id;
    for (const QPointF corner : lines[0]) {  // each is one of the data, to the digits that are written
      const Point value = at.value(corner);
      const auto next = std::ranges::lower_bound(curve.x, value.x - 6e-3 * 12 / at.plot.width());
      ASSERT_NE(next, curve.x.end());
      const QPointF datum = at.pixel({*next, curve.y[static_cast<std::size_t>(next - curve.x.begin())]});
      EXPECT_NEAR(corner.x(), datum.x(), 0.00501);
      EXPECT_NEAR(corner.y(), datum.y(), 0.00501);
    }
    for (std::size_t i = 0; i < curve.x.size(); i += 7)  // and those left out lie on the line, to the eye
      EXPECT_LE(distance_to(lines[0], at.pixel({curve.x[i], curve.y[i]})), 0.16) << curve.x[i];
  }
}

TEST(FigureSvg, cuts_a_curve_where_it_has_no_value) {
  const auto elements = elements_of(all_kinds());
  EXPECT_EQ(lines_of(elements, "curves.c0").size(), 2u);
}

TEST(FigureSvg, is_small) {
  EXPECT_LE(figure_svg(eight_curves(), svg_sheet, {}).size(), 40 * 1024);
  EXPECT_LE(figure_svg(four_panels(), svg_sheet, {}).size(), 60 * 1024);
}

TEST(FigureSvg, has_no_ground_where_it_is_transparent) {
  const auto whole = [](const SvgElement& path) {
    const auto lines = path_lines(path["d"]);
    return lines.size() == 1 && lines[0].front() == QPointF(0, 0) && path.path.size() == 1;
  };
  EXPECT_TRUE(std::ranges::any_of(named(elements_of(four_panels()), "path"), whole));
  Sheet clear = svg_sheet;
  clear.transparent = true;
  EXPECT_FALSE(std::ranges::any_of(named(elements_of(four_panels(), clear), "path"), whole));
}

TEST(FigureSvg, is_larger_for_a_projector) {
  const auto largest_font = [](SheetTheme theme) {
    Sheet sheet = svg_sheet;
    sheet.theme = theme;
    return page_layout(sheet).font_size;
  };
  EXPECT_NEAR(largest_font(SheetTheme::projector), 1.6 * largest_font(SheetTheme::light), 1e-12);
  Sheet light = svg_sheet, projected = svg_sheet;
  light.theme = SheetTheme::light;
  projected.theme = SheetTheme::projector;
  EXPECT_NE(figure_svg(all_kinds(), light, {}), figure_svg(all_kinds(), projected, {}));
}

TEST(FigureSvg, is_the_same_each_time) {
  for (const Figure& figure : {four_panels(), all_kinds()})
    EXPECT_EQ(figure_svg(figure, svg_sheet, "{}"), figure_svg(figure, svg_sheet, "{}"));
}

TEST(FigureSvg, is_well_formed_in_every_theme_and_size) {
  for (const SheetTheme theme : {SheetTheme::light, SheetTheme::dark, SheetTheme::print,
                                 SheetTheme::greyscale, SheetTheme::projector}) {
    for (const double size : {20.0, 60.0, 400.0})
      EXPECT_TRUE(svg_elements(figure_svg(all_kinds(), {.width = size, .height = size, .theme = theme}, {})));
  }
}

TEST(FigureSvg, leaves_handles_in_the_window) {
  Figure figure = four_panels();
  const QByteArray with = figure_svg(figure, svg_sheet, {});
  figure.handles.clear();
  EXPECT_EQ(with, figure_svg(figure, svg_sheet, {}));
}

TEST(FigureSvg, uses_the_width_of_a_column) {
  const PageLayout page = page_layout({.width = 89, .height = 60, .font_size = 7});
  const PanelPlace place = panel_places(eight_curves(), page)[0];
  EXPECT_LT((page.size.width() - place.plot.right()) * page.millimetres, 4);
  EXPECT_LT(place.plot.left() * page.millimetres, 13);
  EXPECT_GE(place.pane.left(), 0);
}

TEST(FigureSvg, names_the_axes_that_say_so_and_shortens_titles) {
  Figure figure = eight_curves();
  Panel& panel = figure.panels[0];
  panel.title = "A title that is much too long for a figure of six centimetres, as they go";
  panel.short_title = "brief";
  panel.x.label = "across";
  panel.x.label_shown = false;
  panel.y.label = "upwards";
  QByteArray svg = figure_svg(figure, {.width = 60, .height = 60}, {});
  EXPECT_TRUE(svg.contains(">brief<"));
  EXPECT_FALSE(svg.contains(">across<"));
  EXPECT_TRUE(svg.contains(">upwards<"));
  panel.title = "Eight";
  svg = figure_svg(figure, {.width = 60, .height = 60}, {});
  EXPECT_TRUE(svg.contains(">Eight<"));
}

TEST(FigureSvg, has_legends_above_the_plot_where_panels_ask_for_them) {
  Figure figure = eight_curves();
  const PageLayout page = page_layout(svg_sheet);
  EXPECT_TRUE(panel_places(figure, page)[0].legend_room.isEmpty());
  figure.panels[0].legend_above = true;
  figure.panels[0].keys = {Curve{.mark = {.id = "key", .label = "by key", .role = Role::ink}}};
  const PanelPlace place = panel_places(figure, page)[0];
  EXPECT_FALSE(place.legend_room.isEmpty());
  EXPECT_LE(place.legend_room.bottom(), place.plot.top());
  EXPECT_TRUE(figure_svg(figure, svg_sheet, {}).contains(">by key<"));
}

}  // namespace
}  // namespace theta
