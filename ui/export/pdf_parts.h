// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>

#include <vector>

namespace theta {

/// A PDF as its objects, so that some of them can be changed: what Qt writes is not all that a publisher asks
/// for.
struct PdfParts {
  struct Object {
    int number = 0;
    QByteArray text;  ///< from its number to `endobj`
  };
  QByteArray head;
  std::vector<Object> objects;  ///< in the file's order
  QByteArray trailer;
};

/// The parts of a file as Qt writes it, with one plain table of objects.
PdfParts pdf_parts(const QByteArray& pdf);
QByteArray pdf_file(const PdfParts& parts);

/// Fonts that hold only the signs they need say so in their names.
void name_subsets(PdfParts& parts);

/// Pages that measure exactly this, in points; Qt rounds to whole ones and puts the top at the rounded
/// height.
void set_page_size(PdfParts& parts, QSizeF size);

/// The attachment as it is, not packed: reading it again then needs no unpacking of what others may have
/// made.
void unpack_attachment(PdfParts& parts, const QByteArray& content);

}  // namespace theta
