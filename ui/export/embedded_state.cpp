// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/embedded_state.h"

#include "core/model/json_text.h"
#include "core/model/problem.h"
#include "core/model/state.h"
#include "ui/export/png_text.h"
#include "ui/export/read_pdf.h"

#include <QByteArray>
#include <QXmlStreamReader>

#include <algorithm>

namespace theta {
namespace {

constexpr qsizetype largest_state = 4 << 20;  // once it is unpacked

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

/// The attachment that looks like a state; another program may have packed it, and there may be others.
std::optional<QByteArray> in_pdf(const QByteArray& bytes) {
  int tries = 16;
  for (const auto& [number, object] : read_pdf(bytes)) {
    if (!is_of_type(object, "/EmbeddedFile") || tries-- <= 0) continue;
    const std::optional<QByteArray> content = content_of(object, largest_state);
    if (content && looks_like_state(std::string_view(content->constData(), content->size()))) return content;
  }
  return {};
}

/// Whether a JSON text is a figure, which begins with its state; however it is spaced.
bool begins_with_state(std::string_view text) {
  for (const std::string_view word : {"{", "\"state\"", ":"}) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
  }
  return true;
}

std::optional<QByteArray> in_json(std::string_view bytes) {
  if (!begins_with_state(bytes) && looks_like_state(bytes))  // a saved state, which is all there is
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
      return bytes.mid(at + key.size(), end < 0 ? -1 : end - at - key.size()).trimmed();
    at = end < 0 ? -1 : end + 1;
  }
  return {};
}

std::optional<QByteArray> found(std::string_view text, FileFormat format) {
  const QByteArray bytes = borrowed(text);
  switch (format) {
    case FileFormat::png:
      return png_text(bytes, png_state_key, largest_state);
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

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.substr(text.starts_with(mark) ? mark.size() : 0);
}

std::optional<FileFormat> format_of_figure(std::string_view bytes) {
  const std::string_view head = without_byte_order_mark(bytes).substr(0, 1000);
  if (is_png(borrowed(head))) return FileFormat::png;
  if (head.starts_with("%PDF-")) return FileFormat::pdf;
  if (head.find("<svg") != head.npos) return FileFormat::svg;
  if (head.starts_with("#")) return FileFormat::csv;
  if (head.starts_with("%")) return FileFormat::tex;
  if (begins_with_state(head) || looks_like_state(head)) return FileFormat::json;
  return {};
}

Problem without_state(const std::string& file) {
  return {file, say("a file that carries no Thetalab state, another program's or saved without it,"),
          say("a figure exported by Thetalab with its state: {}", format_names())};
}

std::string embedded_state(std::string_view bytes, FileFormat format, const std::string& file) {
  const std::optional<QByteArray> state = found(without_byte_order_mark(bytes), format);
  if (!state || state->isEmpty()) throw InputError(without_state(file));
  return state->toStdString();
}

}  // namespace theta
