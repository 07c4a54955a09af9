// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_parts.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// A dictionary before the stream it describes, whose bytes are left alone.
qsizetype dictionary_end(const QByteArray& object) {
  const qsizetype stream = object.indexOf("stream\n");
  return stream < 0 ? object.size() : stream;
}

/// The six letters before a subset's name: other ones for each font, the same in each run.
QByteArray subset_tag(int n) {
  QByteArray tag = "AAAAAA";
  for (qsizetype place = 5; n > 0 && place >= 0; --place, n /= 26)
    tag[place] = static_cast<char>('A' + n % 26);
  return tag;
}

QByteArray points(double value) { return QByteArray::number(std::round(value * 1000) / 1000, 'g', 12); }

}  // namespace

PdfParts pdf_parts(const QByteArray& pdf) {
  PdfParts parts;
  const qsizetype table = pdf.lastIndexOf("\nxref\n"), trailer = pdf.lastIndexOf("\ntrailer\n"),
                  start = pdf.lastIndexOf("\nstartxref\n");
  if (table < 0 || trailer < table || start < trailer) return parts;
  std::vector<std::pair<qsizetype, int>> places;
  const QList<QByteArray> lines = pdf.mid(table + 6, trailer - table - 6).split('\n');
  for (qsizetype i = 1; i < lines.size(); ++i) {  // after the line with the first number and the count
    if (lines[i].contains(" n")) places.emplace_back(lines[i].left(10).toLongLong(), static_cast<int>(i - 1));
  }
  std::ranges::sort(places);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const qsizetype end = i + 1 < places.size() ? places[i + 1].first : table + 1;
    parts.objects.push_back({places[i].second, pdf.mid(places[i].first, end - places[i].first)});
  }
  parts.head = pdf.left(places.empty() ? 0 : places.front().first);
  parts.trailer = pdf.mid(trailer + 1, start - trailer);
  return parts;
}

QByteArray pdf_file(const PdfParts& parts) {
  QByteArray pdf = parts.head;
  QMap<int, qsizetype> places;
  for (const PdfParts::Object& object : parts.objects) {
    places[object.number] = pdf.size();
    pdf += object.text;
  }
  const qsizetype table = pdf.size();
  const int count = places.isEmpty() ? 1 : places.lastKey() + 1;
  pdf += "xref\n0 " + QByteArray::number(count) + "\n0000000000 65535 f \n";
  for (int number = 1; number < count; ++number)
    pdf += QByteArray::number(places.value(number, 0)).rightJustified(10, '0') +
           (places.contains(number) ? " 00000 n \n" : " 65535 f \n");
  return pdf + parts.trailer + "startxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

void name_subsets(PdfParts& parts) {
  static const QRegularExpression name(
      QStringLiteral("/(?:BaseFont|FontName) */((?:[A-Z]{6}\\+)?[^\\s/<>\\[\\]()]+)"));
  QMap<QString, QByteArray> tags;
  for (PdfParts::Object& object : parts.objects) {
    const qsizetype end = dictionary_end(object.text);
    QString text = QString::fromLatin1(object.text.left(end));
    qsizetype from = 0;
    for (auto match = name.match(text, from); match.hasMatch(); match = name.match(text, from)) {
      const QString font =
          match.captured(1).section(QLatin1Char('+'), -1);  // some of the names have a tag already
      if (!tags.contains(font)) tags[font] = subset_tag(static_cast<int>(tags.size())) + "+";
      const QString named = QString::fromLatin1(tags[font]) + font;
      text.replace(match.capturedStart(1), match.capturedLength(1), named);
      from = match.capturedStart(1) + named.size();
    }
    object.text = text.toLatin1() + object.text.mid(end);
  }
}

void set_page_size(PdfParts& parts, QSizeF size) {
  static const QRegularExpression box(QStringLiteral("/MediaBox *\\[ *0 0 ([\\d.]+) ([\\d.]+) *\\]"));
  for (PdfParts::Object& object : parts.objects) {
    const qsizetype end = dictionary_end(object.text);
    QString text = QString::fromLatin1(object.text.left(end));
    const QRegularExpressionMatch match = box.match(text);
    if (!match.hasMatch()) continue;
    const double top = match.captured(2).toDouble();
    const QByteArray exact =
        "/MediaBox [0 " + points(top - size.height()) + " " + points(size.width()) + " " + points(top) + "]";
    text.replace(match.capturedStart(), match.capturedLength(), QString::fromLatin1(exact));
    object.text = text.toLatin1() + object.text.mid(end);
  }
}

void unpack_attachment(PdfParts& parts, const QByteArray& content) {
  static const QRegularExpression file(QStringLiteral("/EF *<< */F (\\d+) 0 R"));
  int number = 0;
  for (const PdfParts::Object& object : parts.objects) {
    const QRegularExpressionMatch match =
        file.match(QString::fromLatin1(object.text.left(dictionary_end(object.text))));
    if (match.hasMatch()) number = match.captured(1).toInt();
  }
  const auto stream = std::ranges::find(parts.objects, number, &PdfParts::Object::number);
  if (stream == parts.objects.end()) return;
  const QByteArray length = QByteArray::number(content.size());
  stream->text = QByteArray::number(number) +
                 " 0 obj\n<<\n/Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Params <</Size " + length +
                 ">>\n/Length " + length + "\n>>\nstream\n" + content + "\nendstream\nendobj\n";
}

}  // namespace theta
