// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/build_up.h"
#include "core/model/tex.h"
#include "tests/ui/export/pdf_objects.h"
#include "tests/ui/figure/sample.h"
#include "ui/export/embedded_state.h"
#include "ui/export/painted_figures.h"

#include <QProcess>
#include <QStandardPaths>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <set>

namespace theta {
namespace {

const Sheet pdf_sheet{.width = 89, .height = 59.5, .font_size = 7, .theme = SheetTheme::print};

QByteArray one_page(const Figure& figure, const Sheet& sheet, const std::string& state = {}) {
  return figure_pdf({&figure, 1}, sheet, state);
}

/// Width and height of each page, in points.
std::vector<std::pair<double, double>> page_sizes(const QByteArray& pdf) {
  std::vector<std::pair<double, double>> sizes;
  for (const std::string& box : captured(pdf, "/MediaBox \\[([-0-9. ]+)\\]")) {
    const QStringList sides = QString::fromStdString(box).split(' ');
    if (sides.size() != 4) return {};
    sizes.emplace_back(sides[2].toDouble() - sides[0].toDouble(), sides[3].toDouble() - sides[1].toDouble());
  }
  return sizes;
}

TEST(FigurePdf, begins_and_ends_as_one) {
  const QByteArray pdf = one_page(four_panels(), pdf_sheet);
  EXPECT_TRUE(pdf.startsWith("%PDF-1."));
  EXPECT_TRUE(pdf.endsWith("\n%%EOF\n"));
}

TEST(FigurePdf, measures_exactly_what_the_sheet_does) {
  for (const auto& [width, height] :
       {std::pair{89.0, 59.5}, {20.0, 20.0}, {139.7, 93.133}, {2000.0, 1500.0}}) {
    const auto sizes = page_sizes(one_page(four_panels(), {.width = width, .height = height}));
    ASSERT_EQ(sizes.size(), 1u);
    EXPECT_NEAR(sizes[0].first, width * 72 / 25.4, 0.0011);
    EXPECT_NEAR(sizes[0].second, height * 72 / 25.4, 0.0011);
  }
}

TEST(FigurePdf, has_a_page_for_each_figure) {
  const std::vector<Figure> figures = {four_panels(), all_kinds(), four_panels(1)};
  const QByteArray pdf = figure_pdf(figures, pdf_sheet, {});
  EXPECT_EQ(captured(pdf, "/Type (/Page)\\b").size(), 3u);
  EXPECT_THAT(captured(pdf, "/Count ([0-9]+)"), testing::ElementsAre("3"));
  EXPECT_THAT(page_sizes(pdf), testing::Each(page_sizes(pdf)[0]));
  EXPECT_EQ(page_sizes(pdf).size(), 3u);
}

TEST(FigurePdf, says_which_fonts_are_subsets_and_says_the_same_each_time) {
  const QByteArray pdf = one_page(all_kinds(), pdf_sheet);
  const auto of = [&](const char* pattern) {
    const std::vector<std::string> names = captured(pdf, pattern);
    return std::set<std::string>(names.begin(), names.end());
  };
  const std::set<std::string> base = of("/BaseFont */([^\\s/<>\\[\\]()]+)"),
                              described = of("/FontName */([^\\s/<>\\[\\]()]+)");
  EXPECT_FALSE(base.empty());
  EXPECT_EQ(base, described);
  EXPECT_THAT(base, testing::Each(testing::MatchesRegex("[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z]\\+[^+]+")));
  std::set<std::string> tags;
  for (const std::string& name : base) EXPECT_TRUE(tags.insert(name.substr(0, 6)).second) << name;
}

/// What pdftotext reads; none where it is not installed.
std::optional<QString> words_in(const QByteArray& pdf) {
  const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
  if (reader.isEmpty()) return {};
  QProcess process;
  process.start(reader, {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
  process.write(pdf);
  process.closeWriteChannel();
  process.waitForFinished();
  return QString::fromUtf8(process.readAllStandardOutput());
}

TEST(FigurePdf, has_words_that_others_read_in_chinese_too) {
  Figure figure = four_panels();
  figure.panels[0].title = "注意力随距离衰减";
  figure.panels[2].x.label = "距离 $s$（词元）";
  const QByteArray pdf = one_page(figure, pdf_sheet);
  EXPECT_FALSE(pdf.contains("/Type3"));
  const std::optional<QString> words = words_in(pdf);
  if (!words) GTEST_SKIP() << "install poppler-utils to have its words read";
  EXPECT_TRUE(words->contains(QStringLiteral("注意力随距离衰减"))) << words->toStdString();
  EXPECT_TRUE(words->contains(QStringLiteral("词元"))) << words->toStdString();
  for (const Panel& panel : figure.panels)
    EXPECT_TRUE(words->contains(QString::fromStdString(plain_words(panel.title)))) << panel.id;
}

TEST(FigurePdf, embeds_its_fonts_as_outlines) {
  const QByteArray pdf = one_page(all_kinds(), pdf_sheet);
  EXPECT_FALSE(pdf.contains("/Type3"));
  EXPECT_EQ(captured(pdf, "(/FontFile[23]?) [0-9]+ 0 R").size(), captured(pdf, "(/FontName)").size());
}

TEST(FigurePdf, packs_maps_without_loss) {
  const QByteArray pdf = one_page(all_kinds(), pdf_sheet);
  EXPECT_FALSE(captured(pdf, "(/Subtype /Image)").empty());
  EXPECT_FALSE(pdf.contains("/DCTDecode"));  // JPEG
}

TEST(FigurePdf, has_no_fonts_where_words_are_outlines) {
  Sheet outlined = pdf_sheet;
  outlined.text = SheetText::outline;
  EXPECT_TRUE(captured(one_page(all_kinds(), outlined), "(/FontFile)").empty());
}

TEST(FigurePdf, carries_its_state_as_it_was_given) {
  const std::string begins = "{\"format\":\"thetalab\"";
  for (const std::string& state : {begins + "}", begins + ",\"a\":\"<&>'()\"}" + std::string(5000, ' ')}) {
    const QByteArray pdf = one_page(four_panels(), pdf_sheet, state);
    EXPECT_EQ(embedded_state(pdf.toStdString(), FileFormat::pdf), state);
    EXPECT_THAT(captured(pdf, "/Params <</Size ([0-9]+)"),
                testing::ElementsAre(std::to_string(state.size())));
    EXPECT_TRUE(pdf.contains("/EmbeddedFiles"));
  }
  EXPECT_FALSE(one_page(four_panels(), pdf_sheet).contains("/EmbeddedFile"));
}

TEST(FigurePdf, has_its_objects_where_its_table_says) {
  for (const char* state : {"", "{\"a\":1}"}) {
    const QByteArray pdf = one_page(all_kinds(), pdf_sheet, state);
    const std::vector<qsizetype> places = xref_places(pdf);
    ASSERT_GT(places.size(), 5u);
    for (std::size_t number = 1; number < places.size(); ++number) {
      if (places[number] == 0) continue;
      EXPECT_TRUE(pdf.mid(places[number]).startsWith(std::to_string(number).c_str() + QByteArray(" 0 obj")))
          << number;
    }
  }
}

TEST(FigurePdf, has_streams_as_long_as_they_say) {
  const QByteArray pdf = one_page(all_kinds(), pdf_sheet, "{\"a\":1}");
  const std::vector<qsizetype> places = xref_places(pdf);
  const auto object = [&](std::size_t number) { return pdf.mid(places.at(number)); };
  int streams = 0;
  for (std::size_t number = 1; number < places.size(); ++number) {
    if (places[number] == 0) continue;
    const QByteArray text = object(number);
    const qsizetype open = text.indexOf("stream\n"), end = text.indexOf("endobj");
    if (open < 0 || open > end) continue;
    const QByteArray dictionary = text.left(open);
    const auto elsewhere = captured(dictionary, "/Length ([0-9]+) 0 R");
    const auto length = elsewhere.empty()
                            ? captured(dictionary, "/Length ([0-9]+)")
                            : captured(object(std::stoul(elsewhere[0])).left(40), "obj\\s+([0-9]+)");
    ASSERT_FALSE(length.empty()) << dictionary.toStdString();
    EXPECT_TRUE(text.mid(open + 7 + std::stoll(length[0])).startsWith("\nendstream")) << number;
    ++streams;
  }
  EXPECT_GE(streams, 3);  // the page, a font, the state
}

TEST(FigurePdf, says_its_title_where_catalogues_look) {
  const QByteArray pdf = one_page(four_panels(), pdf_sheet);
  EXPECT_TRUE(pdf.contains("Rotary &lt;embedding&gt; &amp; more</rdf:li>"));
  EXPECT_TRUE(pdf.contains("A query at position 14 and a key at position 5.</rdf:li>"));
}

TEST(FigurePdf, is_the_same_each_time_and_knows_no_time) {
  for (const Figure& figure : {four_panels(), all_kinds()}) {
    const QByteArray pdf = one_page(figure, pdf_sheet, "{}");
    EXPECT_EQ(pdf, one_page(figure, pdf_sheet, "{}"));
    const QByteArray zone = qgetenv("TZ");
    for (const char* other : {"Asia/Tokyo", "America/New_York"}) {
      qputenv("TZ", other);
      tzset();
      EXPECT_EQ(pdf, one_page(figure, pdf_sheet, "{}")) << other;
    }
    zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
    tzset();
    EXPECT_THAT(captured(pdf, "\\(D:([0-9]*)"), testing::Each(testing::StartsWith("20000101000000")));
    EXPECT_FALSE(pdf.contains("ModDate"));
  }
}

/// What the pages draw, operator by operator.
std::vector<std::set<std::string>> drawn_on_pages(const QByteArray& pdf) {
  std::vector<std::set<std::string>> pages;
  for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("\nstream\n", at + 1)) {
    const qsizetype begin = pdf.indexOf('\n', at + 1) + 1, end = pdf.indexOf("endstream", begin);
    if (pdf[begin] != 'x') continue;  // as all that is packed begins
    const QByteArray text = qUncompress(QByteArray("\x01\0\0\0", 4) + pdf.mid(begin, end - begin));
    if (!text.contains(" re\n") && !text.contains(" l\n")) continue;
    std::set<std::string>& page = pages.emplace_back();
    for (const QByteArray& line : text.split('\n')) page.insert(line.toStdString());
  }
  return pages;
}

TEST(FigurePdf, has_its_plots_in_one_place_on_all_pages) {
  Panel panel{.id = "panel", .title = "Three curves"};
  panel.x = {.label = "$x$"};
  panel.y = {.label = "$y$"};
  for (int i = 0; i < 3; ++i)
    panel.layers.push_back(Curve{.mark = {.id = std::to_string(i), .label = say("a curve, number {}", i)},
                                 .x = {0, 1},
                                 .y = {0, 0.4 * i}});
  const Figure whole{.title = "Three curves", .panels = {panel}};
  const std::vector<Figure> steps = build_up(whole);
  const auto pages_that_keep_all = [&](const Figure* laid_out_as) {
    const auto pages = drawn_on_pages(figure_pdf(steps, {.width = 70, .height = 60}, {}, laid_out_as));
    int count = 0;
    for (std::size_t i = 1; i < pages.size(); ++i) count += std::ranges::includes(pages[i], pages[i - 1]);
    return count;
  };
  EXPECT_EQ(pages_that_keep_all(&whole), 2);
  EXPECT_LT(pages_that_keep_all(nullptr), 2) << "each page for itself moves when the legend comes";
}

}  // namespace
}  // namespace theta
