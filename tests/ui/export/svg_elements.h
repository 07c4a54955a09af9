// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QString>

#include <map>
#include <optional>
#include <vector>

// An SVG as a reader of XML sees it.

namespace theta {

struct SvgElement {
  QString name;
  std::map<QString, QString> attributes;
  QString text;         ///< its own, without that of elements within
  QList<QString> path;  ///< ids of the groups around it, and names of other elements, from the outermost

  QString operator[](const char* attribute) const;
};

/// All elements in their order; none where the text is not well-formed.
std::optional<std::vector<SvgElement>> svg_elements(const QByteArray& svg);

/// The elements of a name.
std::vector<SvgElement> named(const std::vector<SvgElement>& elements, const char* name);

/// The points of a path's data, line by line.
std::vector<std::vector<QPointF>> path_lines(const QString& data);

}  // namespace theta
