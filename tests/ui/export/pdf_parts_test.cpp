// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_parts.h"

#include "tests/ui/export/pdf_objects.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

/// A file as Qt writes it.
QByteArray written_by_qt() {
  QByteArray pdf;
  QBuffer buffer(&pdf);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.addFileAttachment("a.json", "{}", "application/json");
  QPainter painter(&writer);
  painter.drawText(100, 200, "words");
  painter.end();
  return pdf;
}

PdfParts with_objects(std::vector<PdfParts::Object> objects) {
  return {.head = "%PDF-1.4\n", .objects = std::move(objects), .trailer = "trailer\n<<\n>>\n"};
}

TEST(PdfParts, are_all_of_a_file) {
  const PdfParts parts = pdf_parts(written_by_qt());
  EXPECT_GT(parts.objects.size(), 8u);
  EXPECT_TRUE(parts.head.startsWith("%PDF-1.4\n"));
  EXPECT_TRUE(parts.trailer.startsWith("trailer\n"));
  for (const PdfParts::Object& object : parts.objects) {
    EXPECT_TRUE(object.text.startsWith(QByteArray::number(object.number) + " 0 obj"));
    EXPECT_TRUE(object.text.trimmed().endsWith("endobj")) << object.text.right(40).toStdString();
  }
}

TEST(PdfParts, make_a_file_whose_table_fits) {
  const QByteArray pdf = pdf_file(pdf_parts(written_by_qt()));
  const std::vector<qsizetype> places = xref_places(pdf);
  ASSERT_GT(places.size(), 8u);
  for (std::size_t number = 1; number < places.size(); ++number) {
    if (places[number] > 0) {
      EXPECT_TRUE(pdf.mid(places[number]).startsWith(std::to_string(number).c_str() + QByteArray(" 0 obj")));
    }
  }
  EXPECT_EQ(pdf_file(pdf_parts(pdf)), pdf);
}

TEST(PdfParts, leave_room_in_the_table_for_numbers_nobody_has) {
  const QByteArray pdf = pdf_file(with_objects({{3, "3 0 obj\nendobj\n"}, {1, "1 0 obj\nendobj\n"}}));
  EXPECT_TRUE(
      pdf.contains("xref\n0 4\n0000000000 65535 f \n0000000024 00000 n \n0000000000 65535 f \n"
                   "0000000009 00000 n \ntrailer\n"))
      << pdf.toStdString();
  EXPECT_EQ(xref_places(pdf), (std::vector<qsizetype>{0, 24, 0, 9}));
}

TEST(PdfParts, of_what_is_no_pdf_are_none) {
  for (const QByteArray& bytes : {QByteArray(), QByteArray("%PDF-1.4\n"), QByteArray("\nxref\n0 1\n"),
                                  QByteArray("\nstartxref\n1\n\ntrailer\n\nxref\n")})
    EXPECT_TRUE(pdf_parts(bytes).objects.empty());
}

TEST(NameSubsets, gives_each_font_one_tag_wherever_it_is_named) {
  PdfParts parts = with_objects({{1, "<< /FontName /QAAAAA+One >>"},
                                 {2, "<< /BaseFont /One /Subtype /Type0 >>"},
                                 {3, "<< /BaseFont /Two /FontName /Two >>"},
                                 {4, "<< /Length 20 >>\nstream\n/BaseFont /One endstream"}});
  name_subsets(parts);
  EXPECT_EQ(parts.objects[0].text, "<< /FontName /AAAAAA+One >>");
  EXPECT_EQ(parts.objects[1].text, "<< /BaseFont /AAAAAA+One /Subtype /Type0 >>");
  EXPECT_EQ(parts.objects[2].text, "<< /BaseFont /AAAAAB+Two /FontName /AAAAAB+Two >>");
  EXPECT_EQ(parts.objects[3].text, "<< /Length 20 >>\nstream\n/BaseFont /One endstream");  // what is drawn
}

TEST(NameSubsets, counts_in_letters) {
  std::vector<PdfParts::Object> fonts;
  for (int i = 0; i < 28; ++i) fonts.push_back({i + 1, "/FontName /F" + QByteArray::number(i)});
  PdfParts parts = with_objects(fonts);
  name_subsets(parts);
  EXPECT_EQ(parts.objects[25].text, "/FontName /AAAAAZ+F25");
  EXPECT_EQ(parts.objects[27].text, "/FontName /AAAABB+F27");
}

TEST(SetPageSize, keeps_the_top_where_it_is_drawn_from) {
  PdfParts parts = with_objects({{1, "<<\n/Type /Page\n/MediaBox [0 0 252 169]\n>>"},
                                 {2, "<<\n/MediaBox [ 0 0 252.0 169.0 ]\n>>"},
                                 {3, "<<\n>>\nstream\n/MediaBox [0 0 1 1]\nendstream"}});
  set_page_size(parts, QSizeF(252.283, 168.661));
  EXPECT_EQ(parts.objects[0].text, "<<\n/Type /Page\n/MediaBox [0 0.339 252.283 169]\n>>");
  EXPECT_EQ(parts.objects[1].text, "<<\n/MediaBox [0 0.339 252.283 169]\n>>");
  EXPECT_EQ(parts.objects[2].text, "<<\n>>\nstream\n/MediaBox [0 0 1 1]\nendstream");
}

TEST(UnpackAttachment, puts_the_content_where_the_attachment_was) {
  PdfParts parts = pdf_parts(written_by_qt());
  const std::size_t count = parts.objects.size();
  unpack_attachment(parts, "{\"a\":1}");
  EXPECT_EQ(parts.objects.size(), count);
  const QByteArray pdf = pdf_file(parts);
  EXPECT_TRUE(pdf.contains("/Size 7>>\n/Length 7\n>>\nstream\n{\"a\":1}\nendstream\nendobj\n"));
  EXPECT_EQ(captured(pdf, "(/Type /EmbeddedFile)\\b").size(), 1u);
}

TEST(UnpackAttachment, leaves_a_file_without_one_as_it_is) {
  PdfParts parts = with_objects({{1, "1 0 obj\nendobj\n"}});
  unpack_attachment(parts, "{}");
  EXPECT_EQ(parts.objects[0].text, "1 0 obj\nendobj\n");
}

}  // namespace
}  // namespace theta
