// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/svg_elements.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace theta {

QString SvgElement::operator[](const char* attribute) const {
  const auto found = attributes.find(QString::fromLatin1(attribute));
  return found == attributes.end() ? QString() : found->second;
}

std::optional<std::vector<SvgElement>> svg_elements(const QByteArray& svg) {
  std::vector<SvgElement> elements;
  std::vector<std::size_t> open;
  QList<QString> path;
  QXmlStreamReader xml(svg);
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement()) {
      SvgElement element{.name = xml.qualifiedName().toString(), .attributes = {}, .text = {}, .path = path};
      for (const QXmlStreamAttribute& each : xml.attributes())
        element.attributes[each.qualifiedName().toString()] = each.value().toString();
      path.append(element.name == "g" ? element["id"] : element.name);
      open.push_back(elements.size());
      elements.push_back(std::move(element));
    } else if (xml.isEndElement()) {
      path.removeLast();
      open.pop_back();
    } else if (xml.isCharacters() && !open.empty()) {
      elements[open.back()].text += xml.text();
    }
  }
  if (xml.hasError()) return {};
  return elements;
}

std::vector<SvgElement> named(const std::vector<SvgElement>& elements, const char* name) {
  std::vector<SvgElement> found;
  for (const SvgElement& element : elements)
    if (element.name == QLatin1String(name)) found.push_back(element);
  return found;
}

std::vector<std::vector<QPointF>> path_lines(const QString& data) {
  static const QRegularExpression place("(M|L| )(-?[0-9.]+),(-?[0-9.]+)");
  std::vector<std::vector<QPointF>> lines;
  for (auto each = place.globalMatch(data); each.hasNext();) {
    const QRegularExpressionMatch match = each.next();
    if (match.captured(1) == "M") lines.emplace_back();
    if (!lines.empty()) lines.back().emplace_back(match.captured(2).toDouble(), match.captured(3).toDouble());
  }
  return lines;
}

}  // namespace theta
