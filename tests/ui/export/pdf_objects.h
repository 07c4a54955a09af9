// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRegularExpression>

#include <string>
#include <vector>

namespace theta {

/// What a pattern captures, everywhere in a file.
inline std::vector<std::string> captured(const QByteArray& file, const char* pattern) {
  std::vector<std::string> all;
  const QString text = QString::fromLatin1(file);
  for (auto each = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(text); each.hasNext();)
    all.push_back(each.next().captured(1).toStdString());
  return all;
}

/// The places a PDF's table gives for its objects, by their numbers; empty where the table is not where the
/// file's end says. Read for itself, so that the code that writes it is tested.
inline std::vector<qsizetype> xref_places(const QByteArray& pdf) {
  const std::vector<std::string> start = captured(pdf, "startxref\\n([0-9]+)\\n%%EOF\\s*$");
  if (start.size() != 1) return {};
  const QList<QByteArray> lines = pdf.mid(std::stoll(start[0])).split('\n');
  if (lines.size() < 2 || lines[0] != "xref" || !lines[1].startsWith("0 ")) return {};
  std::vector<qsizetype> places;
  for (int i = 0; i < lines[1].mid(2).toInt(); ++i) {
    const QByteArray line = lines.value(i + 2);
    if (line.size() != 19) return {};  // and the line's end: 20 bytes, as readers rely on
    places.push_back(line.endsWith(" n ") ? line.left(10).toLongLong() : 0);
  }
  return places;
}

}  // namespace theta
