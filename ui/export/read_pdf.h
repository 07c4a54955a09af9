// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <optional>

namespace theta {

/// An object of a PDF: what it says and, where it has one, its stream as it stands in the file.
struct PdfObject {
  QByteArray text;
  std::optional<QByteArray> stream = {};
};

using PdfObjects = std::map<int, PdfObject>;  ///< by their numbers

/// The objects of a PDF, whoever wrote it, those in object streams too: found by looking through the file,
/// not by its tables, which may be plain, packed or damaged. Of objects with the same number the last counts,
/// as after an update. Untrusted: beyond limits on their number, their size and what unpacking yields, the
/// rest is left out.
PdfObjects read_pdf(const QByteArray& pdf);

/// A stream's content of at most so many bytes, as it is or unpacked; none for other kinds of packing.
std::optional<QByteArray> content_of(const PdfObject& object, qsizetype largest);

/// Whether an object says that it is of a type: "/EmbeddedFile".
bool is_of_type(const PdfObject& object, const QByteArray& type);

}  // namespace theta
