// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/embedded_state.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "core/model/state.h"
#include "ui/export/png_text.h"

#include <QByteArray>
#include <QXmlStreamReader>

#include <algorithm>

namespace theta {
namespace {

QByteArray borrowed(std::string_view bytes) {
  return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::optional<QByteArray> in_svg(const QByteArray& bytes) {
  QXmlStreamReader xml(bytes);
  while (!xml.atEnd()) {
    if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("metadata"))
      return xml.readElementText(QXmlStreamReader::SkipChildElements).toUtf8();
  }
  return {};
}

/// The attachment's stream, which stands there as it is.
std::optional<QByteArray> in_pdf(const QByteArray& bytes) {
  const QByteArray open = ">>\nstream\n";
  const qsizetype file = bytes.indexOf("/Type /EmbeddedFile\n");
  const qsizetype from = file < 0 ? -1 : bytes.indexOf(open, file),
                  to = from < 0 ? -1 : bytes.indexOf("\nendstream", from);
  if (to < 0) return {};
  return bytes.mid(from + open.size(), to - from - open.size());
}

constexpr std::string_view json_figure = "{\"state\":";

std::optional<QByteArray> in_json(std::string_view bytes) {
  if (!bytes.starts_with(json_figure) && looks_like_state(bytes))  // a saved state, which is all there is
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const auto json = parse_json(bytes, "figure", say("a figure exported by Thetalab"), {.bytes = 256u << 20});
  if (!json.contains("state")) return {};
  return QByteArray::fromStdString(json["state"].dump());
}

/// The line that starts so, among the comments at the beginning.
std::optional<QByteArray> in_comments(const QByteArray& bytes, const QByteArray& sign) {
  const QByteArray key = sign + " state: ";
  for (qsizetype at = 0; at >= 0 && bytes.mid(at, sign.size()) == sign;) {
    const qsizetype end = bytes.indexOf('\n', at);
    if (bytes.mid(at, key.size()) == key)
      return bytes.mid(at + key.size(), end < 0 ? -1 : end - at - key.size());
    at = end < 0 ? -1 : end + 1;
  }
  return {};
}

std::optional<QByteArray> found(std::string_view text, FileFormat format) {
  const QByteArray bytes = borrowed(text);
  switch (format) {
    case FileFormat::png:
      return png_text(bytes, png_state_key);
    case FileFormat::svg:
      return in_svg(bytes);
    case FileFormat::pdf:
      return in_pdf(bytes);
    case FileFormat::csv:
      return in_comments(bytes, "#");
    case FileFormat::tex:
      return in_comments(bytes, "%");
    case FileFormat::json:
      return in_json(text);
  }
  return {};
}

}  // namespace

std::optional<FileFormat> format_of_figure(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1000);
  if (is_png(borrowed(head))) return FileFormat::png;
  if (head.starts_with("%PDF-")) return FileFormat::pdf;
  if (head.find("<svg") != head.npos) return FileFormat::svg;
  if (head.starts_with("#")) return FileFormat::csv;
  if (head.starts_with("%")) return FileFormat::tex;
  if (head.starts_with(json_figure) || looks_like_state(head)) return FileFormat::json;
  return {};
}

std::string embedded_state(std::string_view bytes, FileFormat format, const std::string& file) {
  const std::optional<QByteArray> state = found(bytes, format);
  if (!state || state->isEmpty())
    throw InputError(
        Problem{file, say("a file without a state"), say("a figure exported by Thetalab with its state")});
  return state->toStdString();
}

}  // namespace theta
