// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/read_pdf.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ReadPdf, finds_objects_and_their_streams) {
  const PdfObjects objects = read_pdf(
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Title (a >> \\) b) >>\nendobj\n"
      "2 0 obj <</Length 12/Type/EmbeddedFile>> stream\r\nx endstream \nendstream endobj\n"
      "3 0 obj\n[1 2]\nendobj\nxref\n");
  ASSERT_EQ(objects.size(), 3u);
  EXPECT_EQ(objects.at(1).text, "<< /Type /Catalog /Title (a >> \\) b) >>");
  EXPECT_FALSE(objects.at(1).stream);
  EXPECT_EQ(objects.at(2).stream, "x endstream ");
  EXPECT_TRUE(is_of_type(objects.at(2), "/EmbeddedFile"));
  EXPECT_FALSE(is_of_type(objects.at(2), "/Embedded"));
  EXPECT_EQ(objects.at(3).text.trimmed(), "[1 2]");
}

TEST(ReadPdf, goes_by_the_end_of_a_stream_where_its_length_is_elsewhere_or_wrong) {
  for (const char* length : {"/Length 9 0 R", "/Length 3", "/Length 4000000000", "/Length1 5", ""}) {
    const PdfObjects objects =
        read_pdf(QByteArray("5 0 obj<<") + length + ">>stream\nall words\nendstream\nendobj");
    ASSERT_EQ(objects.size(), 1u) << length;
    EXPECT_EQ(objects.at(5).stream, "all words") << length;
  }
}

TEST(ReadPdf, keeps_the_last_version_of_an_object) {
  const PdfObjects objects = read_pdf("1 0 obj<</A 1>>endobj 1 0 obj<</A 2>>endobj");
  EXPECT_EQ(objects.at(1).text, "<</A 2>>");
}

QByteArray object_stream(const QByteArray& packed, int number, const QByteArray& first = "10") {
  return QByteArray::number(number) + " 0 obj<</Type/ObjStm/N 2/First " + first +
         "/Filter/FlateDecode/Length " + QByteArray::number(packed.size()) + ">>stream\n" + packed +
         "\nendstream endobj\n";
}

TEST(ReadPdf, unpacks_object_streams) {
  const QByteArray content = "11 0 12 8 << /A 1>><</B 2>>";
  const PdfObjects objects = read_pdf(object_stream(qCompress(content).mid(4), 7));
  ASSERT_EQ(objects.size(), 3u);
  EXPECT_EQ(objects.at(11).text, "<< /A 1>");
  EXPECT_EQ(objects.at(12).text, "><</B 2>>");
}

TEST(ReadPdf, leaves_out_what_is_damaged_or_too_large) {
  const QByteArray bomb = qCompress(QByteArray("11 0 12 8 ") + QByteArray(32 << 20, ' ')).mid(4);
  EXPECT_EQ(read_pdf(object_stream(bomb, 7)).size(), 1u);
  EXPECT_EQ(read_pdf(object_stream("no zlib", 7)).size(), 1u);
  EXPECT_EQ(read_pdf(object_stream(qCompress("11 0 12 8 a").mid(4), 7, "999999999")).size(), 1u);
  EXPECT_EQ(read_pdf(object_stream(qCompress("11 4000000000 12 8 a").mid(4), 7)).count(11), 0u);
  for (const char* piece :
       {"1 0 obj<<", "1 0 obj(", "1 0 obj<</A(", "obj", "0 obj", "1 0 obj", " 0 obj<<>>stream\n"})
    EXPECT_LE(read_pdf(piece).size(), 1u) << piece;
}

TEST(ReadPdf, takes_time_in_proportion_to_the_file) {
  for (const QByteArray& piece : {QByteArray("1 0 obj<<"), QByteArray("1 0 obj "),
                                  QByteArray("1 0 obj<<>>stream\n"), QByteArray("1 0 obj<</Length ")})
    EXPECT_LE(read_pdf(piece.repeated(400'000)).size(), 1u);
}

TEST(ContentOf, is_plain_or_unpacked_up_to_a_size) {
  const QByteArray packed = qCompress("words").mid(4);
  EXPECT_EQ(content_of({"<<>>", "words"}, 5), "words");
  EXPECT_EQ(content_of({"<<>>", "words"}, 4), std::nullopt);
  EXPECT_EQ(content_of({"<</Filter /FlateDecode>>", packed}, 5), "words");
  EXPECT_EQ(content_of({"<</Filter[/FlateDecode]>>", packed}, 4), std::nullopt);
  EXPECT_EQ(content_of({"<</Filter[/ASCII85Decode/FlateDecode]>>", packed}, 5), std::nullopt);
  EXPECT_EQ(content_of({"<</Filter/FlateDecode/DecodeParms<</Predictor 12>>>>", packed}, 5), std::nullopt);
  EXPECT_EQ(content_of({"<<>>"}, 5), std::nullopt);
}

}  // namespace
}  // namespace theta
