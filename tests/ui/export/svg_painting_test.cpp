// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/svg_painting.h"

#include "tests/ui/export/svg_elements.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace theta {
namespace {

/// What a painter's calls become.
std::vector<SvgElement> painted(const std::function<void(QPainter&, SvgPainting&)>& paint) {
  SvgPainting painting(QSizeF(100, 80));
  {
    QPainter painter(&painting);
    paint(painter, painting);
  }
  auto elements = svg_elements("<svg xmlns:xlink=\"x\">" + painting.elements() + "</svg>");
  EXPECT_TRUE(elements) << painting.elements().toStdString();
  if (!elements) return {};
  elements->erase(elements->begin());
  return *elements;
}

QFont pixel_font(int size, bool italic = false) {
  QFont font("Liberation Sans");
  font.setPixelSize(size);
  font.setItalic(italic);
  return font;
}

TEST(SvgNumber, has_two_digits_after_the_point_at_most) {
  const struct {
    double value;
    const char* text;
  } cases[] = {{0, "0"},         {-0.0, "0"},          {0.5, "0.5"},
               {-0.05, "-0.05"}, {0.05, "0.05"},       {12.3, "12.3"},
               {12.34, "12.34"}, {12.345678, "12.35"}, {-7, "-7"},
               {100, "100"},     {10.1, "10.1"},       {10.01, "10.01"},
               {0.999, "1"},     {-0.999, "-1"},       {0.004, "0"},
               {-0.004, "0"},    {0.006, "0.01"},      {1e6 + 0.5, "1000000.5"}};
  for (const auto& [value, text] : cases) EXPECT_EQ(svg_number(value), text) << value;
}

TEST(SvgNumber, reads_back_within_half_a_hundredth) {
  for (int i = -5000; i <= 5000; ++i) {
    const double value = i * 0.00731;
    EXPECT_NEAR(svg_number(value).toDouble(), value, 0.005 + 1e-12) << value;
  }
}

TEST(SvgPainting, joins_lines_of_one_look) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.setPen(QPen(Qt::red, 2));
    painter.drawLine(QLineF(0, 0, 1, 1));
    painter.drawLine(QLineF(2, 2, 3, 3.5));
    painter.setPen(QPen(Qt::blue, 2));
    painter.drawLine(QLineF(4, 4, 5, 5));
  });
  ASSERT_EQ(elements.size(), 2u);
  EXPECT_EQ(elements[0]["d"], "M0,0L1,1M2,2L3,3.5");
  EXPECT_EQ(elements[0]["stroke"], "#ff0000");
  EXPECT_EQ(elements[0]["stroke-width"], "2");
  EXPECT_EQ(elements[0]["fill"], "none");
  EXPECT_EQ(elements[1]["stroke"], "#0000ff");
}

TEST(SvgPainting, joins_areas_of_one_look_but_not_what_shines_through) {
  const auto discs = [](QColor colour) {
    return painted([&](QPainter& painter, SvgPainting&) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(colour);
      painter.drawEllipse(QPointF(10, 10), 2, 3);
      painter.drawEllipse(QPointF(11, 10), 2, 3);
    });
  };
  const auto solid = discs(Qt::green);
  ASSERT_EQ(solid.size(), 1u);
  EXPECT_EQ(solid[0]["d"], "M8,10a2 3 0 1 0 4 0a2 3 0 1 0 -4 0ZM9,10a2 3 0 1 0 4 0a2 3 0 1 0 -4 0Z");
  EXPECT_EQ(solid[0]["stroke"], "");
  EXPECT_EQ(discs(QColor(0, 255, 0, 51)).size(), 2u);  // where they overlap, both are seen
}

TEST(SvgPainting, keeps_the_order_of_what_lies_over_another) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.fillRect(QRectF(0, 0, 10, 10), Qt::red);
    painter.fillRect(QRectF(5, 5, 10, 10), Qt::blue);
    painter.fillRect(QRectF(7, 7, 10, 10), Qt::red);
  });
  ASSERT_EQ(elements.size(), 3u);
  EXPECT_EQ(elements[0]["fill"], "#ff0000");
  EXPECT_EQ(elements[1]["fill"], "#0000ff");
  EXPECT_EQ(elements[2]["d"], "M7,7L17,7 17,17 7,17Z");
}

TEST(SvgPainting, writes_opacity_of_colour_and_painter) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.setOpacity(0.5);
    painter.setPen(QPen(QColor(0, 0, 0, 102), 1));
    painter.setBrush(QColor(255, 0, 0));
    painter.drawRect(QRectF(0, 0, 4, 4));
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0]["fill-opacity"], "0.5");
  EXPECT_EQ(elements[0]["stroke-opacity"], "0.2");
}

TEST(SvgPainting, writes_dashes_in_units_and_caps_and_joins) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    QPen pen(Qt::black, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    pen.setDashPattern({3, 1.5});
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF({{0, 0}, {1, 0}, {1, 1}}));
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0]["stroke-dasharray"], "6 3");
  EXPECT_EQ(elements[0]["stroke-linecap"], "round");
  EXPECT_EQ(elements[0]["stroke-linejoin"], "round");
  EXPECT_EQ(elements[0]["d"], "M0,0L1,0 1,1");
}

TEST(SvgPainting, carries_out_the_transform) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.setPen(QPen(Qt::black, 1));
    painter.translate(10, 20);
    painter.scale(2, 2);
    painter.drawLine(QLineF(1, 1, 2, 3));
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0]["d"], "M12,22L14,26");
  EXPECT_EQ(elements[0]["stroke-width"], "2");
}

