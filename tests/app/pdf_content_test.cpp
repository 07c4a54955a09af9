// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf_content.h"

#include "core/labs/all.h"
#include "ui/export/painted_figures.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace theta {
namespace {

Figure figure_of(const char* lab) { return find_lab(lab)->draw(initial_values(*find_lab(lab)), {}); }

QByteArray pdf_of(const std::vector<Figure>& pages) {
  return figure_pdf(pages, {.width = 180, .height = 120}, R"({"format":"thetalab","lab":"rope"})");
}

TEST(PdfContent, FindsWhatAPageSaysAndMeasures) {
  const PdfContent content = pdf_content(pdf_of({figure_of("rope")}));
  ASSERT_EQ(content.pages.size(), 1u);
  EXPECT_NEAR(content.pages[0].size.width(), 180 * 72 / 25.4, 0.001);
  EXPECT_NEAR(content.pages[0].size.height(), 120 * 72 / 25.4, 0.001);
  EXPECT_TRUE(content.pages[0].words().join(QChar(u' ')).contains(QStringLiteral("Pair 3 in the plane")));
  EXPECT_EQ(content.facts.at(QStringLiteral("Title")), QStringLiteral("Rotary position embedding"));
  EXPECT_EQ(content.state, QByteArray(R"({"format":"thetalab","lab":"rope"})"));
  ASSERT_FALSE(content.fonts.isEmpty());
  for (const QString& font : content.fonts) EXPECT_FALSE(font.contains(QChar(u'+'))) << font.toStdString();
  EXPECT_TRUE(content.pictures.empty());
}

TEST(PdfContent, FindsEveryPageInItsOrder) {
  const PdfContent content = pdf_content(pdf_of({figure_of("rope"), figure_of("activations")}));
  ASSERT_EQ(content.pages.size(), 2u);
  EXPECT_NE(content.pages[0].words(), content.pages[1].words());
  EXPECT_EQ(content.pages[1].words(), pdf_content(pdf_of({figure_of("activations")})).pages[0].words());
}

TEST(PdfContent, FindsMapsAsPictures) {
  Figure map = figure_of("rope");
  map.panels.resize(1);
  map.panels[0].layers = {Map{.mark = {}, .x = {0, 1}, .y = {0, 1}, .values = {0, 1, 2, 3}}};
  EXPECT_FALSE(pdf_content(pdf_of({map})).pictures.empty());
}

TEST(PdfContent, ReadsNothingFromOtherFiles) {
  for (const char* bytes : {"", "%PDF-1.4", "no PDF at all", "%PDF-1.4\n1 0 obj <</Type /Page>> endobj"})
    EXPECT_TRUE(pdf_content(bytes).fonts.isEmpty()) << bytes;
}

/// Bytes changed, cut out and repeated: any content will do, as long as it comes.
TEST(PdfContent, SurvivesDamage) {
  const QByteArray whole = pdf_of({figure_of("rope")});
  std::mt19937 random(5);
  for (int n = 0; n < 200; ++n) {
    QByteArray damaged = whole;
    const auto place = [&] { return static_cast<qsizetype>(random()) % damaged.size(); };
    for (int change = 0; change < 8; ++change) damaged[place()] = static_cast<char>(random());
    const qsizetype at = place();
    if (n % 3 == 1) damaged.remove(at, place() % 500);
    if (n % 3 == 2) damaged.insert(at, damaged.mid(place() % damaged.size(), 300));
    EXPECT_LE(pdf_content(damaged).pages.size(), 500u);
  }
}

}  // namespace
}  // namespace theta
