// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text_difference.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace theta {
namespace {

/// The line a place in a text stands in.
std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).rfind('\n');
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

/// The pieces an XML reader tells a program of, without the space between elements.
std::vector<QString> xml_pieces(std::string_view text) {
  QXmlStreamReader xml(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
  std::vector<QString> pieces;
  while (!xml.atEnd()) {
    switch (xml.readNext()) {
      case QXmlStreamReader::StartElement: {
        pieces.push_back(QLatin1Char('<') + xml.qualifiedName().toString());
        std::vector<QString> attributes;
        for (const QXmlStreamAttribute& each : xml.attributes())
          attributes.push_back(each.qualifiedName().toString() + QLatin1Char('=') + each.value().toString());
        std::ranges::sort(attributes);
        pieces.insert(pieces.end(), attributes.begin(), attributes.end());
        break;
      }
      case QXmlStreamReader::EndElement:
        pieces.emplace_back(QLatin1Char('>'));
        break;
      case QXmlStreamReader::Characters:
        if (!xml.isWhitespace()) pieces.push_back(xml.text().toString().simplified());
        break;
      default:
        break;
    }
  }
  if (xml.hasError()) return {};
  return pieces;
}

}  // namespace

std::string excerpt(std::string_view line, std::size_t at) {
  constexpr std::size_t before = 30, longest = 70;
  const auto starts_character = [&](std::size_t i) {
    return (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80;
  };
  std::size_t begin = std::min(at, line.size()) > before ? std::min(at, line.size()) - before : 0;
  while (begin > 0 && begin < line.size() && !starts_character(begin)) --begin;
  std::size_t end = std::min(begin + longest, line.size());
  while (end < line.size() && !starts_character(end)) ++end;
  std::string words(line.substr(begin, end - begin));
  std::ranges::replace_if(
      words, [](unsigned char c) { return c < ' '; }, ' ');
  return "“" + std::string(begin > 0 ? "…" : "") + words + (end < line.size() ? "…”" : "”");
}

std::string line_that_differs(std::string_view is, std::string_view should) {
  const auto [here, there] = std::ranges::mismatch(is, should);
  const auto at = static_cast<std::size_t>(here - is.begin());
  const auto number = 1 + std::count(is.begin(), here, '\n');
  const std::size_t before = is.substr(0, at).rfind('\n');
  const std::size_t column = before == is.npos ? at : at - before - 1;
  return "line " + std::to_string(number) + " is " + excerpt(line_around(is, at), column) + " instead of " +
         excerpt(line_around(should, at), column);
}

bool says_the_same_in_xml(std::string_view one, std::string_view other) {
  const std::vector<QString> pieces = xml_pieces(one);
  return !pieces.empty() && pieces == xml_pieces(other);
}

}  // namespace theta