TEST(SvgPainting, writes_curves_and_holes_of_paths) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    QPainterPath path(QPointF(1, 1));
    path.cubicTo({2, 2}, {3, 2}, {4, 1});
    path.lineTo(1, 1);
    painter.fillPath(path, Qt::black);
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0]["d"], "M1,1C2,2 3,2 4,1L1,1");
  EXPECT_EQ(elements[0]["fill-rule"], "evenodd");
}

TEST(SvgPainting, makes_one_text_of_the_words_of_a_line) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.setPen(QColor("#123456"));
    double x = 10;
    const auto word = [&](const char* text, const QFont& font, double y) {
      painter.setFont(font);
      painter.drawText(QPointF(x, y), text);
      x += QFontMetricsF(font).horizontalAdvance(text);
    };
    word("angle ", pixel_font(11), 30);
    word("θ", pixel_font(11, true), 30);
    word("2", pixel_font(8), 33);
  });
  ASSERT_EQ(elements.size(), 3u);
  const SvgElement &text = elements[0], &symbol = elements[1], &index = elements[2];
  EXPECT_EQ(text.name, "text");
  EXPECT_EQ(text.text, "angle ");
  EXPECT_EQ(text["fill"], "#123456");
  EXPECT_EQ(text["x"], "10");
  EXPECT_EQ(text["y"], "30");
  EXPECT_EQ(text["font-size"], "11");
  EXPECT_EQ(text["font-style"], "");
  EXPECT_EQ(text["xml:space"], "preserve");  // else the space before the symbol is lost
  EXPECT_EQ(symbol.name, "tspan");
  EXPECT_EQ(symbol.text, "θ");
  EXPECT_EQ(symbol["font-style"], "italic");
  EXPECT_EQ(symbol.path.last(), "text");
  EXPECT_EQ(index.name, "tspan");
  EXPECT_EQ(index["font-style"], "normal");
  EXPECT_EQ(index["font-size"], "8");
  EXPECT_EQ(index["y"], "33");
  EXPECT_GT(index["x"].toDouble(), symbol["x"].toDouble());
}

TEST(SvgPainting, parts_words_that_do_not_follow) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.setFont(pixel_font(11));
    painter.drawText(QPointF(10, 30), "one");
    painter.drawText(QPointF(60, 30), "two");
    painter.drawText(QPointF(10, 50), "three");
    painter.setPen(Qt::red);
    painter.drawText(QPointF(10, 70), "four");
  });
  ASSERT_EQ(named(elements, "text").size(), 4u);
  EXPECT_TRUE(named(elements, "tspan").empty());
}

TEST(SvgPainting, turns_words) {
  const auto elements = painted([](QPainter& painter, SvgPainting&) {
    painter.setFont(pixel_font(11));
    painter.translate(20, 40);
    painter.rotate(-90);
    painter.drawText(QPointF(0, 0), "upwards");
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0]["transform"], "translate(20 40) rotate(-90)");
  EXPECT_EQ(elements[0]["x"], "");
}

TEST(SvgPainting, keeps_whatever_signs_words_hold) {
  const QString words = "a < b & \"c\" > 'd'";
  const auto elements = painted([&](QPainter& painter, SvgPainting&) {
    painter.setFont(pixel_font(11));
    painter.drawText(QPointF(1, 20), words);
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0].text, words);
}

TEST(SvgPainting, groups_what_is_painted_while_they_are_open) {
  const auto elements = painted([](QPainter& painter, SvgPainting& painting) {
    const auto line = [&] { painter.drawLine(QLineF(0, 0, 1, 1)); };
    line();
    painting.open_group("outer");
    line();
    painting.open_group("a<&\"b");
    line();
    painting.close_group();
    line();
    painting.close_group();
    line();
  });
  std::vector<QString> paths;
  for (const SvgElement& element : named(elements, "path")) paths.push_back(element.path.join('/'));
  EXPECT_THAT(paths, testing::ElementsAre("svg", "svg/outer", "svg/outer/a<&\"b", "svg/outer", "svg"));
}

TEST(SvgPainting, puts_a_picture_in_as_png) {
  QImage image(3, 2, QImage::Format_RGB32);
  image.fill(Qt::red);
  const auto elements = painted([&](QPainter& painter, SvgPainting&) {
    painter.scale(2, 2);
    painter.drawImage(QRectF(1, 2, 30, 20), image);
  });
  ASSERT_EQ(elements.size(), 1u);
  EXPECT_EQ(elements[0].name, "image");
  EXPECT_EQ(
      elements[0]["x"] + " " + elements[0]["y"] + " " + elements[0]["width"] + " " + elements[0]["height"],
      "2 4 60 40");
  const QString head = "data:image/png;base64,";
  ASSERT_TRUE(elements[0]["xlink:href"].startsWith(head));
  const QByteArray png = QByteArray::fromBase64(elements[0]["xlink:href"].mid(head.size()).toLatin1());
  EXPECT_EQ(QImage::fromData(png).convertToFormat(QImage::Format_RGB32), image);
}

TEST(SvgPainting, names_a_family_that_is_there_wherever_it_is_opened) {
  EXPECT_EQ(svg_families("STIX Two Text"), "STIX Two Text, Times New Roman, Liberation Serif, serif");
  EXPECT_EQ(svg_families("Liberation Serif"), "STIX Two Text, Times New Roman, Liberation Serif, serif");
  EXPECT_EQ(svg_families("Inter"), "Arial, Helvetica, Liberation Sans, sans-serif");
}

}  // namespace
}  // namespace theta
